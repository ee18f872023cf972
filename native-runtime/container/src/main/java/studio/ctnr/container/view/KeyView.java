package studio.ctnr.container.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.container.view.Explanation.Decision;
import studio.ctnr.container.view.Explanation.Landing;
import studio.ctnr.container.view.Explanation.Layer;
import studio.ctnr.container.view.Explanation.Reason;
import studio.ctnr.container.view.Explanation.Source;
import studio.ctnr.container.view.Explanation.Step;
import studio.ctnr.container.view.Explanation.Subject;
import studio.ctnr.container.view.Explanation.Target;

/** Keys as the runtime's registry half sees them: key_path.c, key_redirection.c and key_layer.c, in Java. */
final class KeyView {
    private static final String USER = "HKCU";
    private static final String SOFTWARE = "HKLM\\Software";
    private static final String CLASSES = "\\Software\\Classes";

    /** A key that was deleted and made again: nothing of the host's shows through. A class may follow behind a colon. */
    private static final String OPAQUE = "ctnr.opaque";

    private final OrderedRules rules;
    private final HiveKey user;
    private final HiveKey software;

    /**
     * @param user the root of HKCU.hiv
     * @param software the root of HKLM-SW.hiv
     */
    KeyView(ContainerConfig config, HiveKey user, HiveKey software) {
        this.rules = OrderedRules.ofKeys(config.isolation());
        this.user = user;
        this.software = software;
    }

    Explanation explain(String asked, Optional<String> value, Bits bits) {
        List<Step> steps = new ArrayList<>();
        String key = spelled(asked, bits, steps);
        if (bits == Bits.X86) {
            key = step(steps, Reason.BITNESS, key, KeyNames32.redirected(key));
        }
        return explain(asked, value, bits, key, steps);
    }

    /** HKCR is the machine's classes unless the container has the key among the user's. */
    private String spelled(String asked, Bits bits, List<Step> steps) {
        int slash = asked.indexOf('\\');
        String root = (slash < 0 ? asked : asked.substring(0, slash)).toUpperCase(Locale.ROOT);
        if (root.equals("HKCR") || root.equals("HKEY_CLASSES_ROOT")) {
            String below = slash < 0 ? "" : asked.substring(slash);
            String users = KeyPath.of(USER + CLASSES + below).toString();
            String there = bits == Bits.X86 ? KeyNames32.redirected(users) : users;
            boolean known = !below.isEmpty()
                    && own(there).filter(found -> !RegistryWhiteout.is(found)).isPresent();
            return step(
                    steps,
                    Reason.CLASSES,
                    "",
                    known ? users : KeyPath.of("HKLM" + CLASSES + below).toString());
        }
        String key = KeyPath.of(asked).toString();
        return step(steps, Reason.COMPATIBILITY, key, KeyNames32.linked(key));
    }

    private static String step(List<Step> steps, Reason reason, String from, String to) {
        if (!from.equals(to)) {
            steps.add(new Step(reason, to));
        }
        return to;
    }

    private Explanation explain(String asked, Optional<String> value, Bits bits, String key, List<Step> steps) {
        Decision decision = rules.decide(key);
        boolean held = isHeld(key);
        Optional<String> hiddenBy = held && decision.mode() == Mode.MERGED ? hiddenBy(key) : Optional.empty();
        Optional<HiveKey> own = held && decision.mode() != Mode.HOST
                ? own(key).filter(found -> !RegistryWhiteout.is(found))
                : Optional.empty();
        boolean hostSeen = hiddenBy.isEmpty() && (!held || decision.mode() != Mode.ISOLATED);
        Layer layer = layer(own, hostSeen);
        if (value.isPresent()) {
            Optional<RegistryValue> owned = own.flatMap(found -> found.value(value.get()));
            boolean gone = owned.filter(found -> RegistryWhiteout.is(found) || KeptDescriptor.is(found))
                    .isPresent();
            layer = gone ? Layer.NONE : owned.isPresent() ? Layer.CONTAINER : hostSeen ? Layer.HOST : Layer.NONE;
            hiddenBy = gone
                    ? Optional.of(key + ", value " + value.get())
                    : owned.isPresent() ? Optional.empty() : hiddenBy;
        }
        boolean virtual = held && decision.mode() != Mode.HOST;
        return new Explanation(
                asked,
                value.isPresent() ? Subject.VALUE : Subject.KEY,
                bits,
                key,
                steps,
                held || decision.mode() == Mode.HOST ? decision : readOnly(),
                layer,
                virtual ? Optional.of(place(key)) : Optional.empty(),
                hiddenBy,
                landing(key, virtual, decision),
                rules.below(key));
    }

    private static Layer layer(Optional<HiveKey> own, boolean hostSeen) {
        if (own.isPresent()) {
            return hostSeen ? Layer.BOTH : Layer.CONTAINER;
        }
        return hostSeen ? Layer.HOST : Layer.NONE;
    }

    /** Outside of the two hives the host's keys are read, and only a rule of mode host lets them be written to. */
    private static Decision readOnly() {
        return new Decision(Mode.HOST, Optional.empty(), Source.RUNTIME);
    }

    private static Landing landing(String key, boolean virtual, Decision decision) {
        if (virtual) {
            return new Landing(Target.CONTAINER, Optional.of(place(key)));
        }
        return decision.mode() == Mode.HOST
                ? new Landing(Target.HOST, Optional.of(key))
                : new Landing(Target.REFUSED, Optional.empty());
    }

    /** The outermost key that hides what the host has: one that is deleted, or was made again after that. */
    private Optional<String> hiddenBy(String key) {
        String path = relative(key);
        HiveKey here = KeyNames32.within(key, USER) ? user : software;
        String name = KeyNames32.within(key, USER) ? USER : SOFTWARE;
        for (String part : path.isEmpty() ? new String[0] : path.split("\\\\")) {
            Optional<HiveKey> next = here.child(part);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
            name += "\\" + part;
            if (RegistryWhiteout.is(here) || isOpaque(here)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean isOpaque(HiveKey key) {
        return key.className()
                .filter(text -> text.equals(OPAQUE) || text.startsWith(OPAQUE + ":"))
                .isPresent();
    }

    private Optional<HiveKey> own(String key) {
        return (KeyNames32.within(key, USER) ? user : software).find(relative(key));
    }

    private static boolean isHeld(String key) {
        return KeyNames32.within(key, USER) || KeyNames32.within(key, SOFTWARE);
    }

    private static String relative(String key) {
        int root = (KeyNames32.within(key, USER) ? USER : SOFTWARE).length();
        return key.length() > root ? key.substring(root + 1) : "";
    }

    private static String place(String key) {
        String hive = KeyNames32.within(key, USER) ? "user/Registry/HKCU.hiv" : "user/Registry/HKLM-SW.hiv";
        return hive + ": " + relative(key);
    }
}

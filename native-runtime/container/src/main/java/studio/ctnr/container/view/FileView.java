package studio.ctnr.container.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.ContainerLayout;
import studio.ctnr.container.Whiteout;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.PathsConfig;
import studio.ctnr.container.view.Explanation.Decision;
import studio.ctnr.container.view.Explanation.Landing;
import studio.ctnr.container.view.Explanation.Layer;
import studio.ctnr.container.view.Explanation.Reason;
import studio.ctnr.container.view.Explanation.Step;
import studio.ctnr.container.view.Explanation.Subject;
import studio.ctnr.container.view.Explanation.Target;
import studio.ctnr.container.view.LayerFiles.Kind;

/** Paths as the runtime's file half sees them: name.c, link_follow.c, view.c, layer.c and whiteout.c, in Java. */
final class FileView {
    /** What stays System32 for 32-bit processes (redirection.c). */
    private static final List<String> NOT_REDIRECTED =
            List.of("catroot", "catroot2", "driverstore", "drivers\\etc", "logfiles", "spool");

    private final ViewedMachine machine;
    private final ContainerLayout layout;
    private final PathsConfig paths;
    private final OrderedRules rules;
    private final LayerFiles files;
    private final LinkedPaths links;

    FileView(ContainerConfig config, ViewedMachine machine, LayerFiles files) {
        this.machine = machine;
        this.layout = ContainerLayout.of(machine.profile(), machine.temp(), machine.systemDrive());
        this.paths = config.paths();
        this.rules = OrderedRules.ofFiles(config.isolation(), machine);
        this.files = files;
        this.links = new LinkedPaths(
                files, this::place, path -> rules.decide(spelled(path)).mode() == Mode.HOST);
    }

    /** A question, and how far it is understood. */
    private record Question(String asked, Bits bits, List<Step> steps) {
        Explanation answer(
                String view,
                Decision decision,
                Layer layer,
                Optional<String> inContainer,
                Optional<String> hiddenBy,
                Landing landing,
                List<Decision> below) {
            return new Explanation(
                    asked, Subject.FILE, bits, view, steps, decision, layer, inContainer, hiddenBy, landing, below);
        }
    }

    Explanation explain(String asked, Bits bits) throws IOException {
        List<Step> steps = new ArrayList<>();
        Question question = new Question(asked, bits, steps);
        WindowsPath view = WindowsPath.of(machine.expand(asked, bits));
        if (view.startsWith(machine.root())) {
            Optional<WindowsPath> shown =
                    layout.toWindows(usual(view.relativeTo(machine.root()).replace('\\', '/')));
            if (shown.isEmpty()) {
                return passing(question, view.toString());
            }
            view = step(steps, Reason.CONTAINER_FOLDER, view, shown.get());
        }
        if (bits == Bits.X86) {
            view = step(steps, Reason.BITNESS, view, redirected(view));
        }
        view = step(steps, Reason.COMPATIBILITY, view, layout.real(view));
        LinkedPaths.Followed followed = links.follow(view, layout::real);
        followed.targets().forEach(target -> steps.add(new Step(Reason.LINK, target)));
        if (followed.end().isPresent()) {
            return explain(question, followed.end().get());
        }
        String last = followed.targets().getLast();
        return last.matches("(?s)[A-Za-z]:.*") ? nowhere(question, view) : passing(question, last);
    }

    private static String spelled(WindowsPath view) {
        return view.isRoot() ? view.name() : view.toString();
    }

    /** Links that lead round in a circle: nothing can be opened there. */
    private Explanation nowhere(Question question, WindowsPath view) {
        return question.answer(
                view.toString(),
                rules.decide(spelled(view)),
                Layer.NONE,
                Optional.of(place(view)),
                Optional.empty(),
                new Landing(Target.REFUSED, Optional.empty()),
                List.of());
    }

    private static WindowsPath step(List<Step> steps, Reason reason, WindowsPath from, WindowsPath to) {
        if (!from.equals(to)) {
            steps.add(new Step(reason, to.toString()));
        }
        return to;
    }

    private WindowsPath redirected(WindowsPath path) {
        WindowsPath windows = machine.onSystemDrive("Windows");
        WindowsPath native64 = windows.resolve("Sysnative");
        WindowsPath system = windows.resolve("System32");
        if (path.startsWith(native64)) {
            return system.resolve(path.relativeTo(native64));
        }
        boolean stays = !path.startsWith(system)
                || NOT_REDIRECTED.stream().anyMatch(kept -> path.startsWith(system.resolve(kept)));
        return stays ? path : windows.resolve("SysWOW64").resolve(path.relativeTo(system));
    }

    /**
     * Hives, logs, the launcher, and what links have outside the drives: they are no part of the view, and calls to them
     * pass through.
     */
    private static Explanation passing(Question question, String path) {
        return question.answer(
                path,
                new Decision(Mode.HOST, Optional.empty(), Explanation.Source.RUNTIME),
                Layer.HOST,
                Optional.empty(),
                Optional.empty(),
                new Landing(Target.HOST, Optional.of(path)),
                List.of());
    }

    private Explanation explain(Question question, WindowsPath view) throws IOException {
        String spelled = spelled(view);
        Decision decision = rules.decide(spelled);
        String place = place(view);
        Optional<Kind> own =
                decision.mode() == Mode.HOST || Whiteout.isReserved(view.name()) ? Optional.empty() : files.at(place);
        Optional<String> hiddenBy =
                decision.mode() == Mode.MERGED ? hiddenBy(place, mapped(view, place)) : Optional.empty();
        String opaque = place + "/" + Whiteout.OPAQUE;
        if (own.equals(Optional.of(Kind.FOLDER)) && files.at(opaque).isPresent()) {
            hiddenBy = Optional.of(opaque); // the folder itself is both layers', and shows the container's names alone
        }
        boolean hostSeen = decision.mode() != Mode.ISOLATED && hiddenBy.isEmpty();
        Layer layer = own.isPresent()
                ? own.get() == Kind.FOLDER && hostSeen ? Layer.BOTH : Layer.CONTAINER
                : hostSeen ? Layer.HOST : Layer.NONE;
        return question.answer(
                view.toString(),
                decision,
                layer,
                decision.mode() == Mode.HOST ? Optional.empty() : Optional.of(place),
                own.isPresent() && own.get() == Kind.FILE ? Optional.empty() : hiddenBy,
                landing(decision, view, place, layer),
                rules.below(spelled));
    }

    private static Landing landing(Decision decision, WindowsPath view, String place, Layer layer) {
        if (decision.mode() == Mode.HOST) {
            return new Landing(Target.HOST, Optional.of(view.toString()));
        }
        if (Whiteout.isReserved(view.name())) {
            return new Landing(Target.REFUSED, Optional.empty());
        }
        Target target = layer == Layer.HOST ? Target.CONTAINER_BY_COPY : Target.CONTAINER;
        return new Landing(target, Optional.of(place));
    }

    /** From the outermost folder inwards, the first thing of the container's that hides what the host has. */
    private Optional<String> hiddenBy(String place, int mapped) throws IOException {
        for (int here = mapped; here < place.length(); ) {
            String folder = place.substring(0, here);
            Optional<Kind> kind = files.at(folder);
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            if (kind.get() == Kind.FILE) {
                return Optional.of(folder);
            }
            int next = place.indexOf('/', here + 1);
            next = next < 0 ? place.length() : next;
            for (String name : List.of(Whiteout.OPAQUE, Whiteout.markerFor(place.substring(here + 1, next)))) {
                String marker = folder + "/" + name;
                if (files.at(marker).isPresent()) {
                    return Optional.of(marker);
                }
            }
            here = next;
        }
        return Optional.empty();
    }

    /** How much of a place stands for a folder of the view that no whiteout can hide. */
    private int mapped(WindowsPath view, String place) {
        int rest = 0;
        for (WindowsPath path = view; !path.isRoot(); path = path.parent()) {
            String above = place(path.parent());
            if (!place(path).equals(above + "/" + path.name())) {
                break;
            }
            rest += path.name().length() + 1;
        }
        return place.length() - rest;
    }

    private String place(WindowsPath view) {
        return configured(layout.toContainer(view));
    }

    /** config.yml may keep some folders elsewhere in the container than the layout has them. */
    private String configured(String place) {
        String moved = moved(place, PathsConfig.DEFAULT.programFiles(), paths.programFiles());
        moved = moved(moved, PathsConfig.DEFAULT.appdata(), paths.appdata());
        moved = moved(moved, PathsConfig.DEFAULT.localAppdata(), paths.localAppdata());
        return moved(moved, PathsConfig.DEFAULT.temp(), paths.temp());
    }

    private String usual(String place) {
        String moved = moved(place, paths.programFiles(), PathsConfig.DEFAULT.programFiles());
        moved = moved(moved, paths.appdata(), PathsConfig.DEFAULT.appdata());
        moved = moved(moved, paths.localAppdata(), PathsConfig.DEFAULT.localAppdata());
        return moved(moved, paths.temp(), PathsConfig.DEFAULT.temp());
    }

    private static String moved(String place, String from, String to) {
        boolean lies = place.regionMatches(true, 0, from, 0, from.length())
                && (place.length() == from.length() || place.charAt(from.length()) == '/');
        return lies ? to + place.substring(from.length()) : place;
    }
}

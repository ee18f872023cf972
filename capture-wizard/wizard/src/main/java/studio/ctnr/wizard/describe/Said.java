package studio.ctnr.wizard.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.amend.Described;
import studio.ctnr.wizard.model.DescriptionDraft;
import studio.ctnr.wizard.model.EntryDraft;

/** What of a description is otherwise than it was found: that alone is kept beside the capture, and read from there. */
final class Said {
    private Said() {}

    static Described otherwise(DescriptionDraft found, DescriptionDraft wanted) {
        List<EntryPoint> entries = entries(wanted);
        return new Described(
                other(found, wanted, DescriptionDraft::id),
                other(found, wanted, DescriptionDraft::name),
                other(found, wanted, DescriptionDraft::version),
                other(found, wanted, DescriptionDraft::publisher),
                other(found, wanted, DescriptionDraft::description),
                text(wanted.icon()),
                entries.equals(entries(found)) ? Optional.empty() : Optional.of(entries));
    }

    /** The other way round: what was found, with what is said beside the capture. Found entry points that are not said are not kept. */
    static DescriptionDraft of(DescriptionDraft found, Described said) {
        return new DescriptionDraft(
                said.id().orElse(found.id()),
                said.name().orElse(found.name()),
                said.version().orElse(found.version()),
                said.publisher().orElse(found.publisher()),
                said.description().orElse(found.description()),
                said.icon().orElse(found.icon()),
                said.entrypoints().map(all -> entries(found, all)).orElse(found.entries()));
    }

    private static List<EntryDraft> entries(DescriptionDraft found, List<EntryPoint> said) {
        List<EntryDraft> left = new ArrayList<>(found.entries());
        List<EntryDraft> all = new ArrayList<>();
        for (EntryPoint entry : said) {
            Optional<EntryDraft> known = left.stream()
                    .filter(each -> each.name().equals(entry.name()))
                    .findFirst()
                    .or(() -> left.stream()
                            .filter(each -> each.target().equals(entry.target()))
                            .findFirst());
            known.ifPresent(left::remove);
            EntryDraft base = known.orElse(EntryDraft.NEW);
            all.add(EntryDraft.of(base.found(), base.foundTarget(), entry, entry.isDefault()));
        }
        left.forEach(each -> all.add(each.withKept(false)));
        return all;
    }

    private static Optional<String> other(
            DescriptionDraft found, DescriptionDraft wanted, Function<DescriptionDraft, String> field) {
        String text = field.apply(wanted);
        return text.equals(field.apply(found)) ? Optional.empty() : Optional.of(text);
    }

    private static List<EntryPoint> entries(DescriptionDraft draft) {
        return draft.entries().stream()
                .filter(EntryDraft::kept)
                .map(entry -> new EntryPoint(
                        entry.name().strip(),
                        entry.target().strip(),
                        text(entry.arguments()),
                        text(entry.folder()),
                        text(entry.icon()),
                        entry.main()))
                .toList();
    }

    private static Optional<String> text(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}

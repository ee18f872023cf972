package studio.ctnr.wizard.describe;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.amend.Described;
import studio.ctnr.wizard.model.DescriptionDraft;
import studio.ctnr.wizard.model.EntryDraft;

/** What of a description is otherwise than it was found: that alone is kept beside the capture. */
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

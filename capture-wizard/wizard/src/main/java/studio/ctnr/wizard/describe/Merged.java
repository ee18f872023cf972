package studio.ctnr.wizard.describe;

import java.util.List;
import java.util.function.Function;
import studio.ctnr.wizard.model.DescriptionDraft;
import studio.ctnr.wizard.model.EntryDraft;

/** A new look at the application keeps what the engineer wrote: only what stands as it was found is renewed. */
final class Merged {
    private Merged() {}

    /**
     * @param before what was found the last time
     * @param written what stands there now
     * @param now what is found now
     */
    static DescriptionDraft of(DescriptionDraft before, DescriptionDraft written, DescriptionDraft now) {
        return new DescriptionDraft(
                one(before, written, now, DescriptionDraft::id),
                one(before, written, now, DescriptionDraft::name),
                one(before, written, now, DescriptionDraft::version),
                one(before, written, now, DescriptionDraft::publisher),
                one(before, written, now, DescriptionDraft::description),
                written.icon(),
                entries(written.entries(), now.entries()),
                written.documents());
    }

    private static String one(
            DescriptionDraft before,
            DescriptionDraft written,
            DescriptionDraft now,
            Function<DescriptionDraft, String> field) {
        return field.apply(written).equals(field.apply(before)) ? field.apply(now) : field.apply(written);
    }

    /** Those that are found now, as they were written where they were there before. */
    static List<EntryDraft> entries(List<EntryDraft> written, List<EntryDraft> now) {
        return now.stream()
                .map(entry -> written.stream()
                        .filter(old -> old.found().equals(entry.found())
                                && old.target().equals(entry.target()))
                        .findFirst()
                        .orElse(entry))
                .toList();
    }
}

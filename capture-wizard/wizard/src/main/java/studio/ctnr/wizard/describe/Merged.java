package studio.ctnr.wizard.describe;

import java.util.ArrayList;
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
                entries(written.entries(), now.entries()));
    }

    private static String one(
            DescriptionDraft before,
            DescriptionDraft written,
            DescriptionDraft now,
            Function<DescriptionDraft, String> field) {
        return field.apply(written).equals(field.apply(before)) ? field.apply(now) : field.apply(written);
    }

    /** The engineer's own and those that are still found, as they were written and in that order; then the new ones. */
    static List<EntryDraft> entries(List<EntryDraft> written, List<EntryDraft> now) {
        List<EntryDraft> entries = new ArrayList<>();
        for (EntryDraft entry : written) {
            if (entry.own() || now.stream().anyMatch(entry::isOf)) {
                entries.add(entry);
            }
        }
        boolean hasMain = entries.stream().anyMatch(EntryDraft::main);
        for (EntryDraft entry : now) {
            if (entries.stream().noneMatch(entry::isOf)) {
                entries.add(hasMain ? entry.notMain() : entry);
            }
        }
        return entries;
    }
}

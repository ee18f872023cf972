package studio.ctnr.wizard.model;

import java.util.List;

/**
 * What the engineer says of the application, once it was looked at; texts may be empty where the capture gave none.
 *
 * @param icon a file of the container, {@code bin/icons/…}, that takes the found one's place; empty for the found one
 */
public record DescriptionDraft(
        String id,
        String name,
        String version,
        String publisher,
        String description,
        String icon,
        List<EntryDraft> entries) {
    public DescriptionDraft {
        entries = List.copyOf(entries);
    }

    public DescriptionDraft withEntries(List<EntryDraft> others) {
        return new DescriptionDraft(id, name, version, publisher, description, icon, others);
    }
}

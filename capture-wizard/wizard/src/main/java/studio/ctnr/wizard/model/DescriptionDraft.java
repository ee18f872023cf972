package studio.ctnr.wizard.model;

import java.util.List;

/**
 * What the engineer says of the application, once it was looked at; texts may be empty where the capture gave none.
 *
 * @param icon an icon file on this host that takes the found one's place; empty for the found one
 * @param documents whether the user's own folders (Documents, Desktop, …) are the host's
 */
public record DescriptionDraft(
        String id,
        String name,
        String version,
        String publisher,
        String description,
        String icon,
        List<EntryDraft> entries,
        boolean documents) {
    public DescriptionDraft {
        entries = List.copyOf(entries);
    }
}

package studio.ctnr.wizard.diff;

import java.util.Set;

/**
 * What of a tree is shown.
 *
 * @param text that the path or the data holds
 * @param categories that a change has to be of, all of them
 * @param excludedOnly whether what is included is left out
 */
public record DiffFilter(TextFilter text, Set<Category> categories, boolean excludedOnly) {
    public static final DiffFilter ALL = new DiffFilter(TextFilter.ANY, Set.of(), false);

    public DiffFilter {
        categories = Set.copyOf(categories);
    }

    public boolean isAll() {
        return text.isAny() && categories.isEmpty() && !excludedOnly;
    }

    public DiffFilter withText(TextFilter other) {
        return new DiffFilter(other, categories, excludedOnly);
    }

    public DiffFilter withCategories(Set<Category> others) {
        return new DiffFilter(text, others, excludedOnly);
    }

    public DiffFilter withExcludedOnly(boolean only) {
        return new DiffFilter(text, categories, only);
    }
}

package studio.ctnr.engine.projection.internal.pe;

import java.util.Comparator;

/**
 * One resource of an image, whose type and name are numbers.
 *
 * @param type RT_*
 * @param language 0 for none in particular
 */
public record ResourceLeaf(int type, int name, int language, byte[] data) {
    /** The order that Windows searches them in. */
    static final Comparator<ResourceLeaf> ORDER = Comparator.comparingInt(ResourceLeaf::type)
            .thenComparingInt(ResourceLeaf::name)
            .thenComparingInt(ResourceLeaf::language);
}

package studio.ctnr.engine.rules;

import java.util.Comparator;

/**
 * How closely a rule describes what it matches; the greater one decides.
 *
 * @param names names that are written out in full, from the drive or root down to a value's name
 * @param characters characters that are written out in names with wildcards
 * @param conditions further things that have to hold: a value, its data, a regular expression, a kind of change, a type
 * @param deep how many {@code **} there are; the fewer, the more specific
 */
record Specificity(int names, int characters, int conditions, int deep) implements Comparable<Specificity> {
    private static final Comparator<Specificity> ORDER = Comparator.comparingInt(Specificity::names)
            .thenComparingInt(Specificity::characters)
            .thenComparingInt(Specificity::conditions)
            .thenComparing(Comparator.comparingInt(Specificity::deep).reversed());

    Specificity plus(Specificity other) {
        return new Specificity(
                names + other.names, characters + other.characters, conditions + other.conditions, deep + other.deep);
    }

    @Override
    public int compareTo(Specificity other) {
        return ORDER.compare(this, other);
    }
}

package studio.ctnr.container.hive;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Trees of keys with everything that a hive can hold, of every shape. */
final class AnyTree implements ArbitrarySupplier<HiveKey> {
    /** One change to a tree. */
    private record Step(List<String> path, RegistryValue value, long ticks, String className, byte[] security) {}

    @Override
    public Arbitrary<HiveKey> get() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, steps().list().ofMaxSize(60).map(AnyTree::grow)),
                Tuple.of(1, Arbitraries.integers().between(400, 1100).map(AnyTree::wide)),
                Tuple.of(1, Arbitraries.integers().between(1, 511).map(AnyTree::deep)));
    }

    private static HiveKey grow(List<Step> steps) {
        HiveKey root = HiveKey.root("ROOT");
        for (Step step : steps) {
            HiveKey key = root.findOrCreate(String.join("\\", step.path));
            key.put(step.value);
            key.setTicks(step.ticks);
            key.setClassName(step.className.isEmpty() ? null : step.className);
            key.setSecurity(step.security);
        }
        return root;
    }

    private static HiveKey wide(int count) {
        HiveKey root = HiveKey.root("ROOT");
        for (int i = 0; i < count; i++) {
            root.childOrCreate(Integer.toString(i * 7919 % 10_007, 36)).put(RegistryValue.dword("i", i));
        }
        return root;
    }

    private static HiveKey deep(int levels) {
        HiveKey root = HiveKey.root("ROOT");
        root.findOrCreate("d\\".repeat(levels)).put(RegistryValue.dword("levels", levels));
        return root;
    }

    private Arbitrary<Step> steps() {
        return Combinators.combine(
                        names(1, HiveKey.LONGEST_NAME).list().ofMaxSize(6),
                        values(),
                        Arbitraries.longs(),
                        Arbitraries.oneOf(Arbitraries.just(""), names(1, 300)),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(2))
                .as(Step::new);
    }

    private Arbitrary<RegistryValue> values() {
        Arbitrary<Integer> types =
                Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.integers().between(0, 11)), Tuple.of(1, integers()));
        return Combinators.combine(names(0, HiveKey.LONGEST_VALUE_NAME), types, data())
                .as(RegistryValue::new);
    }

    private static Arbitrary<Integer> integers() {
        return Arbitraries.integers();
    }

    /** Any UTF-16 units but the back slash, halves of surrogate pairs included; few letters, so that names meet. */
    private Arbitrary<String> names(int shortest, int longest) {
        Arbitrary<Character> units = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of('a', 'A', 'b', 'ß', 'ÿ', 'Ж', 'ж', '名', 'ı', 'µ')),
                Tuple.of(1, Arbitraries.chars().range('\0', '\uffff').filter(unit -> unit != '\\')));
        return Arbitraries.frequencyOf(
                Tuple.of(
                        9,
                        Arbitraries.strings()
                                .withChars('a', 'A', 'b')
                                .ofMinLength(shortest)
                                .ofMaxLength(3)),
                Tuple.of(9, units.list().ofMinSize(shortest).ofMaxSize(12).map(AnyTree::joined)),
                Tuple.of(1, Arbitraries.of("L", "й").map(unit -> unit.repeat(longest))));
    }

    private static String joined(List<Character> units) {
        StringBuilder text = new StringBuilder();
        units.forEach(text::append);
        return text.toString();
    }

    private Arbitrary<byte[]> data() {
        Arbitrary<Integer> lengths = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 9)),
                Tuple.of(4, Arbitraries.integers().between(10, 500)),
                Tuple.of(1, Arbitraries.integers().between(16_340, 16_350)),
                Tuple.of(1, Arbitraries.integers().between(32_684, 32_694)),
                Tuple.of(1, Arbitraries.integers().between(500, 100_000)));
        return Combinators.combine(lengths, Arbitraries.bytes()).as(AnyTree::pattern);
    }

    private static byte[] pattern(int length, byte seed) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (seed + i * 31 + (i >> 8));
        }
        return data;
    }
}

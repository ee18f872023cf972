package studio.ctnr.container.hive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any tree of keys comes back as it was. */
class HiveRoundTripTest {
    private static final Instant FIRST = Instant.parse("1601-01-01T00:00:00Z");

    @Property(tries = 300)
    void anyTreeComesBackAsItWas(@ForAll(supplier = AnyTree.class) HiveKey tree) throws IOException {
        HiveBytes written = new HiveBytes(tree);
        HiveKey read = written.read();

        assertThat(Trees.describe(read)).isEqualTo(Trees.describe(tree));
        assertThat(new HiveBytes(read).bytes).isEqualTo(written.bytes);
    }

    @Property(tries = 300)
    void everyInstantOfFileTimeComesBack(@ForAll long ticks) {
        assertThat(FileTime.of(FileTime.toInstant(ticks >>> 1))).isEqualTo(ticks >>> 1);
        assertThat(FileTime.toInstant(ticks >>> 1)).isAfterOrEqualTo(FIRST);
    }
}

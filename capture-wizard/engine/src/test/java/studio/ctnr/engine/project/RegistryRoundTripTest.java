package studio.ctnr.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.change.ValueForm;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

class RegistryRoundTripTest {
    @Property
    void anyValueSurvives(
            @ForAll("values") RegistryValue before,
            @ForAll("values") RegistryValue after,
            @ForAll("units") String key) {
        OfValue change =
                new OfValue(KeyPath.of("HKCU\\k" + key.replace('\\', '/')), Optional.of(before), Optional.of(after));
        RegistryChange read = read(written(change));
        assertThat(read).isEqualTo(change);
        assertThat(read.key()).hasToString(change.key().toString());
        assertThat(((OfValue) read).before().orElseThrow().name()).isEqualTo(before.name());
    }

    @Property
    void aRowOfUnitsReadsAsText(@ForAll("units") String text) {
        byte[] data = new ValueForm.Text(text).bytes(ValueType.REG_SZ.number());
        ValueForm form = ValueForm.of(ValueType.REG_SZ.number(), data);
        if (text.indexOf(0) < 0) {
            assertThat(form).isEqualTo(new ValueForm.Text(text));
        }
        assertThat(form.bytes(ValueType.REG_SZ.number())).isEqualTo(data);
    }

    @Example
    void unusualStringsKeepTheirBytes() {
        int sz = ValueType.REG_SZ.number();
        for (byte[] data : List.of(
                new byte[0], new byte[] {65}, new byte[] {65, 0}, new byte[] {65, 0, 0}, new byte[] {0, 0, 0, 0})) {
            assertThat(ValueForm.of(sz, data)).isInstanceOf(ValueForm.Bytes.class);
        }
        assertThat(ValueForm.of(sz, new byte[] {0, 0})).isEqualTo(new ValueForm.Text(""));
        assertThat(ValueForm.of(ValueType.REG_MULTI_SZ.number(), new byte[] {65, 0, 0, 0, 0, 0}))
                .isEqualTo(new ValueForm.Texts(List.of("A")));
    }

    @Provide
    Arbitrary<RegistryValue> values() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(400);
        Arbitrary<byte[]> zeros =
                Arbitraries.of((byte) 0, (byte) 65).array(byte[].class).ofMaxSize(12);
        Arbitrary<byte[]> texts = units().map(text -> new ValueForm.Text(text).bytes(1));
        Arbitrary<Integer> types = Arbitraries.oneOf(Arbitraries.integers().between(0, 12), Arbitraries.integers());
        return Combinators.combine(units(), types, Arbitraries.oneOf(bytes, zeros, texts))
                .as(RegistryValue::new);
    }

    @Provide
    Arbitrary<String> units() {
        Arbitrary<Character> surrogates = Arbitraries.chars().range('\ud800', '\udfff');
        Arbitrary<Character> low = Arbitraries.chars().range('\0', '\u007f');
        return Arbitraries.oneOf(Arbitraries.chars(), surrogates, low)
                .array(char[].class)
                .ofMaxSize(20)
                .map(String::new);
    }

    private static byte[] written(RegistryChange change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            RegistryChangeJson.write(json, change);
        }
        return out.toByteArray();
    }

    private static RegistryChange read(byte[] line) {
        try (JsonParser json = JsonLines.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            return RegistryChangeJson.reader().read(json);
        }
    }
}

package studio.ctnr.engine.projection.internal.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.Variable;
import studio.ctnr.engine.projection.RecordedChanges;
import studio.ctnr.engine.projection.report.Portability.Finding;
import studio.ctnr.engine.projection.report.Portability.Place;

class BinaryScanTest {
    private final Findings findings = new Findings();
    private final BinaryScan scan = new BinaryScan(
            new PortableText(new Traces(RecordedChanges.MACHINE), findings),
            findings,
            RecordedChanges.MACHINE.userSid());

    private void look(byte[] data) {
        scan.look(data, Place.BINARY_DATA, "w");
    }

    @Test
    void textIsFoundInEveryEncodingAndAtOddOffsets() {
        look("\1\2\3C:\\users\\Ann Lee\\x\0".getBytes(StandardCharsets.ISO_8859_1));
        look("\1C:\\users\\Ann Lee\\x\0".getBytes(StandardCharsets.UTF_16LE));
        look(("x" + new String("BUILDBOX7\0".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(findings.toReport().findings())
                .extracting(Finding::variable)
                .containsExactly(Variable.USERPROFILE, Variable.USERPROFILE, Variable.COMPUTERNAME);
    }

    @Test
    void theUsersSidIsFoundInItsBinaryForm() {
        look(HexFormat.of()
                .parseHex("ff" + "0105000000000005" + "15000000" + "c76b9f06" + "8ed73e0d" + "5543de13" + "e9030000"));
        assertThat(findings.toReport().findings()).extracting(Finding::variable).containsExactly(Variable.USERSID);
    }

    @Test
    void otherBytesAreNotFound() {
        look(new byte[4096]);
        look("nothing of the kind".getBytes(StandardCharsets.UTF_16LE));
        assertThat(findings.toReport().left()).isZero();
    }
}

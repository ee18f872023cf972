package studio.ctnr.engine.projection.internal.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.container.Variable;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;

class PortableTextTest {
    private static final String SID = "S-1-5-21-111111111-222222222-333333333-1001";
    private static final CaptureMachine MACHINE = machine("Ann Lee", "BUILDBOX7");
    private static final Map<Variable, String> VALUES = Map.of(
            Variable.USERPROFILE, "C:\\Users\\Ann Lee",
            Variable.APPDATA, "C:\\Users\\Ann Lee\\AppData\\Roaming",
            Variable.LOCALAPPDATA, "C:\\Users\\Ann Lee\\AppData\\Local",
            Variable.TEMP, "C:\\Users\\Ann Lee\\AppData\\Local\\Temp",
            Variable.USERNAME, "Ann Lee",
            Variable.USERSID, SID,
            Variable.COMPUTERNAME, "BUILDBOX7");

    private final PortableText text = new PortableText(new Traces(MACHINE), new Findings());

    private static CaptureMachine machine(String user, String computer) {
        WindowsPath profile = WindowsPath.of("C:\\Users\\" + user);
        return new CaptureMachine(
                "windows", "10.0.19045", user, SID, computer, profile, profile.resolve("AppData\\Local\\Temp"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            C:\\users\\ANN LEE\\AppData\\Roaming\\X         > %CONTAINER_APPDATA%\\X
            C:\\Users\\Ann Lee\\AppData\\Local\\Temp\\~x.tmp > %CONTAINER_TEMP%\\~x.tmp
            C:\\Users\\Ann Lee\\AppData\\LocalLow\\x         > %CONTAINER_USERPROFILE%\\AppData\\LocalLow\\x
            "C:\\Users\\Ann Lee\\x.exe" "%1"               > "%CONTAINER_USERPROFILE%\\x.exe" "%1"
            C:/Users/Ann Lee/AppData/Local/x               > %CONTAINER_LOCALAPPDATA:slash%/x
            C:\\\\Users\\\\Ann Lee\\\\x                    > %CONTAINER_USERPROFILE:escaped%\\\\x
            file:///C:/Users/Ann%20Lee/x.html              > file:///%CONTAINER_USERPROFILE:url%/x.html
            C:\\Users\\ANNLEE~1\\AppData\\Roaming\\x       > %CONTAINER_APPDATA:short%\\x
            HKU\\S-1-5-21-111111111-222222222-333333333-1001_Classes > HKU\\S-1-5-21-111111111-222222222-333333333-1001_Classes
            \\\\BUILDBOX7\\share                           > \\\\%CONTAINER_COMPUTERNAME%\\share
            buildbox7.example.org                          > %CONTAINER_COMPUTERNAME%.example.org
            C:\\Users\\Ann Lee.old\\x                  > C:\\Users\\%CONTAINER_USERNAME%.old\\x
            owner=Ann Lee                                  > owner=%CONTAINER_USERNAME%
            """)
    void everyWayToWriteAMachinesNameIsFound(String before, String after) {
        assertThat(text.replace(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\Ann Leeds\\x",
        "D:\\Users\\Ann\\x",
        "S-1-5-21-111111111-222222222-333333333-10015",
        "S-1-5-18",
        "REBUILDBOX7",
        "%APPDATA%\\x"
    })
    void whatOnlyBeginsTheSameIsLeftAlone(String before) {
        assertThat(text.replace(before)).isEqualTo(before);
    }

    @Test
    void aNameThatSaysNothingIsReplacedOnlyWhereItMustMeanTheUser() {
        PortableText common = new PortableText(new Traces(machine("root", "WS01BOX")), new Findings());
        assertThat(common.replace("root element of C:\\Users\\root\\x, WS01BOX\\root"))
                .isEqualTo(
                        "root element of %CONTAINER_USERPROFILE%\\x, %CONTAINER_COMPUTERNAME%\\%CONTAINER_USERNAME%");
    }

    @Test
    void textThatLooksLikeAVariableStaysItself() {
        assertThat(text.replace("%CONTAINER_TEMP%")).isEqualTo("%CONTAINER_PERCENT%CONTAINER_TEMP%");
    }

    @Property
    void replacedAndExpandedTextIsTheSameAgain(@ForAll("texts") String before) {
        String after = text.replace(before);
        assertThat(Variable.expand(after, variable -> Optional.ofNullable(VALUES.get(variable))))
                .isEqualTo(before);
    }

    @Property
    void whatTheAnchorsPassOverHoldsNoTrace(@ForAll("texts") String before) {
        Anchors anchors = new Anchors(List.of("S-1-5-21-", "Users", "Ann Lee", "BUILDBOX7"));
        String after = text.replace(before);
        assertThat(anchors.standIn(before) || after.equals(Variable.escape(before)))
                .isTrue();
        assertThat(anchors.standIn("x" + before.toLowerCase(Locale.ROOT))).isEqualTo(anchors.standIn(before));
    }

    @Provide
    Arbitrary<String> texts() {
        List<String> parts = List.of(
                "C:\\Users\\Ann Lee",
                "C:/Users/Ann Lee",
                "C:\\\\Users\\\\Ann Lee",
                "file:///C:/Users/Ann%20Lee",
                "\\AppData\\Roaming",
                "/AppData/Local",
                "\\\\AppData\\\\Local\\\\Temp",
                "Ann Lee",
                "BUILDBOX7",
                SID,
                "%CONTAINER_",
                "%CONTAINER_TEMP%",
                "%CONTAINER_TEMP:slash%",
                "%",
                "_",
                "CONTAINER_",
                "x",
                ".",
                " ",
                "\\",
                "/",
                "\0",
                "\"");
        return Arbitraries.of(parts).list().ofMaxSize(8).map(chosen -> String.join("", chosen));
    }
}

package studio.ctnr.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VariableTest {
    @Test
    void onlyContainerVariablesGetValues() {
        String text = "%CONTAINER_APPDATA%\\X;%APPDATA%;%CONTAINER_NEW%;%container_temp%;%CONTAINER_USERSID";
        assertThat(Variable.expand(text, variable -> Optional.of("<" + variable + "$1>")))
                .isEqualTo("<APPDATA$1>\\X;%APPDATA%;%CONTAINER_NEW%;%container_temp%;%CONTAINER_USERSID");
    }

    @Test
    void aVariableWithoutAValueStays() {
        assertThat(Variable.expand("%CONTAINER_TEMP%", variable -> Optional.empty()))
                .isEqualTo("%CONTAINER_TEMP%");
    }

    @Test
    void aValueIsNotLookedAtAgain() {
        assertThat(Variable.expand("%CONTAINER_TEMP%", variable -> Optional.of("%CONTAINER_ROOT%")))
                .isEqualTo("%CONTAINER_ROOT%");
    }

    @Test
    void aValueIsWrittenInTheFormThatItsTokenNames() {
        String text = "%CONTAINER_TEMP:slash%|%CONTAINER_TEMP:escaped%|%CONTAINER_TEMP:url%|%CONTAINER_TEMP:short%";
        assertThat(Variable.expand(text, variable -> Optional.of("C:\\Ann é")))
                .isEqualTo("C:/Ann é|C:\\\\Ann é|C:/Ann%20%C3%A9|C:\\Ann é");
        assertThat(Variable.expand("%CONTAINER_TEMP:new%", variable -> Optional.of("x")))
                .isEqualTo("%CONTAINER_TEMP:new%");
        assertThat(Variable.TEMP.token(VariableForm.SLASH)).isEqualTo("%CONTAINER_TEMP:slash%");
    }

    @Property
    void textThatWasEscapedComesBackAsItWas(@ForAll("texts") String text) {
        assertThat(Variable.expand(Variable.escape(text), variable -> Optional.of("wrong")))
                .isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("%", "CONTAINER_", "TEMP", "PERCENT", "%CONTAINER_TEMP%", "a", "%CONTAINER_")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}

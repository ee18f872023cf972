package studio.ctnr.container.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.config.ConfigCompletion.Completion;
import studio.ctnr.container.config.ConfigCompletion.Offer;

class ConfigCompletionTest {
    private static List<String> at(String text) {
        return complete(text).offers().stream().map(Offer::text).toList();
    }

    /** The caret stands where the bar is. */
    private static Completion complete(String text) {
        int caret = text.indexOf('|');
        return ConfigCompletion.at(text.replace("|", ""), caret);
    }

    @Test
    void offersTheKeysOfTheFile() {
        assertThat(at("id: a\n|")).contains("name: ", "version: ", "runtime:", "env:");
        assertThat(at("id: a\nse|")).containsExactly("services:", "security:");
        assertThat(complete("id: a\nse|").start()).isEqualTo(6);
    }

    @Test
    void offersTheKeysOfAMap() {
        assertThat(at("runtime:\n  hooks:\n    f|")).containsExactly("filesystem: ");
        assertThat(at("runtime:\n  hooks:\n    filesystem: detours\n  |")).containsExactly("build: ", "hooks:");
        assertThat(at("runtime:\n  hooks:\nsecurity:\n  |")).containsExactly("signed: ", "encryption: ");
    }

    @Test
    void offersTheKeysOfAnItem() {
        assertThat(at("env:\n  - |")).containsExactly("key: ", "value: ");
        assertThat(at("env:\n- |")).containsExactly("key: ", "value: ");
        assertThat(at("env:\n  - key: A\n    v|")).containsExactly("value: ");
        assertThat(at("isolation:\n  filesystem:\n    - path: x\n      m|")).containsExactly("mode: ");
        assertThat(at("isolation:\n  filesystem:\n    - path: x\n      mode: host\n  r|"))
                .containsExactly("registry:");
    }

    @Test
    void offersTheWordsOfAValue() {
        assertThat(at("runtime:\n  hooks:\n    registry: m|")).containsExactly("minifilter", "mixed");
        assertThat(at("runtime:\n  hooks:\n    registry: \"|")).containsExactly("detours", "minifilter", "mixed");
        assertThat(at("security:\n  signed: |")).containsExactly("true", "false");
        assertThat(at("isolation:\n  registry:\n  - path: HKCU\n    mode: |"))
                .containsExactly("merged", "isolated", "host");
    }

    @Test
    void offersNothingWhereTheSchemaKnowsNothing() {
        assertThat(at("name: |")).isEmpty();
        assertThat(at("my own:\n  |")).isEmpty();
        assertThat(at("other:\n  |")).isEmpty();
    }

    @Test
    void saysWhatAKeyIsFor() {
        assertThat(complete("publ|").offers()).containsExactly(new Offer("publisher: ", "who makes the application"));
    }
}

package studio.ctnr.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.toolkit.history.EditHistory;

class DraftFolderTest {
    @TempDir
    private Path place;

    private DraftFolder drafts;

    @BeforeEach
    void open() {
        drafts = new DraftFolder(place.resolve("draft"));
    }

    @Test
    void whatIsNotEditedAnyMoreIsNotOffered() throws IOException {
        drafts.keep(drafts.request(), List.of(new Part("a", "1"), new Part("b", "1")));
        drafts.keep(drafts.request(), List.of(new Part("b", "2")));

        Path offered = new DraftFolder(place.resolve("draft")).offer().orElseThrow();
        assertThat(offered.resolve("a")).doesNotExist();
        assertThat(offered.resolve("b")).hasContent("2");

        drafts.keep(drafts.request(), List.of());
        assertThat(place.resolve("draft")).doesNotExist();
    }

    @Test
    void aDraftThatWasOnItsWayWhenAllWasSavedDoesNotComeBack() throws IOException {
        int keeping = drafts.request();
        int discarding = drafts.request();
        drafts.discard(discarding);
        drafts.keep(keeping, List.of(new Part("a", "1")));
        assertThat(drafts.offer()).isEmpty();
    }

    @Test
    void whatIsEditedWhileTheEarlierIsDiscardedIsKept() throws IOException {
        drafts.keep(drafts.request(), List.of(new Part("a", "1")));
        int discarding = drafts.request();
        int keeping = drafts.request();
        drafts.keep(keeping, List.of(new Part("a", "2")));
        drafts.discard(discarding);
        assertThat(drafts.offer().orElseThrow().resolve("a")).hasContent("2");
    }

    @Test
    void whatIsOfferedStaysUntilSomebodyDecides() throws IOException {
        drafts.keep(drafts.request(), List.of(new Part("a", "before the crash")));
        DraftFolder next = new DraftFolder(place.resolve("draft"));
        Path offered = next.offer().orElseThrow();

        next.keep(next.request(), List.of(new Part("a", "after it")));
        assertThat(offered.resolve("a")).hasContent("before the crash");

        next.decide();
        next.keep(next.request(), List.of(new Part("a", "later")));
        assertThat(offered).doesNotExist();
        assertThat(next.offer().orElseThrow().resolve("a")).hasContent("later");
    }

    @Test
    void aHalfWrittenDraftIsNone() throws IOException {
        Files.createDirectories(place.resolve("draft/writing"));
        Files.writeString(place.resolve("draft/writing/a"), "half");
        assertThat(drafts.offer()).isEqualTo(Optional.empty());
    }

    private record Part(String name, String text, EditHistory history) implements Edited {
        private Part(String name, String text) {
            this(name, text, new EditHistory());
        }

        @Override
        public void save() {
            throw new AssertionError("Nothing is saved here");
        }

        @Override
        public void keep(Path folder) throws IOException {
            Files.writeString(folder.resolve(name), text);
        }
    }
}

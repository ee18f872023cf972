package studio.ctnr.studio.editor.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FakeDesk;

class LogActionsTest {
    private static final String OPEN = "{\"event\":\"open\",\"path\":\"C:\\\\a, b.txt\",\"layer\":\"host\"}\n";
    private static final String CREATE = "{\"event\":\"create\",\"path\":\"C:\\\\c\",\"status\":0}\n";

    @TempDir
    private Path folder;

    private final FakeDesk user = new FakeDesk();
    private Path log;
    private LogsViewModel model;
    private LogActions actions;

    @BeforeEach
    void open() throws IOException {
        log = folder.resolve("logs/events.log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, OPEN + CREATE);
        model = new LogsViewModel(log, Background.immediate(), e -> {
            throw new AssertionError(e);
        });
        model.look();
        actions = new LogActions(model, log, user.desk);
    }

    @Test
    void whatTheFiltersLetThroughIsExportedAsItWasWritten() throws IOException {
        model.eventProperty().set("create");
        user.dialogs.chosen = List.of(folder.resolve("out.jsonl"));
        actions.export().perform();
        assertThat(folder.resolve("out.jsonl")).hasContent(CREATE);
    }

    @Test
    void aTableHasAColumnForEachField() throws IOException {
        user.dialogs.chosen = List.of(folder.resolve("out.csv"));
        actions.export().perform();
        assertThat(Files.readString(folder.resolve("out.csv")))
                .isEqualTo("\ufeffevent,path,layer,status\r\nopen,\"C:\\a, b.txt\",host,\r\ncreate,C:\\c,,0\r\n");
    }

    @Test
    void aClearedLogIsEmptyAndGoesOn() throws IOException {
        actions.clear().perform();
        assertThat(model.shown()).as("it is asked first").hasSize(2);
        user.dialogs.answer("Clear log");
        assertThat(model.shown()).isEmpty();
        assertThat(log).isEmptyFile();

        Files.writeString(log, OPEN, StandardOpenOption.APPEND);
        model.look();
        assertThat(model.shown()).hasSize(1);
    }

    @Test
    void theFolderIsOpenedWhereThereIsOne() throws IOException {
        actions.openFolder().perform();
        assertThat(user.dialogs.opened).containsExactly(log.getParent());

        new LogActions(model, folder.resolve("none/events.log"), user.desk)
                .openFolder()
                .perform();
        assertThat(user.dialogs.opened).hasSize(1);
        assertThat(user.notices).hasSize(1);
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        user.dialogs.chosen = List.of(folder.resolve("none/out.csv"));
        actions.export().perform();
        assertThat(user.notices.getLast().text()).contains("out.csv");
    }
}

package studio.ctnr.studio.drag;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * A file manager as small as can be, for a process of its own: its window gives the files that it is started with to
 * who drags from it, and copies what is dropped on it into a folder. It says on its standard output what happens.
 *
 * <p>Arguments: where its window is (x, y), the folder, the files.
 */
public final class DragPeer {
    static final int SIZE = 200;

    private DragPeer() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> show(List.of(arguments)));
    }

    private static void show(List<String> arguments) {
        Stage stage = new Stage();
        Path folder = Path.of(arguments.get(2));
        List<File> files = arguments.stream().skip(3).map(File::new).toList();
        StackPane pane = new StackPane(new Label("files"));
        pane.setOnDragDetected(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files);
            pane.startDragAndDrop(TransferMode.COPY).setContent(content);
            say("dragging");
            e.consume();
        });
        pane.setOnDragDone(e -> say("done " + e.getTransferMode()));
        pane.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
                say("over");
            }
            e.consume();
        });
        pane.setOnDragDropped(e -> {
            e.getDragboard().getFiles().forEach(file -> copy(file.toPath(), folder));
            e.setDropCompleted(true);
            e.consume();
        });
        stage.setX(Double.parseDouble(arguments.get(0)));
        stage.setY(Double.parseDouble(arguments.get(1)));
        stage.setScene(new Scene(pane, SIZE, SIZE));
        stage.setOnShown(e -> say("ready"));
        stage.show();
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.copy(file, folder.resolve(file.getFileName()));
            say("copied " + file.getFileName());
        } catch (IOException e) {
            say("failed " + e);
        }
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }
}

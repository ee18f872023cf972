package studio.ctnr.studio.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.workbench.inventory.ContainerRecord;

/**
 * Lets a card be dragged into a file manager, which gets it as a {@code .ctnr}. Hosts want the file when the drag
 * begins, and packing takes its time: the first drag of a container packs it and says when it can be dragged; from then
 * on, as long as the container is as it was, a drag works at once.
 */
final class DragOut {
    private record Key(String id, long revision) {}

    private final Bench bench;
    private final Desk desk;
    private final Map<Key, Path> packed = new HashMap<>();

    DragOut(Bench bench, Desk desk) {
        this.bench = bench;
        this.desk = desk;
    }

    void enable(ContainerCard card) {
        card.setOnDragDetected(e -> {
            ContainerRecord container = card.container();
            Path file = packed.get(new Key(container.id(), container.revision()));
            if (file == null) {
                pack(container);
            } else {
                ClipboardContent content = new ClipboardContent();
                content.putFiles(List.of(file.toFile()));
                card.startDragAndDrop(TransferMode.COPY).setContent(content);
            }
            e.consume();
        });
    }

    private void pack(ContainerRecord container) {
        desk.notices().tell(Notice.tell(Texts.text("drag.packing", container.name())));
        desk.background()
                .call(() -> {
                    Path file = folder().resolve(container.id() + ".ctnr");
                    bench.export(container, file);
                    return file;
                })
                .onSuccess(file -> {
                    packed.put(new Key(container.id(), container.revision()), file);
                    desk.notices().tell(Notice.tell(Texts.text("drag.ready", container.name())));
                })
                .onError(e -> desk.notices().tell(Failures.of(e, () -> pack(container))))
                .start();
    }

    /** One of its own, so that two containers of one name don't meet. */
    private static Path folder() throws IOException {
        return Files.createTempDirectory("ctnr-drag");
    }
}

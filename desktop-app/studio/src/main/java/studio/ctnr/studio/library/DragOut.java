package studio.ctnr.studio.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.event.EventTarget;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Control;
import javafx.scene.control.TableRow;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.workbench.inventory.ContainerRecord;

/**
 * Lets a container be dragged into a file manager, which gets it as a {@code .ctnr}. A file has to be whole when hosts
 * are told of it, and JavaFX can't hand it over later; so the drag of the mouse packs the container first, and becomes
 * the host's drag with the first movement after that. Who lets go before is told when the file is ready; as long as the
 * container is as it was, it is dragged at once from then on.
 */
final class DragOut {
    private record Packed(long revision, Path file) {}

    /** From the mouse's first movement with its button down until the host takes over, or it is let go. */
    private record Drag(ContainerRecord container, Image picture) {}

    private final Bench bench;
    private final Desk desk;
    private final Map<String, Packed> packed = new HashMap<>();
    private Drag drag;
    private ContainerRecord underWay;

    DragOut(Bench bench, Desk desk) {
        this.bench = bench;
        this.desk = desk;
    }

    /** @param list shows containers as {@link ContainerCard}s or as rows of a table */
    void from(Control list) {
        // cards may be filled anew while the mouse moves; the list stays, so it is what hears of the movement
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> drag = null);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> {
            if (drag == null && e.isDragDetect() && e.getButton() == MouseButton.PRIMARY) {
                begin(list, e.getTarget());
            }
            e.setDragDetect(drag != null && isPacked(drag.container()));
        });
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> letGo(list));
        list.setOnDragDetected(e -> {
            if (drag != null) {
                hand(list);
                e.consume();
            }
        });
    }

    private void begin(Control list, EventTarget pressed) {
        Node node = pressed instanceof Node each ? each : null;
        while (node != null && drag == null) {
            if (node instanceof ContainerCard card) {
                drag = new Drag(card.container(), card.snapshot(new SnapshotParameters(), null));
            } else if (node instanceof TableRow<?> row && row.getItem() instanceof ContainerRecord container) {
                drag = new Drag(container, null);
            }
            node = node.getParent();
        }
        if (drag != null && !isPacked(drag.container())) {
            list.setCursor(Cursor.WAIT);
            pack(list, drag.container());
        }
    }

    private boolean isPacked(ContainerRecord container) {
        Packed known = packed.get(container.id());
        return known != null && known.revision() == container.revision();
    }

    private void hand(Control list) {
        list.setCursor(null);
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(packed.get(drag.container().id()).file().toFile()));
        Dragboard board = list.startDragAndDrop(TransferMode.COPY);
        board.setDragView(drag.picture());
        board.setContent(content);
        drag = null;
    }

    private void letGo(Control list) {
        list.setCursor(null);
        if (drag != null && !isPacked(drag.container())) {
            desk.notices()
                    .tell(Notice.tell(
                            Texts.text("drag.packing", drag.container().name())));
        }
        drag = null;
    }

    private void pack(Control list, ContainerRecord container) {
        if (container.equals(underWay)) {
            return;
        }
        underWay = container;
        Packed before = packed.remove(container.id());
        desk.background()
                .call(() -> {
                    if (before != null) {
                        Files.deleteIfExists(before.file());
                    }
                    Path file = folder().resolve(container.id() + ".ctnr");
                    file.toFile().deleteOnExit();
                    bench.export(container, file);
                    return file;
                })
                .onSuccess(file -> {
                    packed.put(container.id(), new Packed(container.revision(), file));
                    if (drag != null && drag.container().equals(container)) {
                        list.setCursor(Cursor.CLOSED_HAND);
                    } else {
                        desk.notices().tell(Notice.tell(Texts.text("drag.ready", container.name())));
                    }
                })
                .onError(e -> desk.notices().tell(Failures.of(e, () -> pack(list, container))))
                .atEnd(() -> underWay = null)
                .start();
    }

    /** One of its own, so that two containers of one name don't meet. */
    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("ctnr-drag");
        folder.toFile().deleteOnExit();
        return folder;
    }
}

package studio.ctnr.studio.choice;

import atlantafx.base.theme.Styles;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.dialog.FileChoice;

/** Where a container is named: by an id of the library, or by a path that is typed, chosen or dropped. */
public final class ContainerField extends HBox {
    private final ComboBox<String> box;

    /**
     * @param id of the field in the scene
     * @param prompt what is to be chosen, which is also said aloud
     * @param known what is offered
     */
    public ContainerField(
            String id, String prompt, ObservableList<String> known, StringProperty value, Dialogs dialogs) {
        super(6);
        box = new ComboBox<>(known);
        box.setId(id);
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPromptText(prompt);
        box.setAccessibleText(prompt);
        box.getEditor().textProperty().bindBidirectional(value);
        box.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
            }
            drag.consume();
        });
        box.setOnDragDropped(drag -> {
            drag.getDragboard().getFiles().stream().findFirst().ifPresent(file -> value.set(file.toString()));
            drag.setDropCompleted(true);
            drag.consume();
        });
        Button browse = new Button(null, new FontIcon(BootstrapIcons.FOLDER2_OPEN));
        browse.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        browse.setAccessibleText(Texts.text("compare.browse"));
        browse.setOnAction(e -> dialogs.choose(
                FileChoice.open(Texts.text("compare.browse")),
                files -> value.set(files.getFirst().toString())));
        getChildren().addAll(box, browse);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    @Override
    public void requestFocus() {
        box.getEditor().requestFocus();
    }
}

package studio.ctnr.wizard.describe;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.describe.DescribeViewModel.Field;
import studio.ctnr.wizard.icon.IconTile;
import studio.ctnr.wizard.text.Texts;

/** A form at the left; what was found, and what will not work, at the right. */
final class DescribeView extends BorderPane {
    private final DescribeViewModel viewModel;
    private final Desk desk;
    private final Map<Field, Node> fields = new EnumMap<>(Field.class);
    private final Map<Field, Label> errors = new EnumMap<>(Field.class);
    private final StackPane icon = new StackPane();
    private final EntryList entries;
    private final StackPane middle = new StackPane();
    private final ScrollPane form = new ScrollPane();
    private final FindingsPane findings = new FindingsPane();

    DescribeView(DescribeViewModel viewModel, Desk desk) {
        this.viewModel = viewModel;
        this.desk = desk;
        entries = new EntryList(viewModel, desk);
        getStyleClass().add("describe");
        build();
        setCenter(middle);
        setRight(findings);
        findings.prefWidthProperty().bind(widthProperty().map(all -> Math.clamp(all.doubleValue() / 3, 220, 320)));
        viewModel.lookingProperty().addListener((o, was, is) -> show());
        viewModel.problemProperty().addListener((o, was, is) -> show());
        viewModel.foundProperty().addListener((o, was, is) -> show());
        viewModel.iconProperty().addListener((o, was, is) -> showIcon());
        viewModel.errorsProperty().addListener((o, was, is) -> showErrors(is));
        show();
    }

    /** Goes to a field that is wrong. */
    void focus(Field field) {
        fields.get(field).requestFocus();
    }

    private void build() {
        VBox form = new VBox(
                identity(),
                new HBox(
                        24,
                        grown(field("describe.id", viewModel.idProperty(), Field.ID)),
                        grown(field("describe.publisher", viewModel.publisherProperty(), null))),
                field("describe.description", viewModel.descriptionProperty(), null),
                withError(entries, Field.ENTRIES),
                withError(new IsolationList(viewModel), Field.ISOLATION));
        form.getStyleClass().addAll("page-content", "form");
        form.setMaxWidth(860);
        StackPane centred = new StackPane(form);
        centred.setAlignment(Pos.TOP_CENTER);
        this.form.setContent(centred);
        this.form.getStyleClass().add("flat");
        this.form.setFitToWidth(true);
    }

    private Node identity() {
        Button change = new Button(Texts.text("describe.icon"));
        change.getStyleClass().add(Styles.SMALL);
        change.setId("describe-icon");
        change.setOnAction(e -> desk.dialogs().choose(iconFile(), files -> viewModel.chooseIcon(files.getFirst())));
        VBox left = new VBox(6, icon, change);
        left.setAlignment(Pos.TOP_CENTER);
        left.setMinWidth(Region.USE_PREF_SIZE);
        VBox name = field("describe.name", viewModel.nameProperty(), Field.NAME);
        VBox version = field("describe.version", viewModel.versionProperty(), Field.VERSION);
        HBox.setHgrow(name, Priority.ALWAYS);
        version.setPrefWidth(180);
        HBox row = new HBox(24, left, name, version);
        return row;
    }

    static FileChoice iconFile() {
        return FileChoice.open(
                Texts.text("describe.icon.title"),
                new FileChoice.Filter(Texts.text("describe.icon.files"), List.of("*.ico", "*.png", "*.exe", "*.dll")),
                new FileChoice.Filter(Texts.text("source.all"), List.of("*")));
    }

    private static VBox grown(VBox field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setPrefWidth(300);
        return field;
    }

    private VBox field(String key, StringProperty value, Field field) {
        TextField text = new TextField();
        text.setId(key.replace('.', '-'));
        text.textProperty().bindBidirectional(value);
        text.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                viewModel.check();
                viewModel.keep();
            }
        });
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(text);
        VBox box = new VBox(label, text);
        box.getStyleClass().add("field");
        if (field != null) {
            fields.put(field, text);
            box.getChildren().add(error(field));
        }
        return box;
    }

    private Label error(Field field) {
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        errors.put(field, error);
        return error;
    }

    private VBox withError(Node list, Field field) {
        fields.put(field, list);
        return new VBox(6, list, error(field));
    }

    private void show() {
        if (viewModel.problemProperty().get() != null) {
            MessageBar bar = MessageBar.of(viewModel.problemProperty().get());
            bar.setMaxHeight(USE_PREF_SIZE);
            middle.getChildren().setAll(bar);
        } else if (viewModel.foundProperty().get() == null) {
            ProgressIndicator wait = new ProgressIndicator();
            wait.setMaxSize(32, 32);
            Label text = new Label(Texts.text("describe.looking"));
            text.getStyleClass().add("muted");
            VBox box = new VBox(12, wait, text);
            box.setAlignment(Pos.CENTER);
            middle.getChildren().setAll(box);
        } else {
            middle.getChildren().setAll(form);
            findings.show(viewModel.foundProperty().get().report());
            showIcon();
        }
        findings.setVisible(viewModel.foundProperty().get() != null);
        findings.setManaged(findings.isVisible());
    }

    private void showIcon() {
        Found found = viewModel.foundProperty().get();
        if (found != null) {
            String chosen = viewModel.iconProperty().get();
            icon.getChildren()
                    .setAll(IconTile.of(
                            chosen.isEmpty() ? found.icon() : viewModel.icon(chosen),
                            56,
                            viewModel.nameProperty().get()));
        }
    }

    private void showErrors(Map<Field, String> wrong) {
        errors.forEach((field, label) -> {
            label.setText(wrong.getOrDefault(field, ""));
            fields.get(field).pseudoClassStateChanged(Styles.STATE_DANGER, wrong.containsKey(field));
        });
    }
}

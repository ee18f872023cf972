package studio.ctnr.wizard.describe;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.toolkit.control.LabelConverter;
import studio.ctnr.wizard.text.Texts;

/** Which folders and keys the application shares with the host, beside those that are usual. */
final class IsolationList extends VBox {
    private final DescribeViewModel viewModel;
    private final VBox rows = new VBox(6);

    IsolationList(DescribeViewModel viewModel) {
        this.viewModel = viewModel;
        Label heading = new Label(Texts.text("describe.isolation"));
        heading.getStyleClass().add("heading");
        Button add = new Button(Texts.text("describe.place.new"));
        add.setId("describe-place-add");
        add.getStyleClass().add(Styles.SMALL);
        add.setOnAction(e -> {
            viewModel.rules().add(new Rule("", Mode.ISOLATED));
            rows.getChildren().getLast().lookup(".text-field").requestFocus();
        });
        ToggleSwitch documents = new ToggleSwitch(Texts.text("describe.documents"));
        documents.setId("describe-documents");
        documents.selectedProperty().bindBidirectional(viewModel.documentsProperty());
        documents.selectedProperty().addListener((o, was, is) -> viewModel.keep());
        setSpacing(6);
        getChildren()
                .addAll(
                        EntryList.heading(heading, add),
                        documents,
                        hint("describe.documents.hint"),
                        rows,
                        hint("describe.place.hint"));
        viewModel.rules().addListener(this::changed);
        show();
    }

    private static Label hint(String key) {
        Label hint = new Label(Texts.text(key));
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        return hint;
    }

    private void changed(ListChangeListener.Change<? extends Rule> change) {
        boolean typed = false;
        while (change.next()) {
            typed = change.wasReplaced() && change.getAddedSize() == 1 && change.getRemovedSize() == 1;
        }
        if (!typed) {
            show();
        }
    }

    private void show() {
        rows.getChildren().clear();
        for (int i = 0; i < viewModel.rules().size(); i++) {
            rows.getChildren().add(row(i));
        }
        rows.setManaged(!rows.getChildren().isEmpty());
    }

    private Node row(int at) {
        Rule rule = viewModel.rules().get(at);
        TextField place = new TextField(rule.path());
        place.getStyleClass().add("mono");
        place.setPromptText("%APPDATA%\\…\\**   HKCU\\Software\\…\\**");
        place.setAccessibleText(Texts.text("describe.place"));
        place.textProperty()
                .addListener((o, was, is) -> viewModel.rule(
                        at, new Rule(is, viewModel.rules().get(at).mode())));
        place.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                viewModel.keep();
            }
        });
        HBox.setHgrow(place, Priority.ALWAYS);
        ComboBox<Mode> mode = new ComboBox<>(FXCollections.observableArrayList(Mode.values()));
        mode.setConverter(new LabelConverter<>(
                each -> Texts.text("review.mode." + each.name().toLowerCase(Locale.ROOT))));
        mode.setValue(rule.mode());
        mode.setAccessibleText(Texts.text("describe.place.mode"));
        mode.setMinWidth(USE_PREF_SIZE);
        mode.valueProperty().addListener((o, was, is) -> {
            viewModel.rule(at, new Rule(viewModel.rules().get(at).path(), is));
            viewModel.keep();
        });
        Button remove = new Button(null, new FontIcon(BootstrapIcons.TRASH));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        remove.setAccessibleText(Texts.text("describe.place.remove"));
        remove.setTooltip(new Tooltip(Texts.text("describe.place.remove")));
        remove.setOnAction(e -> viewModel.removeRule(at));
        HBox row = new HBox(6, place, mode, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}

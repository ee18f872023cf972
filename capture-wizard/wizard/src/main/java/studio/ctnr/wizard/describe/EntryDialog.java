package studio.ctnr.wizard.describe;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Modal;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.icon.IconTile;
import studio.ctnr.wizard.model.EntryDraft;
import studio.ctnr.wizard.text.Texts;

/** All of an entry point in a form: what it is called, what it starts, how, and with which icon. */
final class EntryDialog {
    private static final int ICON = 40;

    private final DescribeViewModel viewModel;
    private final Desk desk;

    EntryDialog(DescribeViewModel viewModel, Desk desk) {
        this.viewModel = viewModel;
        this.desk = desk;
    }

    void add() {
        new Form(EntryDraft.NEW, viewModel::add).show("describe.entry.new", "describe.entry.add");
    }

    void edit(int at) {
        new Form(viewModel.entries().get(at), changed -> viewModel.entry(at, old -> changed))
                .show("describe.entry.change", "describe.entry.set");
    }

    /** One form; when something in it is wrong it comes again, with what was typed. */
    private final class Form {
        private EntryDraft entry;
        private final Consumer<EntryDraft> done;
        private final TextField name = line("entry-name", "");
        private final TextField target = line("entry-target", "%CONTAINER_PROGRAMFILES%\\…");
        private final TextField arguments = line("entry-arguments", "");
        private final TextField folder = line("entry-folder", Texts.text("describe.entry.folder.own"));
        private final StackPane picture = new StackPane();
        private final Label error = new Label();

        private Form(EntryDraft entry, Consumer<EntryDraft> done) {
            this.entry = entry;
            this.done = done;
            name.setText(entry.name());
            target.setText(entry.target());
            arguments.setText(entry.arguments());
            folder.setText(entry.folder());
            target.getStyleClass().add("mono");
            arguments.getStyleClass().add("mono");
            folder.getStyleClass().add("mono");
            error.getStyleClass().add("field-error");
            error.setWrapText(true);
            error.managedProperty().bind(error.textProperty().isNotEmpty());
        }

        private void show(String title, String accept) {
            VBox form = new VBox(
                    field("describe.name", name),
                    field("describe.entry.target", target),
                    captured(),
                    field("describe.entry.arguments", arguments),
                    field("describe.entry.folder", folder),
                    icon(),
                    error);
            form.setSpacing(12);
            form.setPrefWidth(560);
            desk.dialogs()
                    .show(new Modal(
                            Texts.text(title),
                            form,
                            List.of(
                                    Answer.cancel(Texts.text("describe.entry.cancel")),
                                    Answer.accent(Texts.text(accept), () -> take(title, accept)))));
        }

        private void take(String title, String accept) {
            entry = entry.with(
                    name.getText().strip(),
                    target.getText().strip(),
                    arguments.getText().strip(),
                    folder.getText().strip());
            if (entry.name().isEmpty() || entry.target().isEmpty()) {
                error.setText(Texts.text(
                        entry.name().isEmpty() ? "describe.error.entry-name" : "describe.error.entry-target"));
                show(title, accept);
            } else {
                done.accept(entry);
            }
        }

        /** The captured files that hold what is typed; all of them while a whole one stands there. */
        private Node captured() {
            FilteredList<String> files = new FilteredList<>(FXCollections.observableArrayList(viewModel.startable()));
            ListView<String> list = new ListView<>(files);
            list.setId("entry-files");
            list.getStyleClass().addAll("mono", "small", "dense", "captured-files");
            list.setPrefHeight(132);
            list.setAccessibleText(Texts.text("describe.entry.files"));
            Label none = new Label(Texts.text("describe.entry.files.none"));
            none.getStyleClass().addAll("small", "muted");
            list.setPlaceholder(none);
            target.textProperty().addListener((o, was, is) -> narrow(files, is));
            list.getSelectionModel().select(target.getText());
            list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
                if (is != null && list.isFocused()) {
                    choose(is);
                }
            });
            list.setOnMouseClicked(click -> choose(list.getSelectionModel().getSelectedItem()));
            target.setOnKeyPressed(key -> {
                if (key.getCode() == KeyCode.DOWN && !files.isEmpty()) {
                    list.requestFocus();
                    list.getSelectionModel().selectFirst();
                    key.consume();
                }
            });
            return list;
        }

        private void choose(String file) {
            if (file != null && !file.equals(target.getText())) {
                target.setText(file);
                if (name.getText().isBlank()) {
                    name.setText(file.replaceAll(".*\\\\", "").replaceAll("\\.[^.]*$", ""));
                }
            }
        }

        private void narrow(FilteredList<String> files, String typed) {
            String wanted = typed.strip().toLowerCase(Locale.ROOT);
            boolean whole = viewModel.startable().stream().anyMatch(typed::equalsIgnoreCase);
            files.setPredicate(
                    whole || wanted.isEmpty()
                            ? null
                            : file -> file.toLowerCase(Locale.ROOT).contains(wanted));
        }

        private Node icon() {
            Button choose = new Button(Texts.text("describe.icon"));
            choose.setId("entry-icon");
            choose.getStyleClass().add(Styles.SMALL);
            choose.setOnAction(e -> desk.dialogs()
                    .choose(
                            DescribeView.iconFile(),
                            files -> viewModel.takeIcon(files.getFirst(), path -> picture(entry.withIcon(path)))));
            Button own = new Button(Texts.text("describe.entry.icon.own"));
            own.setId("entry-icon-own");
            own.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
            own.setOnAction(e -> picture(entry.withIcon("")));
            picture(entry);
            HBox row = new HBox(12, picture, choose, own);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }

        private void picture(EntryDraft shown) {
            entry = shown;
            picture.getChildren().setAll(IconTile.of(viewModel.icon(shown), ICON, name.getText()));
        }

        private static TextField line(String id, String prompt) {
            TextField text = new TextField();
            text.setId(id);
            text.setPromptText(prompt);
            return text;
        }

        private static Node field(String key, TextField text) {
            Label label = new Label(Texts.text(key));
            label.getStyleClass().add("field-label");
            label.setLabelFor(text);
            VBox box = new VBox(label, text);
            box.getStyleClass().add("field");
            HBox.setHgrow(box, Priority.ALWAYS);
            return box;
        }
    }
}

package studio.ctnr.studio.library;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.bench.NewContainer;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.LabelConverter;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Modal;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Remedy;

/** Asks what a new container shall be: its name, and what it begins with. */
final class NewContainerBox {
    private final Bench bench;
    private final Desk desk;
    private final Navigator navigator;

    NewContainerBox(Bench bench, Desk desk, Navigator navigator) {
        this.bench = bench;
        this.desk = desk;
        this.navigator = navigator;
    }

    void ask() {
        desk.background()
                .call(bench::templates)
                .onSuccess(templates -> desk.dialogs().show(form(templates)))
                .onError(e -> desk.notices().tell(Failures.of(e, this::ask)))
                .start();
    }

    private Modal form(List<String> templates) {
        TextField name = new TextField(Texts.text("new.name-first"));
        name.setId("new-name");
        TextField version = new TextField("1.0");
        Label id = new Label();
        id.getStyleClass().add("field-hint");
        id.textProperty().bind(name.textProperty().map(text -> Texts.text("new.id", ContainerId.of(text))));
        ComboBox<String> template = new ComboBox<>();
        template.setId("new-template");
        template.getItems().add("");
        template.getItems().addAll(templates);
        template.setConverter(
                new LabelConverter<>(each -> each.isEmpty() ? Texts.text("new.empty") : TemplateName.of(each)));
        template.setValue("");
        template.setMaxWidth(Double.MAX_VALUE);
        VBox form = new VBox(
                field(Texts.text("new.name"), name, id),
                field(Texts.text("new.version"), version),
                field(Texts.text("new.from"), template));
        form.setSpacing(12);
        return new Modal(
                Texts.text("new.title"),
                form,
                List.of(
                        Answer.cancel(Texts.text("new.cancel")),
                        Answer.accent(
                                Texts.text("new.act"),
                                () -> create(new NewContainer(
                                        ContainerId.of(name.getText()),
                                        name.getText().strip(),
                                        version.getText().strip(),
                                        Optional.of(template.getValue()).filter(each -> !each.isEmpty()))))));
    }

    private static VBox field(String name, Node... nodes) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(nodes[0]);
        VBox field = new VBox(label);
        field.getStyleClass().add("field");
        field.getChildren().addAll(nodes);
        return field;
    }

    private void create(NewContainer wanted) {
        desk.background()
                .call(() -> bench.create(wanted))
                .onSuccess(made -> desk.notices()
                        .tell(Notice.done(Texts.text("new.done", made.name()))
                                .with(new Remedy(Texts.text("library.open"), () -> navigator.open(made)))))
                .onError(e -> desk.notices().tell(Failures.of(e, () -> create(wanted))))
                .start();
    }
}

package studio.ctnr.studio.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.CaptureSummary;
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
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.ProjectRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

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
                .call(this::beginnings)
                .onSuccess(beginnings -> desk.dialogs().show(form(beginnings)))
                .onError(e -> desk.notices().tell(Failures.of(e, this::ask)))
                .start();
    }

    private List<Beginning> beginnings() throws WorkbenchException {
        List<Beginning> all = new ArrayList<>();
        all.add(new Beginning.Empty());
        bench.templates().forEach(template -> all.add(new Beginning.OfTemplate(template)));
        bench.containers().forEach(container -> all.add(new Beginning.Copy(container)));
        bench.captures().stream()
                .filter(capture ->
                        capture.state() == ProjectRecord.State.CAPTURED || capture.state() == ProjectRecord.State.BUILT)
                .forEach(capture -> all.add(new Beginning.Captured(capture)));
        return all;
    }

    private Modal form(List<Beginning> beginnings) {
        TextField name = new TextField(Texts.text("new.name-first"));
        name.setId("new-name");
        TextField version = new TextField("1.0");
        Label id = new Label();
        id.getStyleClass().add("field-hint");
        id.textProperty().bind(name.textProperty().map(text -> Texts.text("new.id", ContainerId.of(text))));
        ComboBox<Beginning> from = new ComboBox<>();
        from.setId("new-from");
        from.getItems().addAll(beginnings);
        from.setConverter(new LabelConverter<>(Beginning::label));
        from.setValue(beginnings.getFirst());
        from.setMaxWidth(Double.MAX_VALUE);
        // a copy has the version of what it is a copy of
        version.disableProperty().bind(from.valueProperty().map(Beginning.Copy.class::isInstance));
        VBox form = new VBox(
                field(Texts.text("new.name"), name, id),
                field(Texts.text("new.version"), version),
                field(Texts.text("new.from"), from));
        form.setSpacing(12);
        return new Modal(
                Texts.text("new.title"),
                form,
                List.of(
                        Answer.cancel(Texts.text("new.cancel")),
                        Answer.accent(
                                Texts.text("new.act"),
                                () -> create(
                                        from.getValue(),
                                        ContainerId.of(name.getText()),
                                        name.getText().strip(),
                                        version.getText().strip()))));
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

    private void create(Beginning from, String id, String name, String version) {
        desk.background()
                .call(() -> switch (from) {
                    case Beginning.Empty empty -> bench.create(new NewContainer(id, name, version, Optional.empty()));
                    case Beginning.OfTemplate(String template) ->
                        bench.create(new NewContainer(id, name, version, Optional.of(template)));
                    case Beginning.Copy(ContainerRecord container) -> bench.duplicate(container, id, name);
                    case Beginning.Captured(CaptureSummary capture) ->
                        bench.build(capture, new NewContainer(id, name, version, Optional.empty()));
                })
                .onSuccess(made -> desk.notices()
                        .tell(Notice.done(Texts.text("new.done", made.name()))
                                .with(new Remedy(Texts.text("library.open"), () -> navigator.open(made)))))
                .onError(e -> desk.notices().tell(Failures.of(e, () -> create(from, id, name, version))))
                .start();
    }
}

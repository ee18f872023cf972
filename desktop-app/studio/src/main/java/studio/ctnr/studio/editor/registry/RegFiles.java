package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.reg.RegFormatException;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** .reg files into the registry and out of it. */
final class RegFiles {
    private final RegistryViewModel model;
    private final Desk desk;

    RegFiles(RegistryViewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    Action importReg() {
        return Action.of("registry.import", Texts.text("registry.import"), this::chooseImport)
                .icon(BootstrapIcons.BOX_ARROW_IN_DOWN)
                .enabledWhen(Bindings.createBooleanBinding(model::isEditable));
    }

    Action exportReg() {
        return Action.of("registry.export", Texts.text("registry.export"), this::chooseExport)
                .icon(BootstrapIcons.BOX_ARROW_UP);
    }

    private void chooseImport() {
        FileChoice choice = FileChoice.open(Texts.text("registry.import.title"), filter());
        desk.dialogs().choose(choice, files -> read(files.getFirst()));
    }

    /** Reads a file in the background, and does what it asks for, which can be undone. */
    void read(Path file) {
        String name = file.getFileName().toString();
        desk.background()
                .call(() -> RegFileImport.read(model.registry(), file))
                .onSuccess(edits -> {
                    model.importReg(edits, name);
                    desk.notices().tell(Notice.done(Texts.text("registry.imported", name), model::undo));
                })
                .onError(RegFormatException.class, e -> tell("REG-FORMAT", e, this::chooseImport))
                .onError(IOException.class, e -> tell("REG-READ", e, this::chooseImport))
                .start();
    }

    private void chooseExport() {
        String name = model.keyProperty().get().name() + ".reg";
        FileChoice choice = FileChoice.save(Texts.text("registry.export.title"), name, filter());
        desk.dialogs().choose(choice, files -> write(files.getFirst()));
    }

    private void write(Path file) {
        KeyPath top = model.keyProperty().get();
        desk.background()
                .call(() -> {
                    model.registry().export(top, file);
                    return file;
                })
                .onSuccess(written ->
                        desk.notices().tell(Notice.done(Texts.text("registry.exported", written.getFileName()))))
                .onError(IOException.class, e -> tell("REG-WRITE", e, this::chooseExport))
                .start();
    }

    private void tell(String code, IOException e, Runnable again) {
        desk.notices().tell(Problem.of(code, e.getMessage(), new Remedy(Texts.text("registry.otherFile"), again)));
    }

    private static FileChoice.Filter filter() {
        return new FileChoice.Filter(Texts.text("registry.regFiles"), List.of("*.reg"));
    }
}

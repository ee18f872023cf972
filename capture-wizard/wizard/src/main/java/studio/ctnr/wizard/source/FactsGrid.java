package studio.ctnr.wizard.source;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import studio.ctnr.engine.inspect.PackageFacts;
import studio.ctnr.engine.inspect.ProgramFacts;
import studio.ctnr.engine.inspect.Signature;
import studio.ctnr.engine.installer.InstallerFacts;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.wizard.text.Texts;

/** What is inside an installer, in two columns. */
final class FactsGrid extends GridPane {
    private static final int COLUMNS = 2;
    private int count;

    FactsGrid(InstallerFacts facts) {
        getStyleClass().add("facts");
        add("source.version", facts.version());
        add("source.publisher", facts.publisher());
        add("source.size", Optional.of(ByteSize.shown(facts.size())));
        add("source.signature", Optional.of(signature(facts)));
        add(
                "source.made",
                facts.program().map(FactsGrid::made).or(() -> facts.database().map(FactsGrid::made)));
        add("source.code", facts.database().flatMap(found -> found.property("ProductCode")));
        add("source.scope", facts.database().map(FactsGrid::scope));
        add("source.description", facts.program().flatMap(ProgramFacts::description));
    }

    private void add(String key, Optional<String> text) {
        text.filter(shown -> !shown.isBlank()).ifPresent(shown -> {
            Label name = new Label(Texts.text(key));
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(shown);
            value.setMaxWidth(280);
            int column = count % COLUMNS * 2;
            add(name, column, count / COLUMNS);
            add(value, column + 1, count / COLUMNS);
            count++;
        });
    }

    private static String signature(InstallerFacts facts) {
        Optional<Signature> signature = facts.program().flatMap(ProgramFacts::signature);
        boolean signed = signature.isPresent()
                || facts.database().map(PackageFacts::signed).orElse(false);
        return signature
                .flatMap(Signature::signer)
                .map(signer -> Texts.text("source.signed.by", signer))
                .orElse(Texts.text(signed ? "source.signed" : "source.unsigned"));
    }

    private static String made(ProgramFacts program) {
        String bits = switch (program.processor()) {
            case X86 -> Texts.text("source.bits.x86");
            case X64 -> Texts.text("source.bits.x64");
            case ARM64 -> "ARM64";
            case OTHER -> Texts.text("source.bits.other");
        };
        return program.managed() ? bits + ", .NET" : bits;
    }

    private static String made(PackageFacts database) {
        return switch (database.processor()) {
            case "x64", "AMD64" -> Texts.text("source.bits.x64");
            case "", "Intel" -> Texts.text("source.bits.x86");
            default -> database.processor();
        };
    }

    private static String scope(PackageFacts database) {
        return Texts.text(
                database.property("ALLUSERS").filter(value -> !value.equals("")).isPresent()
                        ? "source.scope.machine"
                        : "source.scope.user");
    }
}

package studio.ctnr.wizard.source;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import studio.ctnr.engine.inspect.PackageFacts;
import studio.ctnr.engine.inspect.ProgramFacts;
import studio.ctnr.engine.installer.InstallerFacts;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.wizard.preview.view.SignatureWords;
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
        signature(facts);
        add(
                "source.made",
                facts.program().map(FactsGrid::made).or(() -> facts.database().map(FactsGrid::made)));
        add("source.code", facts.database().flatMap(found -> found.property("ProductCode")));
        add("source.scope", facts.database().map(FactsGrid::scope));
        add("source.description", facts.program().flatMap(ProgramFacts::description));
    }

    private void add(String key, Optional<String> text, String... styles) {
        text.filter(shown -> !shown.isBlank()).ifPresent(shown -> {
            Label name = new Label(Texts.text(key));
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(shown);
            value.setMaxWidth(300);
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            value.getStyleClass().addAll(styles);
            GridPane.setValignment(name, VPos.TOP);
            GridPane.setValignment(value, VPos.TOP);
            int column = count % COLUMNS * 2;
            add(name, column, count / COLUMNS);
            add(value, column + 1, count / COLUMNS);
            count++;
        });
    }

    private void signature(InstallerFacts facts) {
        Optional<SignatureWords> words =
                facts.program().flatMap(ProgramFacts::signature).map(SignatureWords::new);
        boolean unchecked = facts.database().map(PackageFacts::signed).orElse(false);
        add(
                "source.signature",
                Optional.of(words.map(SignatureWords::state)
                        .orElse(Texts.text(unchecked ? "signature.unchecked" : "source.unsigned"))),
                words.map(SignatureWords::style).orElse("label"));
        add("signature.chain", words.filter(SignatureWords::hasChain).map(SignatureWords::chain));
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

package studio.ctnr.wizard.preview.view;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.ctnr.engine.inspect.ProgramFacts;
import studio.ctnr.engine.inspect.ShortcutFacts;
import studio.ctnr.wizard.icon.IconTile;
import studio.ctnr.wizard.preview.Preview;
import studio.ctnr.wizard.text.Texts;

/** Draws a preview in the form that it has. */
public final class PreviewView {
    private PreviewView() {}

    /** What it says of what was read. */
    public static Node of(Preview preview) {
        return switch (preview) {
            case Preview.Nothing nothing -> new VBox();
            case Preview.Unreadable(String reason) -> muted(Texts.text("review.unreadable", reason));
            case Preview.Text text -> new PreviewLines(text);
            case Preview.Hex hex -> new PreviewLines(hex);
            case Preview.Picture(byte[] file, boolean icon) -> picture(file, icon);
            case Preview.Program(ProgramFacts facts) -> program(facts);
            case Preview.Shortcut(ShortcutFacts facts) -> shortcut(facts);
            case Preview.Value value -> value(value);
        };
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node picture(byte[] file, boolean icon) {
        if (icon) {
            return IconTile.of(Optional.of(file), 128, "");
        }
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(file), 300, 300, true, true));
        return new VBox(view);
    }

    private static Node program(ProgramFacts program) {
        PreviewFacts facts = new PreviewFacts();
        program.product().ifPresent(text -> facts.add("source.product", text));
        program.version().ifPresent(text -> facts.add("source.version", text));
        program.publisher().ifPresent(text -> facts.add("source.publisher", text));
        program.description().ifPresent(text -> facts.add("source.description", text));
        facts.add("source.made", program.processor() + (program.managed() ? ", .NET" : ""));
        signature(facts, program);
        VBox all = new VBox(12, facts);
        if (program.icon().isPresent()) {
            all.getChildren().addFirst(IconTile.of(program.icon(), 48, ""));
        }
        return all;
    }

    private static void signature(PreviewFacts facts, ProgramFacts program) {
        if (program.signature().isEmpty()) {
            facts.add("source.signature", Texts.text("source.unsigned"));
            return;
        }
        SignatureWords words = new SignatureWords(program.signature().get());
        facts.add("source.signature", words.state(), words.style());
        if (words.hasChain()) {
            facts.add("signature.chain", words.chain());
        }
    }

    private static Node shortcut(ShortcutFacts link) {
        PreviewFacts facts = new PreviewFacts();
        facts.addMono("review.target", link.target().orElse("—"));
        addMono(facts, "review.arguments", link.arguments());
        addMono(facts, "review.cwd", link.workingFolder());
        addMono(facts, "review.icon", link.icon().orElse(""));
        addMono(facts, "source.description", link.description());
        return facts;
    }

    private static void addMono(PreviewFacts facts, String key, String text) {
        if (!text.isBlank()) {
            facts.addMono(key, text);
        }
    }

    private static Node value(Preview.Value value) {
        PreviewFacts facts = new PreviewFacts();
        facts.addMono("review.type", value.type());
        facts.addMono("review.before", value.before().orElse(Texts.text("review.absent")));
        facts.addMono("review.after", value.after().orElse(Texts.text("review.gone")));
        return new VBox(12, facts, new PreviewLines(value.hex()));
    }
}

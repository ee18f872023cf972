package studio.ctnr.studio.editor.isolation;

import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.view.Bits;
import studio.ctnr.container.view.Explanation;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.background.Background;

/** What the rules, as they are edited now, mean for a path or key that is typed. */
final class ExplainViewModel {
    private final ConfigModel config;
    private final Viewing viewing;
    private final Background background;
    private final StringProperty asked = new SimpleStringProperty("");
    private final ObjectProperty<Bits> bits = new SimpleObjectProperty<>(Bits.X64);
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NOTHING);
    private int questions;

    /**
     * What there is to say.
     *
     * @param explanation empty when nothing was asked, or it can't be told
     * @param problem why it can't be told; empty otherwise
     */
    record Answer(Optional<Explanation> explanation, String problem) {
        static final Answer NOTHING = new Answer(Optional.empty(), "");

        static Answer of(Explanation told) {
            return new Answer(Optional.of(told), "");
        }

        static Answer not(String why) {
            return new Answer(Optional.empty(), why);
        }
    }

    ExplainViewModel(ConfigModel config, Viewing viewing, Background background) {
        this.config = config;
        this.viewing = viewing;
        this.background = background;
        asked.subscribe(text -> ask());
        bits.subscribe(each -> ask());
        config.documentProperty().subscribe(each -> ask());
    }

    /** A path {@code C:\…}, or a key. */
    StringProperty askedProperty() {
        return asked;
    }

    ObjectProperty<Bits> bitsProperty() {
        return bits;
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    private void ask() {
        int question = ++questions;
        String text = asked.get().strip();
        Optional<ConfigDocument> rules = config.documentProperty().get();
        if (text.isEmpty()) {
            answer.set(Answer.NOTHING);
        } else if (rules.isEmpty()) {
            answer.set(Answer.not(Texts.text("isolation.noConfig")));
        } else {
            Bits wanted = bits.get();
            background
                    .call(() -> explain(rules.get(), text, wanted))
                    .onSuccess(told -> {
                        if (question == questions) {
                            answer.set(told);
                        }
                    })
                    .start();
        }
    }

    private Answer explain(ConfigDocument rules, String text, Bits wanted) {
        try {
            return Answer.of(viewing.by(rules.config("config.yml")).explain(text, wanted));
        } catch (IllegalArgumentException | IOException e) {
            return Answer.not(e.getMessage());
        }
    }
}

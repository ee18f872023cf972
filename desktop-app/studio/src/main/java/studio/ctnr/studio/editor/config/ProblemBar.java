package studio.ctnr.studio.editor.config;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.ctnr.container.config.ConfigProblem;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.studio.text.WorkbenchWords;

/** The first problem of a config.yml, the way to it, and what was probably meant. */
final class ProblemBar extends HBox {
    private final ConfigModel model;
    private final SourceEditor source;
    private final Hyperlink place = new Hyperlink();
    private final Label count = new Label();
    private final Hyperlink replace = new Hyperlink();

    ProblemBar(ConfigModel model, SourceEditor source) {
        this.model = model;
        this.source = source;
        getStyleClass().addAll("status-bar", "problem-bar");
        place.setId("config-problem");
        place.setWrapText(true);
        place.setMinHeight(USE_PREF_SIZE);
        replace.setId("config-replace");
        replace.setMinWidth(USE_PREF_SIZE);
        count.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(place, count, space, replace);
        model.problems().subscribe(this::follow);
        follow();
    }

    private void follow() {
        Optional<ConfigProblem> first = model.problems().stream()
                .filter(ConfigProblem::isError)
                .findFirst()
                .or(() -> model.problems().stream().findFirst());
        setVisible(first.isPresent());
        setManaged(first.isPresent());
        first.ifPresent(this::show);
    }

    private void show(ConfigProblem problem) {
        String message = WorkbenchWords.of(problem.message());
        String what = problem.path().isEmpty() ? message : problem.path() + ": " + message;
        place.setText(Texts.text("config.problem", problem.line(), problem.column(), what));
        place.getStyleClass().removeAll("danger", "warning");
        place.getStyleClass().add(problem.isError() ? "danger" : "warning");
        place.setOnAction(e -> source.show(problem));
        int others = model.problems().size() - 1;
        count.setText(others == 0 ? "" : Texts.count("config.more", others));
        replace.setVisible(problem.suggestion().isPresent());
        problem.suggestion().ifPresent(word -> {
            replace.setText(Texts.text("config.replace", word));
            replace.setOnAction(e -> model.replace(problem, word));
        });
    }
}

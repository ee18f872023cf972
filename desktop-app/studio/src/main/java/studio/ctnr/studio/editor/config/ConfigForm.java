package studio.ctnr.studio.editor.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import studio.ctnr.container.config.ConfigProblem;
import studio.ctnr.studio.text.Texts;

/** The settings that are one text, one choice or one switch, each with its error below it. */
final class ConfigForm extends ScrollPane {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final List<String> MODES = List.of("detours", "winfsp", "minifilter");

    private final ConfigModel model;
    private final GridPane grid = new GridPane();
    private final List<Runnable> followers = new ArrayList<>();
    private int cells;

    ConfigForm(ConfigModel model) {
        this.model = model;
        getStyleClass().add("flat");
        setFitToWidth(true);
        grid.getStyleClass().add("form");
        if (!model.isEditable()) {
            grid.getStyleClass().add("read-only");
        }
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        heading("application");
        line("name");
        line("version");
        line("id");
        line("publisher");
        line("homepage");
        line("icon");
        description();
        heading("runtime");
        choice("runtime.hooks.filesystem", MODES);
        choice("runtime.hooks.registry", List.of("detours", "minifilter", "mixed"));
        line("runtime.build");
        choice("snapshots.strategy", List.of("delta", "vhd-diff"));
        heading("security");
        flag("security.signed");
        choice("security.encryption", List.of("none", "aes-gcm-256"));
        heading("paths");
        line("paths.program_files");
        line("paths.appdata");
        line("paths.local_appdata");
        line("paths.temp");
        setContent(grid);
        model.documentProperty().subscribe(known -> {
            grid.setDisable(known.isEmpty() || !model.isEditable());
            if (known.isPresent()) {
                follow();
            }
        });
        model.problems().subscribe(this::follow);
    }

    /** While the text is no YAML the fields keep what it said before. */
    private void follow() {
        followers.forEach(Runnable::run);
    }

    private void heading(String id) {
        Label label = new Label(Texts.text("config.heading." + id));
        label.getStyleClass().add("heading");
        nextRow();
        grid.add(label, 0, cells / 2, 2, 1);
        cells += 2;
    }

    private void nextRow() {
        cells += cells % 2;
    }

    private void line(String path) {
        TextField field = new TextField();
        input(path, field);
        place(path, field, 1);
    }

    private void description() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(3);
        input("description", area);
        nextRow();
        place("description", area, 2);
    }

    private void input(String path, TextInputControl field) {
        followers.add(() -> {
            if (!field.isFocused() || field.getText().isEmpty()) {
                field.setText(model.textAt(path));
            }
        });
        field.setOnKeyReleased(e -> {
            if (!field.getText().equals(model.textAt(path))) {
                model.set(path, field.getText());
            }
        });
    }

    private void choice(String path, List<String> words) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(words);
        box.setMaxWidth(Double.MAX_VALUE);
        followers.add(() -> {
            String value = model.textAt(path);
            box.setValue(value.isEmpty() ? words.getFirst() : value);
        });
        box.setOnAction(e -> {
            String value = model.textAt(path);
            if (box.getValue() != null && !box.getValue().equals(value.isEmpty() ? words.getFirst() : value)) {
                model.set(path, box.getValue());
            }
        });
        place(path, box, 1);
    }

    private void flag(String path) {
        CheckBox box = new CheckBox(Texts.text("config.flag." + path));
        followers.add(() ->
                box.setSelected(model.get(path).filter(Boolean.TRUE::equals).isPresent()));
        box.setOnAction(e -> model.set(path, box.isSelected()));
        place(path, box, 1);
    }

    private void place(String path, Node control, int columns) {
        control.setId("config-" + path.replace('.', '-'));
        Label label = new Label(Texts.text("config.label." + path));
        label.getStyleClass().add("field-label");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.setLabelFor(control);
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        VBox field = new VBox(label, control, error);
        field.getStyleClass().add("field");
        followers.add(() -> {
            Optional<ConfigProblem> problem = problem(path);
            error.setText(problem.map(ConfigProblem::message).orElse(""));
            control.pseudoClassStateChanged(
                    DANGER, problem.filter(ConfigProblem::isError).isPresent());
        });
        grid.add(field, cells % 2, cells / 2, columns, 1);
        cells += columns;
    }

    private Optional<ConfigProblem> problem(String path) {
        return model.problems().stream()
                .filter(each -> each.path().equals(path))
                .findFirst();
    }
}

package studio.ctnr.wizard.review;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.wizard.diff.Shown;
import studio.ctnr.wizard.text.Texts;

/**
 * Files and registry as one table with a tree in its first column. A row is a node's number; what a cell shows is asked
 * of the newest {@link Shown}, so a decision repaints the rows that are in view and makes none anew.
 */
final class DiffTable extends TreeTableView<Integer> {
    /** So many matches of a filter are all opened, so that they are seen without a click. */
    private static final int OPENED_AT_MOST = 300;

    private final BitSet open = new BitSet();
    /** Below that there is no room for rules and processes, in pixels. */
    private static final double NARROW = 560;

    private final BooleanProperty writersKnown = new SimpleBooleanProperty(true);
    private Shown shown;
    private boolean following;

    /** @param decide what a click on a check box does */
    DiffTable(BiConsumer<List<Integer>, Outcome> decide) {
        setId("diff-table");
        getStyleClass().addAll("dense", "diff-table");
        setShowRoot(false);
        setFixedCellSize(28);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("review.what", 104, 350, cell -> new WhatCell(this, decide));
        column("review.change", 64, 80, cell -> new TextCell(this, CellTexts::change, "change-cell", false));
        column("review.size", 96, 132, cell -> new TextCell(this, CellTexts::size, "size-cell", false));
        column("review.verdict", 86, 130, cell -> new TextCell(this, CellTexts::verdict, "verdict-cell", true));
        TreeTableColumn<Integer, Integer> rule =
                column("review.rule", 52, 110, cell -> new TextCell(this, CellTexts::rule, "rule-cell", true));
        TreeTableColumn<Integer, Integer> process =
                column("review.process", 68, 120, cell -> new TextCell(this, CellTexts::process, "rule-cell", false));
        BooleanBinding wide = widthProperty().isEqualTo(0).or(widthProperty().greaterThan(NARROW));
        rule.visibleProperty().bind(wide);
        process.visibleProperty().bind(wide.and(writersKnown));
        setRowFactory(table -> new DiffRow(this));
    }

    private TreeTableColumn<Integer, Integer> column(
            String key,
            double least,
            double width,
            Function<TreeTableColumn<Integer, Integer>, TreeTableCell<Integer, Integer>> cells) {
        TreeTableColumn<Integer, Integer> column = new TreeTableColumn<>(Texts.text(key));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(cells::apply);
        column.setMinWidth(least);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (key.equals("review.size")) {
            column.getStyleClass().add("number");
        }
        getColumns().add(column);
        return column;
    }

    /** What is shown now; null when there is nothing yet. */
    Shown shown() {
        return shown;
    }

    /** Shows something else: rows are made anew only when other rows are to be seen. */
    void show(Shown now) {
        boolean sameRows = shown != null
                && shown.filter().equals(now.filter())
                && !now.filter().excludedOnly()
                && shown.state().tree() == now.state().tree();
        boolean first = shown == null || shown.state().tree() != now.state().tree();
        shown = now;
        if (sameRows) {
            refresh();
            return;
        }
        if (first) {
            writersKnown.set(now.state().tree().knowsWriters());
            open.clear();
            openFirst(now);
        }
        List<Integer> selected = selectedNodes();
        rebuild(!now.filter().isAll() && now.matches() <= OPENED_AT_MOST);
        if (selected.isEmpty()) {
            getSelectionModel().select(0);
        } else {
            selected.forEach(node -> item(node).ifPresent(getSelectionModel()::select));
        }
    }

    /** At first the roots are open, and what lies right below a root with few rows. */
    private void openFirst(Shown now) {
        for (int root : now.roots()) {
            open.set(root);
            List<Integer> children = now.children(root);
            if (children.size() <= 4) {
                children.forEach(open::set);
            }
        }
    }

    private void opened(TreeItem<Integer> item, boolean is) {
        if (following && item.getValue() >= 0) {
            open.set(item.getValue(), is);
        }
    }

    private void expand(TreeItem<Integer> item, boolean all) {
        for (TreeItem<Integer> child : item.getChildren()) {
            if (!child.isLeaf() && (all || open.get(child.getValue()))) {
                child.setExpanded(true);
                expand(child, all);
            }
        }
    }

    /** Opens everything, or closes it down to the roots. */
    void openAll(boolean wanted) {
        open.set(0, shown.state().tree().size(), wanted);
        shown.roots().forEach(open::set);
        rebuild(false);
    }

    private void rebuild(boolean all) {
        following = false;
        DiffItem root = new DiffItem(shown, -1);
        root.setExpanded(true);
        expand(root, all);
        setRoot(root);
        root.addEventHandler(TreeItem.<Integer>branchExpandedEvent(), e -> opened(e.getTreeItem(), true));
        root.addEventHandler(TreeItem.<Integer>branchCollapsedEvent(), e -> opened(e.getTreeItem(), false));
        following = true;
    }

    /** The row of a node, its holders opened; empty when it is not shown. */
    Optional<TreeItem<Integer>> item(int node) {
        if (getRoot() == null || !shown.shows(node)) {
            return Optional.empty();
        }
        int parent = shown.state().tree().parent(node);
        Optional<TreeItem<Integer>> holder = parent < 0 ? Optional.of(getRoot()) : item(parent);
        return holder.flatMap(above -> {
            above.setExpanded(true);
            return above.getChildren().stream()
                    .filter(child -> child.getValue() == node)
                    .findFirst();
        });
    }

    List<Integer> selectedNodes() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(item -> item != null && item.getValue() >= 0)
                .map(TreeItem::getValue)
                .toList();
    }
}

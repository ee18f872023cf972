package studio.ctnr.workbench.inventory;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.ContentHash;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.db.Row;
import studio.ctnr.workbench.inventory.ContainerRecord.LeakCheck;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The containers' rows in the database, with their tags and findings. */
final class ContainerRows {
    private static final String BY_NAME = " ORDER BY name COLLATE NOCASE, version, id";

    private static final int FEW = 100;

    private final Database database;

    ContainerRows(Database database) {
        this.database = database;
    }

    List<ContainerRecord> all() throws WorkbenchException {
        return select(BY_NAME);
    }

    List<ContainerRecord> search(List<String> patterns) throws WorkbenchException {
        String where = patterns.stream().map(_ -> "words LIKE ? ESCAPE '\\'").collect(Collectors.joining(" AND "));
        return where.isEmpty() ? all() : select(" WHERE " + where + BY_NAME, patterns.toArray());
    }

    Optional<ContainerRecord> find(String id) throws WorkbenchException {
        return select(" WHERE id = ?", id).stream().findFirst();
    }

    Optional<ContainerRecord> at(Path folder) throws WorkbenchException {
        return select(" WHERE folder = ?", folder).stream().findFirst();
    }

    List<String> tags() throws WorkbenchException {
        return database.list("SELECT DISTINCT tag FROM tags ORDER BY tag", row -> row.text("tag"));
    }

    Map<String, Long> revisions() throws WorkbenchException {
        Map<String, Long> revisions = new HashMap<>();
        database.list(
                "SELECT id, revision FROM containers", row -> revisions.put(row.text("id"), row.number("revision")));
        return revisions;
    }

    private List<ContainerRecord> select(String rest, Object... values) throws WorkbenchException {
        return database.transaction(() -> {
            List<ContainerRecord> bare =
                    database.list("SELECT * FROM containers" + rest, ContainerRows::container, values);
            Map<String, SortedSet<String>> tags = new HashMap<>();
            parts(
                    "tags",
                    "",
                    bare,
                    row -> tags.computeIfAbsent(row.text("container"), _ -> new TreeSet<>())
                            .add(row.text("tag")));
            Map<String, List<Finding>> findings = new HashMap<>();
            parts(
                    "findings",
                    " ORDER BY container, place",
                    bare,
                    row -> findings.computeIfAbsent(row.text("container"), _ -> new ArrayList<>())
                            .add(finding(row)));
            return bare.stream()
                    .map(one -> one.with(
                            tags.getOrDefault(one.id(), new TreeSet<>()), findings.getOrDefault(one.id(), List.of())))
                    .toList();
        });
    }

    /** Reads what belongs to containers: one by one where they are few, otherwise the whole table at once. */
    private void parts(String table, String order, List<ContainerRecord> containers, Row.Reader<?> reader)
            throws WorkbenchException {
        if (containers.size() > FEW) {
            database.list("SELECT * FROM " + table + order, reader);
            return;
        }
        for (ContainerRecord container : containers) {
            database.list("SELECT * FROM " + table + " WHERE container = ?" + order, reader, container.id());
        }
    }

    static Finding finding(Row row) throws SQLException {
        return new Finding(
                row.word("severity", Finding.Severity.class),
                row.text("code"),
                row.text("subject"),
                row.text("sentence"),
                row.text("remedy"));
    }

    /** Without tags and findings. */
    private static ContainerRecord container(Row row) throws SQLException {
        Optional<Instant> checked = row.optionalTime("leaks_checked");
        long leaks = row.number("leaks");
        return new ContainerRecord(
                row.text("id"),
                row.text("name"),
                row.text("version"),
                row.optionalText("publisher"),
                row.optionalText("description"),
                row.optionalText("icon"),
                Path.of(row.text("folder")),
                row.flag("linked"),
                row.number("size"),
                row.number("files"),
                (int) row.number("snapshots"),
                row.optionalText("content_root"),
                row.time("created"),
                row.optionalTime("last_run"),
                row.flag("signed"),
                Collections.emptySortedSet(),
                List.of(),
                checked.map(time -> new LeakCheck(time, leaks)),
                row.number("revision"));
    }

    void insert(ContainerFacts facts, Path folder, boolean linked, boolean signed, Instant now)
            throws WorkbenchException {
        ContainerConfig config = facts.config();
        database.update(
                "INSERT INTO containers (id, name, version, folder, linked, size, files, created, signed, words,"
                        + " revision) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?, '', 0)",
                config.id(),
                config.name(),
                config.version(),
                folder,
                linked,
                now,
                signed);
        refresh(config.id(), facts);
    }

    void refresh(String id, ContainerFacts facts) throws WorkbenchException {
        ContainerConfig config = facts.config();
        database.update(
                "UPDATE containers SET id = ?, name = ?, version = ?, publisher = ?, description = ?, icon = ?,"
                        + " size = ?, files = ?, snapshots = ?, content_root = ? WHERE id = ?",
                config.id(),
                config.name(),
                config.version(),
                config.publisher(),
                config.description(),
                config.icon(),
                facts.size(),
                facts.files(),
                facts.snapshots(),
                config.hashes().map(ContentHash::root),
                id);
        List<Finding> findings = new ArrayList<>(find(config.id()).orElseThrow().findings());
        findings.removeIf(Finding::isOfConfig);
        findings.addAll(facts.warnings());
        putFindings(config.id(), findings);
        index(config.id());
        revise(config.id());
    }

    void setFindings(String id, List<Finding> findings) throws WorkbenchException {
        database.transaction(() -> {
            List<Finding> all = new ArrayList<>(findings);
            find(id).orElseThrow().findings().stream()
                    .filter(Finding::isOfConfig)
                    .forEach(all::add);
            putFindings(id, all);
            revise(id);
            return null;
        });
    }

    private void putFindings(String id, List<Finding> findings) throws WorkbenchException {
        database.update("DELETE FROM findings WHERE container = ?", id);
        List<Finding> ordered = findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        for (int place = 0; place < ordered.size(); place++) {
            Finding finding = ordered.get(place);
            database.update(
                    "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    place,
                    finding.severity(),
                    finding.code(),
                    finding.subject(),
                    finding.sentence(),
                    finding.remedy());
        }
    }

    void setTags(String id, Collection<String> tags) throws WorkbenchException {
        database.update("DELETE FROM tags WHERE container = ?", id);
        for (String tag : tags) {
            database.update("INSERT INTO tags VALUES (?, ?)", id, tag);
        }
        index(id);
        revise(id);
    }

    void set(String id, String column, Object value) throws WorkbenchException {
        database.update("UPDATE containers SET " + column + " = ? WHERE id = ?", value, id);
        revise(id);
    }

    void delete(String id) throws WorkbenchException {
        database.update("DELETE FROM containers WHERE id = ?", id);
    }

    private void revise(String id) throws WorkbenchException {
        database.update("UPDATE revisions SET last = last + 1");
        database.update("UPDATE containers SET revision = (SELECT last FROM revisions) WHERE id = ?", id);
    }

    private void index(String id) throws WorkbenchException {
        ContainerRecord container = find(id).orElseThrow();
        String words = Stream.concat(
                        Stream.of(
                                container.id(),
                                container.name(),
                                container.version(),
                                container.publisher().orElse(""),
                                container.description().orElse("")),
                        container.tags().stream())
                .map(SearchWords::fold)
                .collect(Collectors.joining("\n"));
        database.update("UPDATE containers SET words = ? WHERE id = ?", words, id);
    }
}

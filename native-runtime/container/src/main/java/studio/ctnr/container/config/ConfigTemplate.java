package studio.ctnr.container.config;

import java.util.Map;
import studio.ctnr.container.yaml.BlockWriter;

/** Writes a whole new config.yml for people to read: the contract's order, with a word about each part. */
final class ConfigTemplate {
    private static final Map<String, String> COMMENTS = Map.ofEntries(
            Map.entry("runtime", "What gets between the application and Windows."),
            Map.entry("paths", "Where this folder keeps what."),
            Map.entry("env", "Environment variables of the application; %CONTAINER_*% get their values at the start."),
            Map.entry("services", "Services of the application. mode: stub (only said to exist) or shared (runs)."),
            Map.entry("snapshots", "strategy: delta or vhd-diff."),
            Map.entry("security", "encryption: none or aes-gcm-256."),
            Map.entry("entrypoints", "What can be started; the default one when nothing else is asked for."),
            Map.entry(
                    "isolation",
                    "merged (the default): container over host, writes stay here; isolated: without the host;"
                            + " host: untouched.\n# Of the rules that match, the most specific one wins."),
            Map.entry("associations", "Files that the application opens."),
            Map.entry("protocols", "Addresses that the application opens."),
            Map.entry("text_files", "Text files with %CONTAINER_*% in them, which get their values while it runs."),
            Map.entry("hashes", "What the container held when it was built."));

    private ConfigTemplate() {}

    static String write(ContainerConfig config) {
        StringBuilder text = new StringBuilder();
        boolean uncommented = true;
        for (var entry : ConfigWriter.tree(config).entrySet()) {
            String comment = COMMENTS.get(entry.getKey());
            if (comment != null) {
                text.append("\n# ").append(comment).append('\n');
            } else if (!uncommented) {
                text.append('\n');
            }
            uncommented = comment == null;
            text.append(BlockWriter.STANDARD.entry(0, entry.getKey(), entry.getValue()));
        }
        return text.toString();
    }
}

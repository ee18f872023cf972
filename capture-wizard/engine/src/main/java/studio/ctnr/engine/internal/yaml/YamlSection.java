package studio.ctnr.engine.internal.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of a YAML file, read key by key; every complaint names the file, line and column. */
public final class YamlSection {
    private final String file;
    private final Node node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    YamlSection(String file, Node node, String what) throws YamlProblem {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "%s is a mapping, such as \"key: value\"".formatted(what));
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = scalar(entry.getKeyNode(), "a key");
            if (entries.put(key, entry) != null) {
                throw problem(entry.getKeyNode(), "\"%s\" is there twice; keep one of them".formatted(key));
            }
        }
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Refuses every key that is not in {@code known}. */
    public void allow(Set<String> known) throws YamlProblem {
        for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw problem(
                        entry.getValue().getKeyNode(),
                        "\"%s\" is unknown here; accepted are %s"
                                .formatted(
                                        entry.getKey(),
                                        String.join(
                                                ", ", known.stream().sorted().toList())));
            }
        }
    }

    public Optional<String> text(String key) throws YamlProblem {
        NodeTuple entry = entries.get(key);
        return entry == null ? Optional.empty() : Optional.of(scalar(entry.getValueNode(), "\"" + key + "\""));
    }

    public String requiredText(String key) throws YamlProblem {
        return text(key).orElseThrow(() -> missing(key));
    }

    /** A whole number that is not negative. */
    public long number(String key) throws YamlProblem {
        String text = requiredText(key);
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below, as a negative one is
        }
        throw problem(key, "\"%s\" is a whole number, not %s".formatted(key, text));
    }

    /** The texts of a list; one text alone counts as a list of one; none when the key is not there. */
    public List<String> texts(String key) throws YamlProblem {
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.getValueNode() instanceof SequenceNode list)) {
            return List.of(scalar(entry.getValueNode(), "\"" + key + "\""));
        }
        List<String> texts = new ArrayList<>();
        for (Node item : list.getValue()) {
            texts.add(scalar(item, "an item of \"" + key + "\""));
        }
        return texts;
    }

    public YamlSection section(String key) throws YamlProblem {
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            throw missing(key);
        }
        return new YamlSection(file, entry.getValueNode(), "\"" + key + "\"");
    }

    /** The mappings of a list; none when the key is not there or has no value. */
    public List<YamlSection> sections(String key) throws YamlProblem {
        NodeTuple entry = entries.get(key);
        if (entry == null || isNothing(entry.getValueNode())) {
            return List.of();
        }
        if (!(entry.getValueNode() instanceof SequenceNode list)) {
            throw problem(entry.getValueNode(), "\"%s\" is a list, each item after a dash".formatted(key));
        }
        List<YamlSection> sections = new ArrayList<>();
        for (Node item : list.getValue()) {
            sections.add(new YamlSection(file, item, "an item of \"" + key + "\""));
        }
        return sections;
    }

    /** The line that the section begins on, from 1; 0 when it is not known. */
    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** The line of the section's last character, from 1; comments and empty lines below do not count. */
    public int endLine() {
        int last = line();
        for (NodeTuple entry : entries.values()) {
            Node value = entry.getValueNode();
            int start = value.getStartMark().map(Mark::getLine).orElse(0);
            int end = value.getEndMark()
                    .map(mark -> mark.getColumn() == 0 && mark.getLine() > start ? mark.getLine() - 1 : mark.getLine())
                    .orElse(start);
            last = Math.max(last, end + 1);
        }
        return last;
    }

    public YamlProblem missing(String key) {
        return problem(node, "\"%s\" is missing; add it".formatted(key));
    }

    /** A complaint about the value of {@code key}, or about the section when it has no such key. */
    public YamlProblem problem(String key, String problem) {
        NodeTuple entry = entries.get(key);
        return problem(entry == null ? node : entry.getValueNode(), problem);
    }

    private String scalar(Node value, String what) throws YamlProblem {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(value, what + " is one text, no list or mapping");
    }

    private static boolean isNothing(Node value) {
        return value instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    private YamlProblem problem(Node at, String problem) {
        return new YamlProblem(file, at.getStartMark(), problem, null);
    }
}

package studio.ctnr.container.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads one YAML 1.2 document into nodes that know their places. The text may be hostile: how deep it nests and how
 * much its aliases make of it is limited, a key stands once, and no tag makes anything but plain data.
 */
public final class YamlParser {
    static final int DEEPEST = 64;
    static final int MOST_NODES = 200_000;

    private final Offsets offsets;
    private final Iterator<Event> events;
    private final ScalarReader scalars;
    private final BlockScalars blockScalars;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private final Map<Anchor, Integer> sizes = new HashMap<>();
    private int depth;
    private int nodes;

    private YamlParser(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        offsets = new Offsets(text);
        scalars = new ScalarReader(settings);
        blockScalars = new BlockScalars(text);
        events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /**
     * Reads a text.
     *
     * @param text without a byte-order mark
     * @return its value; an empty scalar at the text's end when it holds none
     * @throws YamlException when it is not YAML, or more than is accepted
     */
    public static YamlNode parse(String text) {
        UnfitCharacters.refuse(text);
        YamlParser parser = new YamlParser(text);
        try {
            return parser.document(text.length());
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> parser.offsets.of(mark.getIndex()))
                    .orElse(0);
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            throw new YamlException(at, "not valid YAML: " + context + e.getProblem());
        } catch (YamlEngineException e) {
            throw new YamlException(0, "not valid YAML: " + e.getMessage());
        }
    }

    private YamlNode document(int length) {
        YamlNode root = new YamlNode.Scalar(length, length, null, YamlNode.Style.EMPTY);
        boolean found = false;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent start) {
                if (found) {
                    throw new YamlException(at(event), "a second document starts here; one is accepted");
                }
                found = true;
                root = node(start);
            }
        }
        return root;
    }

    private int at(Event event) {
        return offsets.of(event.getStartMark().orElseThrow().getIndex());
    }

    private int endOf(Event event) {
        return offsets.of(event.getEndMark().orElseThrow().getIndex());
    }

    private YamlNode node(NodeEvent event) {
        int before = nodes;
        count(event, 1);
        YamlNode node = switch (event) {
            case AliasEvent alias -> alias(alias);
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionStartEvent start -> collection(start);
            default -> throw new YamlException(at(event), "not a value");
        };
        if (!(event instanceof AliasEvent)) {
            event.getAnchor().ifPresent(anchor -> {
                anchors.put(anchor, node);
                sizes.put(anchor, nodes - before);
            });
        }
        return node;
    }

    private void count(Event event, int more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new YamlException(
                    at(event),
                    "the aliases make more than " + MOST_NODES + " values of it; that many are not accepted");
        }
    }

    private YamlNode alias(AliasEvent event) {
        YamlNode target = anchors.get(event.getAlias());
        if (target == null) {
            throw new YamlException(
                    at(event), "the alias *" + event.getAlias() + " names no anchor that ended before it");
        }
        count(event, sizes.get(event.getAlias()));
        return new YamlNode.Alias(at(event), endOf(event), target);
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        int start = at(event);
        int end = endOf(event);
        ScalarStyle style = event.getScalarStyle();
        Object value = scalars.value(event, start);
        return switch (style) {
            case LITERAL, FOLDED ->
                new YamlNode.Scalar(start, blockScalars.end(start, end), value, YamlNode.Style.BLOCK);
            case SINGLE_QUOTED -> new YamlNode.Scalar(start, end, value, YamlNode.Style.SINGLE);
            case DOUBLE_QUOTED -> new YamlNode.Scalar(start, end, value, YamlNode.Style.DOUBLE);
            default ->
                new YamlNode.Scalar(start, end, value, start == end ? YamlNode.Style.EMPTY : YamlNode.Style.PLAIN);
        };
    }

    private YamlNode collection(CollectionStartEvent event) {
        if (++depth > DEEPEST) {
            throw new YamlException(at(event), "it nests deeper than " + DEEPEST + " levels");
        }
        scalars.refuseForeignTag(event.getTag(), at(event));
        YamlNode node = switch (event) {
            case SequenceStartEvent start -> sequence(start);
            case MappingStartEvent start -> mapping(start);
            default -> throw new YamlException(at(event), "not a collection");
        };
        depth--;
        return node;
    }

    private YamlNode sequence(SequenceStartEvent start) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event instanceof NodeEvent item) {
            items.add(node(item));
            event = events.next();
        }
        int end = end(start, event, items, YamlNode::end);
        return new YamlNode.Sequence(at(start), end, start.isFlow(), items);
    }

    private <T> int end(CollectionStartEvent start, Event close, List<T> children, Function<T, Integer> end) {
        return start.isFlow() || children.isEmpty() ? endOf(close) : end.apply(children.getLast());
    }

    private YamlNode mapping(MappingStartEvent start) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Event event = events.next();
        while (event instanceof NodeEvent keyEvent) {
            if (!(node(keyEvent) instanceof YamlNode.Scalar key)) {
                throw new YamlException(at(event), "a key is a list, a map or an alias; a text is accepted");
            }
            String name = ((ScalarEvent) keyEvent).getValue();
            if (!keys.add(name)) {
                throw new YamlException(key.start(), "the key " + name + " stands twice in the same map");
            }
            YamlNode value = node((NodeEvent) events.next());
            entries.add(new YamlNode.Entry(name, key.start(), key.end(), key.style(), value));
            event = events.next();
        }
        int end = end(start, event, entries, YamlNode.Entry::end);
        return new YamlNode.Mapping(at(start), end, start.isFlow(), entries);
    }
}

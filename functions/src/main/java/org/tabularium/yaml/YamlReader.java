package org.tabularium.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;

/// Reads a YAML 1.2 document of plain data: maps, lists, text, numbers, true, false and null.
///
/// Not allowed, each with its line: aliases and anchors, tags, a key twice, keys that are no text, a second document, more than 1
/// MB, more than 32 levels.
/// Plain `Y`, `N`, `NO`, `001`, `1e3` and `2025-08-31` stay text; a number keeps its decimals (`5.0` is not `5`). UTF-8, with or
/// without BOM.
public final class YamlReader {

    /// The largest document, in bytes.
    public static final int LARGEST = 1 << 20;

    private static final int DEEPEST = 32;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,16})(\\.[0-9]{1,17})?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();
    /// For documents of our own, whose lines nobody asks for: a mark copies what it points to.
    private static final LoadSettings WITHOUT_LINES = LoadSettings.builder().setUseMarks(false).build();

    private final String file;
    private final Iterator<Event> events;
    private final boolean lined;
    private final NavigableMap<String, Integer> lines = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /// @param lined whether somebody asks for lines
    private YamlReader(String file, Iterator<Event> events, boolean lined) {
        this.file = file;
        this.events = events;
        this.lined = lined;
    }

    /// Reads one document; an empty one is a map without keys.
    ///
    /// @param file name for messages, such as `study.yaml`
    /// @throws RejectedException with every fault that can be seen; after a fault of syntax nothing more can be
    public static YamlMap read(String file, byte[] bytes) throws RejectedException {
        return read(file, bytes, SETTINGS);
    }

    private static YamlMap read(String file, byte[] bytes, LoadSettings settings) throws RejectedException {
        String text = text(file, bytes);
        try {
            return new YamlReader(file, new Parse(settings).parseString(text).iterator(), settings.getUseMarks()).document();
        } catch (MarkedYamlEngineException e) {
            throw new RejectedException(SyntaxFault.of(file, e));
        } catch (ReaderException e) {
            int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
            throw new RejectedException(malformed(file, line, "holds a control character, which YAML does not allow"));
        } catch (YamlEngineException e) {
            throw new RejectedException(malformed(file, 1, "cannot be read as YAML"));
        }
    }

    /// Reads a document of our own from the class path; all of it is said to stand in line 1.
    ///
    /// @throws IllegalStateException where there is none or it is broken, which is a fault of the build
    public static YamlMap resource(String name) {
        try (InputStream in = YamlReader.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return read(name, in.readAllBytes(), WITHOUT_LINES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RejectedException e) {
            throw new IllegalStateException(name + " is broken: " + e.getMessage(), e);
        }
    }

    /// The text of a document, without its BOM.
    ///
    /// @throws RejectedException where it is too large or not UTF-8
    public static String text(String file, byte[] bytes) throws RejectedException {
        if (bytes.length > LARGEST) {
            throw new RejectedException(malformed(file, 1, "is larger than 1 MB"));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new RejectedException(malformed(file, line, "is not UTF-8 text").remedy("save it as UTF-8"));
        }
    }

    private YamlMap document() throws RejectedException {
        next(); // stream start
        Event first = next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            return YamlMap.empty(file, 1);
        }
        Event root = next();
        JsonNode node = node(root, "", 1);
        next(); // document end
        Event after = next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            findings.add(malformed(file, line(after), "holds a second document; one is expected"));
        }
        boolean empty = root instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty();
        if (!empty && !(node instanceof ObjectNode) && findings.isEmpty()) {
            findings.add(malformed(file, line(root), "holds no keys; `key: value` lines are expected"));
        }
        if (!findings.isEmpty()) {
            throw new RejectedException(findings);
        }
        return node instanceof ObjectNode map
                ? new YamlMap(file, line(root), map, Collections.unmodifiableNavigableMap(lines))
                : YamlMap.empty(file, 1);
    }

    private JsonNode node(Event event, String pointer, int depth) throws RejectedException {
        if (depth > DEEPEST) {
            throw new RejectedException(malformed(file, line(event), "is nested more than " + DEEPEST + " levels deep"));
        }
        refuseUnsafe(event);
        return switch (event) {
            case MappingStartEvent _ -> map(pointer, depth);
            case CollectionStartEvent _ -> list(pointer, depth);
            case ScalarEvent scalar -> scalar(scalar);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode map(String pointer, int depth) throws RejectedException {
        ObjectNode map = NODES.objectNode();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            JsonNode key = node(event, pointer, depth + 1);
            if (!(event instanceof ScalarEvent scalar)) {
                findings.add(malformed(file, line(event), "has a key that is no text"));
                node(next(), pointer, depth + 1);
                continue;
            }
            String name = scalar.getValue();
            if (name.isEmpty() || key.isNull()) {
                findings.add(malformed(file, line(event), "has a value without a key"));
            }
            String below = below(pointer, name);
            if (map.has(name)) {
                findings.add(malformed(file, line(event), "this key stands twice, first in line " + lines.get(below)).of(name));
                node(next(), below, depth + 1);
                continue;
            }
            remember(below, event);
            map.set(name, node(next(), below, depth + 1));
        }
        return map;
    }

    private ArrayNode list(String pointer, int depth) throws RejectedException {
        ArrayNode list = NODES.arrayNode();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            String below = below(pointer, Integer.toString(list.size()));
            remember(below, event);
            list.add(node(event, below, depth + 1));
        }
        return list;
    }

    /// The JSON pointer of what stands under a name; any where nobody asks for lines.
    private String below(String pointer, String name) {
        return lined ? pointer + "/" + name.replace("~", "~0").replace("/", "~1") : pointer;
    }

    private void remember(String pointer, Event event) {
        if (lined) {
            lines.put(pointer, line(event));
        }
    }

    private static JsonNode scalar(ScalarEvent scalar) {
        String value = scalar.getValue();
        if (!scalar.isPlain()) {
            return NODES.textNode(value);
        }
        return switch (value) {
            case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
            case "true", "True" -> NODES.booleanNode(true);
            case "false", "False" -> NODES.booleanNode(false);
            default -> value.charAt(0) <= '9' && NUMBER.matcher(value).matches() ? number(value) : NODES.textNode(value);
        };
    }

    private static JsonNode number(String value) {
        return value.indexOf('.') < 0 ? NODES.numberNode(Long.parseLong(value)) : DecimalNode.valueOf(new BigDecimal(value));
    }

    private void refuseUnsafe(Event event) {
        @Nullable
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag().orElse(null);
            case CollectionStartEvent collection -> collection.getTag().orElse(null);
            default -> null;
        };
        if (event instanceof AliasEvent alias) {
            findings.add(malformed(file, line(event), "aliases are not allowed").value("*" + alias.getAlias())
                    .remedy("write the value out, in quotes where it begins with *"));
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            findings.add(malformed(file, line(event), "anchors are not allowed").value("&" + node.getAnchor().get())
                    .remedy("leave it out, or quote a text that begins with &"));
        }
        if (tag != null) {
            findings.add(malformed(file, line(event), "tags are not allowed").value(tag.replace("tag:yaml.org,2002:", "!!"))
                    .remedy("leave it out, or quote a text that begins with !"));
        }
    }

    private Event next() {
        return events.next();
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    static Finding malformed(String file, int line, String message) {
        return Finding.error("YAML_MALFORMED", message).in(file).at(line);
    }
}

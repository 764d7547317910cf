package org.tabularium.selection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tabularium.study.settings.StudySettings;

/// A group of adverse events of special interest that a report counts together: `event-groups` of study.yaml, and those of a
/// cell therapy that `event-groups.tsv` lists (name, `query`, `class` or `term`, and what it is called).
///
/// Where the data mark a query that is called as a built-in group or as one of its `query` lines, the sponsor has said which
/// events make it, and nothing else counts. Else an event belongs to it by its preferred term or system organ class. A group of
/// study.yaml is of the events that any of its members names: a preferred term, a system organ class or a query.
///
/// @param name as printed
/// @param queries names of queries each of which, where the data have it, decides
/// @param members names of preferred terms, system organ classes and queries; an asterisk at either end stands for any text
/// @param classes whether it is of whole system organ classes, and unknown where the data have none
public record EventGroup(String name, List<String> queries, List<String> members, boolean classes) {

    /// The groups of a cell therapy.
    private static final List<EventGroup> BUILT_IN = load();

    /// The groups of study.yaml, in its order.
    public static List<EventGroup> declared(StudySettings settings) {
        return settings.records().eventGroups().entrySet().stream()
                .map(group -> new EventGroup(group.getKey(), List.of(), group.getValue(), false)).toList();
    }

    /// The groups that are looked for in each study of a cell therapy, but for those that study.yaml declares.
    public static List<EventGroup> builtIn(StudySettings settings) {
        List<EventGroup> declared = declared(settings);
        return BUILT_IN.stream().filter(group -> declared.stream().noneMatch(own -> own.isNamed(group.name))).toList();
    }

    /// The group of a name, in any letter case.
    public static Optional<EventGroup> named(String name, StudySettings settings) {
        return declared(settings).stream().filter(group -> group.isNamed(name)).findFirst()
                .or(() -> builtIn(settings).stream().filter(group -> group.isNamed(name)).findFirst());
    }

    private boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /// Whether a query of the data is the group under one of its names.
    boolean isQuery(String query) {
        return queries.stream().anyMatch(query::equalsIgnoreCase);
    }

    /// Whether a preferred term, a system organ class or a query is a member.
    public boolean has(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return members.stream().anyMatch(member -> matches(member.toLowerCase(Locale.ROOT), lower));
    }

    private static boolean matches(String member, String text) {
        String plain = member.replaceFirst("^\\*", "").replaceFirst("\\*$", "");
        boolean open = member.startsWith("*");
        if (member.endsWith("*")) {
            return open ? text.contains(plain) : text.startsWith(plain);
        }
        return open ? text.endsWith(plain) : text.equals(plain);
    }

    private static List<EventGroup> load() {
        try (InputStream stream = Objects.requireNonNull(EventGroup.class.getResourceAsStream("event-groups.tsv"))) {
            Map<String, List<String[]>> lines = new LinkedHashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t", -1))
                    .forEach(line -> lines.computeIfAbsent(line[0], _ -> new ArrayList<>()).add(line));
            return lines.entrySet().stream().map(group -> builtIn(group.getKey(), group.getValue())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventGroup builtIn(String name, List<String[]> lines) {
        List<String> queries = new ArrayList<>(List.of(name));
        List<String> members = new ArrayList<>();
        lines.forEach(line -> (line[1].equals("query") ? queries : members).add(line[2]));
        return new EventGroup(name, List.copyOf(queries), List.copyOf(members),
                lines.stream().noneMatch(line -> line[1].equals("term")));
    }
}

package org.tabularium.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.HashSet;
import java.util.BitSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.Study;

/// The queries that the sponsor has marked in the data, CQzzNAM (customised) and SMQzzNAM (standardised MedDRA query), and what
/// makes a group of events ([EventGroup]) there.
public final class EventGroups {

    /// The preferred term.
    static final String TERM = "AEDECOD";

    /// The system organ class: the first that the data have.
    public static final List<String> CLASSES = List.of("AEBODSYS", "AESOC");

    private static final Pattern GROUP = Pattern.compile("(CQ|SMQ)\\d\\dNAM");

    private static final Pattern SCOPE = Pattern.compile("SMQ\\d\\dSC");

    private EventGroups() {}

    public static boolean isGroup(String variable) {
        return GROUP.matcher(variable).matches();
    }

    /// The query variables a study's ADAE has.
    public static List<String> variables(Study study) {
        return study.variables("ADAE").stream().filter(EventGroups::isGroup).sorted().toList();
    }

    /// The variables that name what an event is a member of a group by.
    public static List<String> names(Study study) {
        return Stream.of(List.of(TERM), CLASSES, variables(study)).flatMap(List::stream).toList();
    }

    /// The variables that hold the scope of each standardised query, narrow or broad (SMQzzSC).
    public static List<String> scopes(Study study) {
        return study.variables("ADAE").stream().filter(SCOPE.asMatchPredicate()).sorted().toList();
    }

    /// How many of some events are in a standardised query by a term of broad scope.
    public static long broad(JoinedRecords records, BitSet events) {
        List<TextColumn> scopes = records.dataset().columns().stream()
                .filter(column -> SCOPE.matcher(column.variable().name()).matches())
                .flatMap(column -> column instanceof TextColumn text ? Stream.of(text) : Stream.empty())
                .toList();
        return events.stream()
                .filter(row -> scopes.stream().anyMatch(scope -> scope.value(row).strip().equalsIgnoreCase("BROAD")))
                .count();
    }

    /// The names of the queries that rows belong to, without those already listed or decided by ([EventGroup#queries]) (in any
    /// letter case).
    public static List<String> names(JoinedRecords records, List<String> listed) {
        Set<String> known = new HashSet<>();
        listed.forEach(name -> {
            known.add(name.toUpperCase(Locale.ROOT));
            EventGroup.named(name, records.data().settings())
                    .ifPresent(group -> group.queries().forEach(query -> known.add(query.toUpperCase(Locale.ROOT))));
        });
        TreeMap<String, String> names = new TreeMap<>();
        queries(records).forEach(text -> {
            for (int row = 0; row < records.size(); row++) {
                String name = text.value(row).strip();
                if (!name.isEmpty() && !known.contains(name.toUpperCase(Locale.ROOT))) {
                    names.putIfAbsent(name.toUpperCase(Locale.ROOT), name);
                }
            }
        });
        return new ArrayList<>(names.values());
    }

    /// The variables in which a group is looked for: the queries alone where they decide.
    static List<String> places(EventGroup group, JoinedRecords records) {
        List<String> queries = queries(records).map(column -> column.variable().name()).toList();
        if (isMarked(group, records)) {
            return queries;
        }
        return Stream.of(Stream.of(TERM), classVariable(records).stream(), queries.stream()).flatMap(names -> names).toList();
    }

    /// Whether the data mark a query that decides which events make a group.
    public static boolean isMarked(EventGroup group, JoinedRecords records) {
        return queries(records).anyMatch(column -> column.dictionary().stream().anyMatch(group::isQuery));
    }

    /// Whether it can be told which events make a group.
    public static boolean isKnown(EventGroup group, JoinedRecords records) {
        return !group.classes() || isMarked(group, records) || classVariable(records).isPresent();
    }

    /// What makes some events a group: their system organ class where it is a member, else their preferred terms.
    ///
    /// @param events of the group
    public static List<String> found(String name, JoinedRecords records, BitSet events) {
        Optional<EventGroup> group = EventGroup.named(name, records.data().settings())
                .filter(known -> !isMarked(known, records));
        Optional<JoinedColumn> classes = classVariable(records).flatMap(records::field);
        Optional<JoinedColumn> terms = records.field(TERM);
        Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int row = events.nextSetBit(0); row >= 0; row = events.nextSetBit(row + 1)) {
            String ofClass = classes.isPresent() ? classes.get().text(row) : "";
            boolean whole = group.isPresent() && group.get().has(ofClass);
            found.add(whole || terms.isEmpty() ? ofClass : terms.get().text(row));
        }
        found.remove("");
        return List.copyOf(found);
    }

    private static Optional<String> classVariable(JoinedRecords records) {
        return CLASSES.stream().filter(variable -> records.field(variable).filter(field -> !field.numeric()).isPresent())
                .findFirst();
    }

    private static Stream<TextColumn> queries(JoinedRecords records) {
        return records.dataset().columns().stream().filter(column -> isGroup(column.variable().name()))
                .flatMap(column -> column instanceof TextColumn text ? Stream.of(text) : Stream.empty());
    }
}

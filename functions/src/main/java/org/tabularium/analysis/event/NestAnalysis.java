package org.tabularium.analysis.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.EventRows;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TreatmentsOfRecords;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredEvents;
import org.tabularium.shell.rows.LevelGroup;
import org.tabularium.shell.rows.RowOrder;

/// Computes [DeclaredEvents.Nest]: rows by the levels of nested variables, such as system organ class and preferred term, each
/// followed by its worst grades where the block wants them.
public final class NestAnalysis {

    private final DeclaredEvents.Nest block;
    private final TableFrame frame;
    private final JoinedRecords records;
    private final Filter table;
    private final TableBody body;
    private final List<JoinedColumn> fields;
    private final List<Comparator<String>> orders;
    private final @Nullable WorstLevels worst;
    private final BitSet selected;

    private NestAnalysis(DeclaredEvents.Nest block, TableFrame frame, JoinedRecords records, Filter table, TableBody body,
            List<JoinedColumn> fields, BitSet selected) {
        this.selected = selected;
        this.block = block;
        this.frame = frame;
        this.records = records;
        this.table = table;
        this.body = body;
        this.fields = fields;
        this.orders = block.variables().stream().map(variable -> order(block, records, variable)).toList();
        this.worst = worst(block, records);
    }

    private static Comparator<String> order(DeclaredEvents.Nest block, JoinedRecords records, String variable) {
        Optional<JoinedColumn> field = records.field(variable);
        return block.order() == RowOrder.OF_DATA && field.isPresent()
                ? records.levelOrder(variable, field.get())
                : Comparator.comparing((String level) -> level.toLowerCase(Locale.ROOT)).thenComparing(Comparator.naturalOrder());
    }

    private static @Nullable WorstLevels worst(DeclaredEvents.Nest block, JoinedRecords records) {
        if (block.grades()) {
            return block.ranges().isEmpty() ? WorstGrades.of(records) : WorstGrades.of(records, block.ranges());
        }
        return block.worst().isEmpty() ? null : GreatestLevels.of(records, block.worst()).orElse(null);
    }

    /// Adds the rows.
    ///
    /// @param selected the records of the table, of subjects of the population
    public static void add(DeclaredEvents.Nest block, TableFrame frame, JoinedRecords records, Filter table, BitSet selected,
            TableBody body)
            throws NotProducedException {
        List<JoinedColumn> fields = new ArrayList<>();
        for (String variable : block.variables()) {
            fields.add(records.field(variable)
                    .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NoVariable(records.name(), variable))));
        }
        if (!block.worst().isEmpty() && records.field(block.worst()).isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NoVariable(records.name(), block.worst()));
        }
        NestAnalysis analysis = new NestAnalysis(block, frame, records, table, body, fields, selected);
        if (block.grades()) {
            body.remarks.addAll(EventGrades.remarks(records, selected));
        }
        analysis.addAny();
        List<Node> nodes = analysis.outermost();
        int indent = block.label().isEmpty() ? 0 : 1;
        nodes.forEach(node -> analysis.addNode(node, indent, true));
        if (block.threshold() > 0) {
            body.remarks.add(new EventRemark.Threshold(block.threshold()));
            if (nodes.isEmpty()) {
                body.rows.add(ResultRow.message(new RowLabel.NothingFrequent(block.threshold())));
            }
        }
    }

    /// The row above the levels: that of the block's label, else where worst grades are shown that of any event, whose grades
    /// stand below the row that counts them all where the table has one already.
    private void addAny() {
        String label = block.label();
        if (block.grades() && label.isEmpty()) {
            addAnyGraded();
        } else if (block.grades()) {
            addGraded(new RowLabel.Given(label), 0, null, List.of(label), selected, table.clauses());
        } else if (!label.isEmpty() && worst != null) {
            addGraded(new RowLabel.Given(label), 0, null, List.of(label), selected, table.clauses());
        } else if (!label.isEmpty()) {
            addRow(new RowLabel.Given(label), 0, true, null, List.of(label), selected, table.clauses());
        }
    }

    private void addAnyGraded() {
        int there = RowOfAll.in(body, records, table.clauses());
        if (there < 0) {
            RowName.Event any = block.where() == null ? RowName.Event.ANY_ADVERSE_EVENT : RowName.Event.ANY_OF_THESE;
            addGraded(new RowLabel.Named(any), 0, null, List.of(any.level()), selected, table.clauses());
            return;
        }
        ResultRow row = body.rows.get(there);
        List<String> level = row.cells().getFirst().results().getFirst().level();
        body.below(there, () -> addGrades(row.indent(), null, level, selected, table.clauses()));
    }

    /// A level, or several together, with the rows below it.
    ///
    /// @param first the level by which it is ordered
    /// @param subjects of the population who have it
    private record Node(RowLabel label, String first, String variable, List<String> path, Clauses clauses, BitSet rows,
            int subjects, List<Node> children) {}

    /// The levels of the outermost variable, those in groups below or in the row of their group.
    private List<Node> outermost() {
        if (block.groups().isEmpty()) {
            return nodes(0, List.of(), table.clauses(), selected);
        }
        JoinedColumn field = fields.getFirst();
        BitSet alone = (BitSet) selected.clone();
        List<Node> nodes = new ArrayList<>();
        for (LevelGroup group : block.groups()) {
            BitSet rows = new BitSet();
            selected.stream().filter(row -> group.has(field.text(row))).forEach(rows::set);
            alone.andNot(rows);
            group(group, rows).ifPresent(nodes::add);
        }
        nodes.addAll(nodes(0, List.of(), table.clauses(), alone));
        nodes.sort(order(0));
        return nodes;
    }

    /// Levels that are counted together: there also where nobody has one, unless a threshold hides them.
    private Optional<Node> group(LevelGroup group, BitSet rows) {
        String variable = block.variables().getFirst();
        List<String> path = List.of(group.label());
        Clauses clauses = table.clauses()
                .and(Clauses.of(new Clause.Compare(variable, Condition.Comparator.IN, group.levels())));
        boolean innermost = fields.size() == 1;
        List<Node> below = innermost ? List.of() : nodes(1, path, clauses, rows);
        List<Node> children = group.kinds() ? nodes(0, path, table.clauses(), rows) : below;
        boolean shown = block.threshold() <= 0 || reachesThreshold(rows) || !children.isEmpty();
        String first = group.levels().stream().min(orders.getFirst()).orElse(group.label());
        return shown
                ? Optional
                        .of(new Node(new RowLabel.Given(group.label()), first, variable, path, clauses, rows, inPopulation(rows),
                                children))
                : Optional.empty();
    }

    /// The levels of the variable at this depth among some rows, in order; levels that do not reach the threshold are left out.
    private List<Node> nodes(int depth, List<String> parent, Clauses above, BitSet rows) {
        Map<String, BitSet> byLevel = new LinkedHashMap<>();
        JoinedColumn field = fields.get(depth);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            byLevel.computeIfAbsent(level(field, row), l -> new BitSet()).set(row);
        }
        List<Node> nodes = new ArrayList<>();
        String variable = block.variables().get(depth);
        boolean innermost = depth == fields.size() - 1;
        byLevel.forEach((level, of) -> {
            List<String> path = new ArrayList<>(parent);
            path.add(level);
            Clauses clauses = above.and(Clauses.equal(variable, level));
            List<Node> children = innermost ? List.of() : nodes(depth + 1, path, clauses, of);
            if (innermost ? reachesThreshold(of) : !children.isEmpty()) {
                nodes.add(new Node(new RowLabel.OfLevel(variable, level), level, variable, path, clauses, of, inPopulation(of),
                        children));
            }
        });
        nodes.sort(order(depth));
        return nodes;
    }

    private static String level(JoinedColumn field, int row) {
        String text = field.text(row);
        return text.isEmpty() ? RowName.Event.NOT_CODED.level() : text;
    }

    private Comparator<Node> order(int depth) {
        Comparator<Node> byLevel = Comparator.comparing(Node::first, orders.get(depth));
        return block.order() == RowOrder.DESCENDING
                ? Comparator.comparingInt((Node node) -> -node.subjects).thenComparing(byLevel)
                : byLevel;
    }

    private int inPopulation(BitSet rows) {
        BitSet subjects = records.subjectsOf(rows);
        subjects.and(frame.population().subjects());
        return subjects.cardinality();
    }

    private boolean reachesThreshold(BitSet rows) {
        if (block.threshold() <= 0) {
            return true;
        }
        List<BitSet> subjects = TreatmentsOfRecords.byColumn(frame, records, rows, records::subjectsOf);
        return IntStream.range(0, subjects.size()).anyMatch(i -> {
            ColumnHead column = frame.columns().get(i);
            return column.n() > 0 && 100.0 * Counting.in(column, subjects.get(i)) >= block.threshold() * column.n();
        });
    }

    private void addNode(Node node, int indent, boolean startsBlock) {
        List<String> level = below(node.path);
        if (worst == null) {
            addRow(node.label, indent, startsBlock, node.variable, level, node.rows, node.clauses);
        } else {
            addGraded(node.label, indent, node.variable, level, node.rows, node.clauses);
        }
        node.children.forEach(child -> addNode(child, indent + 1, false));
    }

    /// A path with the label above it, which tells the levels of several blocks apart.
    private List<String> below(List<String> path) {
        return block.label().isEmpty() ? path : Stream.concat(Stream.of(block.label()), path.stream()).toList();
    }

    private void addRow(
            RowLabel label,
            int indent,
            boolean startsBlock,
            @Nullable String variable,
            List<String> level,
            BitSet rows,
            Clauses clauses) {
        Counted counted = new Counted(records.name(), records.subjectsOf(rows), variable, level, clauses);
        body.row(label, indent, startsBlock, Counting.eventRow(frame, counted, new EventRows(records, rows, block.events())));
    }

    private void addGraded(
            RowLabel label, int indent, @Nullable String variable, List<String> level, BitSet rows, Clauses clauses) {
        addRow(label, indent, true, variable, level, rows, clauses);
        addGrades(indent, variable, level, rows, clauses);
    }

    private void addGrades(int indent, @Nullable String variable, List<String> level, BitSet rows, Clauses clauses) {
        WorstLevels by = worst;
        if (by != null) {
            List<Map<String, BitSet>> byColumn = TreatmentsOfRecords.byColumn(frame, records, rows, by::rows);
            Set<String> names = new LinkedHashSet<>(by.rows(rows).keySet());
            byColumn.forEach(column -> names.addAll(column.keySet()));
            if (across()) {
                names.addAll(by.names(selected));
            }
            Records behind = records.behind(() -> rows);
            names.forEach(name -> {
                List<String> path = new ArrayList<>(level);
                path.add(name);
                Counted counted = new Counted(records.name(), new BitSet(), variable, path, clauses.and(by.clauses(name)))
                        .from(behind);
                List<CellResults> cells = Counting.rowByColumn(frame, counted,
                        byColumn.stream().map(column -> column.getOrDefault(name, new BitSet())).toList());
                if (across()) {
                    body.row(new RowLabel.OfWorst(name), indent + 1, false, cells);
                } else if (variable == null) {
                    body.row(by.label(name), indent + 1 + by.depth(name), false, cells);
                } else {
                    body.detail(by.label(name), indent + 1 + by.depth(name), cells);
                }
            });
        }
    }

    /// Whether the worst grades stand in columns beside the row.
    private boolean across() {
        return !block.ranges().isEmpty() && block.gradesIn() == DeclaredEvents.GradesIn.COLUMNS;
    }
}

package org.tabularium.analysis.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.RowName;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.EventRows;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TreatmentsOfRecords;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.EventRemark;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.DeclaredRows;

/// Computes [DeclaredRows.Nest]: rows by the levels of nested variables, such as system organ class and preferred term, each
/// followed by its worst
/// grades where the block wants them.
public final class NestAnalysis {

    private final DeclaredRows.Nest block;
    private final TableFrame frame;
    private final JoinedRecords records;
    private final Filter table;
    private final TableBody body;
    private final List<JoinedColumn> fields;
    private final @Nullable WorstGrades grades;
    private final BitSet selected;

    private NestAnalysis(DeclaredRows.Nest block, TableFrame frame, JoinedRecords records, Filter table, TableBody body,
            List<JoinedColumn> fields, BitSet selected) {
        this.selected = selected;
        this.block = block;
        this.frame = frame;
        this.records = records;
        this.table = table;
        this.body = body;
        this.fields = fields;
        this.grades = block.grades() ? grades(block, records) : null;
    }

    private static WorstGrades grades(DeclaredRows.Nest block, JoinedRecords records) {
        return block.ranges().isEmpty() ? WorstGrades.of(records) : WorstGrades.of(records, block.ranges());
    }

    /// Adds the rows.
    ///
    /// @param selected the records of the table, of subjects of the population
    public static void add(DeclaredRows.Nest block, TableFrame frame, JoinedRecords records, Filter table, BitSet selected,
            TableBody body)
            throws NotProducedException {
        List<JoinedColumn> fields = new ArrayList<>();
        for (String variable : block.variables()) {
            fields.add(records.field(variable)
                    .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NoVariable(records.name(), variable))));
        }
        NestAnalysis analysis = new NestAnalysis(block, frame, records, table, body, fields, selected);
        if (analysis.grades != null) {
            body.remarks.addAll(EventGrades.remarks(records, selected));
        }
        analysis.addAny();
        List<Node> nodes = analysis.nodes(0, List.of(), selected);
        nodes.forEach(node -> analysis.addNode(node, 0));
        if (block.threshold() > 0) {
            body.remarks.add(new EventRemark.Threshold(block.threshold()));
            if (nodes.isEmpty()) {
                body.rows.add(ResultRow.message(new RowLabel.NothingFrequent(block.threshold())));
            }
        }
    }

    /// The row above the levels: that of the block's label, else where worst grades are shown that of any adverse event.
    private void addAny() {
        String label = block.label();
        if (grades != null) {
            String level = label.isEmpty() ? RowName.Event.ANY_ADVERSE_EVENT.level() : label;
            RowLabel any = label.isEmpty() ? new RowLabel.Named(RowName.Event.ANY_ADVERSE_EVENT) : new RowLabel.Given(label);
            addGraded(any, 0, null, List.of(level), selected, table.clauses());
        } else if (!label.isEmpty()) {
            addRow(new RowLabel.Given(label), 0, true, null, List.of(label), selected, table.clauses());
        }
    }

    /// A level with the rows below it.
    ///
    /// @param subjects of the population who have it
    private record Node(List<String> path, BitSet rows, int subjects, List<Node> children) {}

    /// The levels of the variable at this depth among some rows, in order; levels that do not reach the threshold are left out.
    private List<Node> nodes(int depth, List<String> parent, BitSet rows) {
        Map<String, BitSet> byLevel = new LinkedHashMap<>();
        JoinedColumn field = fields.get(depth);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            byLevel.computeIfAbsent(level(field, row), l -> new BitSet()).set(row);
        }
        List<Node> nodes = new ArrayList<>();
        boolean innermost = depth == fields.size() - 1;
        byLevel.forEach((level, of) -> {
            List<String> path = new ArrayList<>(parent);
            path.add(level);
            List<Node> children = innermost ? List.of() : nodes(depth + 1, path, of);
            if (innermost ? reachesThreshold(of) : !children.isEmpty()) {
                nodes.add(new Node(path, of, inPopulation(of), children));
            }
        });
        nodes.sort(order());
        return nodes;
    }

    private static String level(JoinedColumn field, int row) {
        String text = field.text(row);
        return text.isEmpty() ? RowName.Event.NOT_CODED.level() : text;
    }

    private Comparator<Node> order() {
        Comparator<Node> alphabetical = Comparator.comparing((Node node) -> node.path.getLast().toLowerCase(Locale.ROOT))
                .thenComparing(node -> node.path.getLast());
        return block.order() == DeclaredRows.Order.ALPHABETICAL
                ? alphabetical
                : Comparator.comparingInt((Node node) -> -node.subjects).thenComparing(alphabetical);
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

    private void addNode(Node node, int depth) {
        String variable = block.variables().get(depth);
        Clauses clauses = table.clauses();
        for (int i = 0; i <= depth; i++) {
            clauses = clauses.and(Clauses.equal(block.variables().get(i), node.path.get(i)));
        }
        RowLabel label = new RowLabel.OfLevel(variable, node.path.getLast());
        int indent = block.label().isEmpty() ? depth : depth + 1;
        List<String> level = below(node.path);
        if (grades == null) {
            addRow(label, indent, depth == 0, variable, level, node.rows, clauses);
        } else {
            addGraded(label, indent, variable, level, node.rows, clauses);
        }
        for (Node child : node.children) {
            addNode(child, depth + 1);
        }
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
        WorstGrades worst = grades;
        if (worst != null) {
            List<Map<String, BitSet>> byColumn = TreatmentsOfRecords.byColumn(frame, records, rows, worst::rows);
            Set<String> names = new LinkedHashSet<>(worst.rows(rows).keySet());
            byColumn.forEach(column -> names.addAll(column.keySet()));
            if (across()) {
                names.addAll(worst.names(selected));
            }
            Records behind = records.behind(() -> rows);
            names.forEach(name -> {
                List<String> path = new ArrayList<>(level);
                path.add(name);
                Counted counted = new Counted(
                        records.name(), new BitSet(), variable, path, clauses.and(Clauses.of(Criterion.WORST_GRADE, name)))
                        .from(behind);
                List<CellResults> cells = Counting.rowByColumn(frame, counted,
                        byColumn.stream().map(column -> column.getOrDefault(name, new BitSet())).toList());
                if (across()) {
                    body.row(new RowLabel.OfWorst(name), indent + 1, false, cells);
                } else if (variable == null) {
                    body.row(new RowLabel.Given(name), indent + 1 + worst.depth(name), false, cells);
                } else {
                    body.detail(new RowLabel.Given(name), indent + 1 + worst.depth(name), cells);
                }
            });
        }
    }

    /// Whether the worst grades stand in columns beside the row.
    private boolean across() {
        return !block.ranges().isEmpty() && block.gradesIn() == DeclaredRows.GradesIn.COLUMNS;
    }
}

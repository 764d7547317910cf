package org.tabularium.analysis.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.analysis.frame.TestBetweenArms;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.Value;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.selection.Arms;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.LevelOrder;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.shell.rows.LevelGroup;
import org.tabularium.statistic.Decimals;
import org.tabularium.study.NumericCodes;
import org.tabularium.study.Study;
import org.tabularium.study.ValueText;

/// Computes [DeclaredSubjects.Summary]: variables of ADSL, numbers by statistics and text by counts of its levels.
public final class SummaryAnalysis {

    /// The baseline table's variables where neither study.yaml nor the shell names any.
    private static final List<String> BASELINE = List.of(
            "AGE", "AGEGR1", "SEX", "RACE", "ETHNIC", "COUNTRY", "HEIGHTBL", "WEIGHTBL", "BMIBL", "DISDUR", "KBIOPSY",
            "LDREG", "NPRIOR");

    private final DeclaredSubjects.Summary block;
    private final TableFrame frame;
    private final TableBody body;
    private final Filter filter;
    private final BitSet counted;

    private SummaryAnalysis(DeclaredSubjects.Summary block, TableFrame frame, Filter filter, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.filter = filter;
        this.counted = JoinedRecords.ofSubjects(frame.data()).select(filter);
        this.counted.and(frame.population().subjects());
    }

    public static void add(DeclaredSubjects.Summary block, TableFrame frame, TableRecords records, TableBody body) {
        Optional<Filter> filter = Filter.of(block.where(), JoinedRecords.ofSubjects(frame.data()));
        if (filter.isPresent()) {
            SummaryAnalysis analysis = new SummaryAnalysis(block, frame, records.ofSubjects().andOnce(filter.get()), body);
            if (block.where() != null && analysis.counted.isEmpty()) {
                return; // nobody has what the block is about, such as a cause of death
            }
            List<String> variables = variables(block, frame.data().study());
            variables.forEach(analysis::add);
            body.shows("variables", new RowLabel.Together(
                    variables.stream().map(variable -> (RowLabel) new RowLabel.OfVariable(Study.ADSL, variable)).toList()));
            variables.forEach(variable -> body.shows(variable, new RowLabel.OfVariable(Study.ADSL, variable)));
            addAbsent(block, frame.data().study(), body);
        }
    }

    /// The variables of the block that ADSL has.
    public static List<String> variables(DeclaredSubjects.Summary block, Study study) {
        return wanted(block, study.settings().baseline()).stream().filter(v -> study.has(Study.ADSL, v)).toList();
    }

    /// The block's own variables, else those of study.yaml, else the usual ones.
    private static List<String> wanted(DeclaredSubjects.Summary block, List<String> named) {
        if (!block.variables().isEmpty()) {
            return block.variables();
        }
        return named.isEmpty() ? BASELINE : named;
    }

    /// Names the variables that study.yaml asks for and ADSL does not have.
    private static void addAbsent(DeclaredSubjects.Summary block, Study study, TableBody body) {
        List<String> absent = block.variables().isEmpty()
                ? study.settings().baseline().stream().filter(v -> !study.has(Study.ADSL, v)).toList()
                : List.of();
        if (!absent.isEmpty()) {
            body.remarks.add(new SubjectRemark.AbsentVariables(absent));
        }
    }

    private void add(String variable) {
        Optional<Column> column = frame.data().adsl().column(variable);
        if (column.isEmpty()) {
            return;
        }
        if (column.get() instanceof NumericColumn numbers && !NumericCodes.are(frame.data(), numbers)) {
            addNumbers(numbers);
        } else {
            addLevels(column.get());
        }
    }

    private void addNumbers(NumericColumn column) {
        String variable = column.variable().name();
        List<SummaryLine> lines = Summarizing.lines(block.statistics(), frame);
        double[] all = values(column, counted);
        Summarized summarized = new Summarized(Study.ADSL, Map.of(), variable, List.of(), filter.clauses(),
                Decimals.collected(all), valued(column), null);
        List<Described> byColumn = frame.columns().stream()
                .map(head -> Summarizing.statistics(frame, head, summarized, values(column, members(head))))
                .toList();
        List<CellResults> test = numberTest(column);
        if (Summarizing.isOneRow(lines)) {
            SummaryLine line = lines.getFirst();
            body.row(
                    new RowLabel.Holding(new RowLabel.OfVariable(Study.ADSL, variable), RowLabel.Cells.of(line)),
                    0,
                    true,
                    Stream.concat(
                            byColumn.stream()
                                    .map(results -> results.cell(line, summarized.decimals())),
                            test.stream())
                            .toList());
            Summarizing.addUnshown(lines, byColumn, body);
        } else {
            heading(new RowLabel.OfVariable(Study.ADSL, variable), test);
            Summarizing.addRows(lines, byColumn, summarized, 1, body);
        }
        addMissing(column, Form.COUNT);
    }

    private void addLevels(Column column) {
        String variable = column.variable().name();
        Comparator<String> order = LevelOrder.of(column, frame.data().adsl().column(Arms.companion(variable)),
                frame.data().study().codes(Study.ADSL, variable));
        Set<String> levels = new TreeSet<>(order);
        // Many subjects have few levels, of which only different ones need to be compared.
        counted.stream().mapToObj(s -> ValueText.text(column, s)).filter(t -> !t.isEmpty()).distinct().forEach(levels::add);
        boolean yesNo = !levels.isEmpty() && Set.of("Y", "N").containsAll(levels);
        for (ColumnHead head : frame.columns()) {
            long n = members(head).stream().filter(s -> !column.isMissing(s)).count();
            body.unshown.add(frame.result(
                    Study.ADSL, head, Map.of(), variable, List.of(), Statistic.N, new Value.Whole(n), filter.clauses(),
                    new Behind(valued(column), head.subjects(), head.subjects(), null)));
        }
        List<CellResults> test = levelTest(column, levels);
        if (yesNo && frame.defaults().yesOnly()) {
            List<CellResults> row = new ArrayList<>(cells(column, "Y"));
            if (!test.isEmpty()) {
                row.add(test.getLast());
            }
            body.row(counts(variable), 0, true, row);
            cells(column, "N").forEach(cell -> body.unshown.addAll(cell.results()));
        } else if (!levels.isEmpty() || block.missing()) { // else no row would stand below the heading
            heading(counts(variable), test);
            addRows(column, levels);
        }
        addMissing(column, Form.COUNT_PERCENT);
    }

    /// A row a level, those of a group below or in its row. The results of a level are the same in a group and by itself.
    private void addRows(Column column, Set<String> levels) {
        String variable = column.variable().name();
        Set<LevelGroup> added = new HashSet<>();
        for (String level : levels) {
            Optional<LevelGroup> group = block.groups().stream().filter(one -> one.has(level)).findFirst();
            if (group.isPresent() && added.add(group.get())) {
                body.row(new RowLabel.Given(group.get().label()), 1, false, cells(column, group.get(), levels));
                levels.stream().filter(group.get()::has).forEach(kind -> {
                    if (group.get().kinds()) {
                        body.row(new RowLabel.OfLevel(variable, kind), 2, false, cells(column, kind));
                    } else {
                        cells(column, kind).forEach(cell -> body.unshown.addAll(cell.results()));
                    }
                });
            } else if (group.isEmpty()) {
                body.row(new RowLabel.OfLevel(variable, level), 1, false, cells(column, level));
            }
        }
    }

    private List<CellResults> cells(Column column, LevelGroup group, Set<String> levels) {
        String variable = column.variable().name();
        List<String> having = levels.stream().filter(group::has).toList();
        BitSet subjects = new BitSet();
        having.forEach(level -> subjects.or(having(column, level)));
        Clauses clauses = filter.clauses().and(Clauses.of(new Clause.Compare(variable, Condition.Comparator.IN, having)));
        return Counting.row(frame, new Counted(Study.ADSL, subjects, variable, List.of(group.label()), clauses), null);
    }

    private List<CellResults> cells(Column column, String level) {
        String variable = column.variable().name();
        Clauses clauses = filter.clauses().and(Clauses.equal(variable, level));
        return Counting.row(frame, new Counted(Study.ADSL, having(column, level), variable, List.of(level), clauses), null);
    }

    private static RowLabel counts(String variable) {
        return new RowLabel.Holding(new RowLabel.OfVariable(Study.ADSL, variable), RowLabel.Cells.COUNT_PERCENT);
    }

    /// The row "Missing", in all columns if any has one.
    private void addMissing(Column column, Form form) {
        String variable = column.variable().name();
        BitSet missing = new BitSet();
        counted.stream().filter(column::isMissing).forEach(missing::set);
        Clauses clauses = filter.clauses().and(Clauses.missing(variable));
        List<CellResults> cells = new ArrayList<>();
        for (ColumnHead head : frame.columns()) {
            int count = Counting.in(head, missing);
            List<Result> results = new ArrayList<>();
            results.add(frame.result(
                    Study.ADSL, head, Map.of(), variable, List.of(), Statistic.MISSING, new Value.Whole(count), clauses,
                    new Behind(missing, head.subjects(), head.subjects(), null)));
            if (form == Form.COUNT_PERCENT) {
                results.add(Counting.countPercent(
                        frame,
                        head,
                        new Counted(Study.ADSL, missing, variable, List.of(RowName.Shared.MISSING.level()), clauses),
                        Map.of())
                        .get(1));
            }
            cells.add(new CellResults(form, results, 0, head.n()));
        }
        if (block.missing() && !missing.isEmpty()) {
            body.row(new RowLabel.Named(RowName.Shared.MISSING), 1, false, cells);
        } else {
            cells.forEach(cell -> body.unshown.add(cell.results().getFirst()));
        }
    }

    /// The variable's heading, with its p-value where there is one.
    private void heading(RowLabel label, List<CellResults> test) {
        List<CellResults> cells = new ArrayList<>();
        if (!test.isEmpty()) {
            frame.columns().forEach(c -> cells.add(CellResults.EMPTY));
            cells.addAll(test);
        }
        body.rows.add(ResultRow.heading(label, 0, cells));
    }

    private List<CellResults> numberTest(NumericColumn column) {
        return TestBetweenArms.ofNumbers(frame, column.variable().name(), filter.clauses(), valued(column),
                head -> values(column, members(head)));
    }

    private List<CellResults> levelTest(Column column, Set<String> levels) {
        return TestBetweenArms.ofLevels(frame, column.variable().name(), List.of(), filter.clauses(),
                levels.stream().map(level -> having(column, level)).toList());
    }

    private BitSet having(Column column, String level) {
        BitSet having = new BitSet();
        counted.stream().filter(s -> ValueText.text(column, s).equals(level)).forEach(having::set);
        return having;
    }

    private BitSet valued(Column column) {
        BitSet valued = new BitSet();
        counted.stream().filter(s -> !column.isMissing(s)).forEach(valued::set);
        return valued;
    }

    private BitSet members(ColumnHead head) {
        BitSet members = (BitSet) head.subjects().clone();
        members.and(counted);
        return members;
    }

    private static double[] values(NumericColumn column, BitSet subjects) {
        return subjects.stream()
                .filter(s -> !column.isMissing(s))
                .mapToDouble(column::value)
                .toArray();
    }
}

package org.tabularium.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.CountedOnce;
import org.tabularium.analysis.frame.OtherTreatments;
import org.tabularium.analysis.frame.Subgroups;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.analysis.frame.TreatmentsOfRecords;
import org.tabularium.result.Behind;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.TableResults;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.result.obstacle.StudyYamlAdvice;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.Population;
import org.tabularium.selection.Relatedness;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.HouseDefaults;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// The front door of this stage: what a table needs, and its results.
public final class Analyses {

    /// How many words that nothing classifies a footnote names.
    private static final int WORDS_NAMED = 5;

    private Analyses() {}

    /// Asks for the columns of a table, before anything is read.
    public static void ask(Study study, Shell shell, RequestedColumns columns) {
        TableRequirements.ask(study, shell, columns);
    }

    /// Why a table cannot be made, as far as the datasets' headers tell.
    ///
    /// @return empty where they do not stand against it
    public static Optional<Obstacle> unmet(Study study, Shell shell) {
        return TableRequirements.unmet(study, shell);
    }

    /// Whether a study that does not list its tables gets this one: long ones are made where somebody asks for them, and shells
    /// of a special layout name the variables that make them fitting.
    public static boolean isOffered(Study study, Shell shell) {
        return shell.offered() && TableRequirements.lacking(study, shell.offeredWith()).isEmpty();
    }

    /// Whether a study that does not list its tables gets this one, now that its data are there.
    public static boolean isFitting(StudyData data, Shell shell) {
        return TableRequirements.hasSome(data, shell) && shell.rows().stream().anyMatch(rows -> isFitting(rows, shell, data));
    }

    private static <R extends DeclaredRows> boolean isFitting(R rows, Shell shell, StudyData data) {
        return RowsKinds.of(rows).isFitting(rows, shell, data);
    }

    /// The parameters that a shell which leaves its parameter open has a table of.
    public static List<String> parameters(StudyData data, Shell shell) {
        return shell.rows().stream()
                .filter(DeclaredRows::isOnePerParameter)
                .findFirst()
                .map(rows -> RowsKinds.of(rows).parameters(data))
                .orElse(List.of());
    }

    /// The shell with the population that its parameter is of, where it leaves that to it.
    public static Shell ofItsPopulation(StudyData data, Shell shell) {
        return shell.population() == PopulationName.BY_PARAMETER
                ? shell.ofPopulation(population(shell.rows().getFirst(), shell, data))
                : shell;
    }

    private static <R extends DeclaredRows> PopulationName population(R rows, Shell shell, StudyData data) {
        return RowsKinds.of(rows).population(rows, shell, data);
    }

    /// Why a shell that leaves its parameter open has no table.
    public static Obstacle withoutParameter(StudyData data, Shell shell) {
        return shell.rows().stream()
                .filter(DeclaredRows::isOnePerParameter)
                .findFirst()
                .map(rows -> RowsKinds.of(rows).withoutParameter(shell, data))
                .orElseGet(AbsenceObstacle.NoOpenParameter::new);
    }

    /// The line of study.yaml that would make a table that was not made.
    ///
    /// @return empty where none would, and where the obstacle names one itself
    public static Optional<StudyYamlAdvice> advice(StudyData data, Shell shell, Obstacle obstacle) {
        return obstacle.namesRemedy() ? Optional.empty() : Advice.of(data, shell);
    }

    /// Computes a table.
    ///
    /// @param data what was read; holds what [#ask] asked for
    /// @throws NotProducedException where it cannot be made of these data
    public static TableResults compute(StudyData data, Shell shell, HouseDefaults defaults) throws NotProducedException {
        ParameterSearch.refuseWithout(data, shell);
        if (shell.where() != null && !shell.rows().stream().allMatch(DeclaredRows::isFilteredByShell)) {
            throw new NotProducedException(new RowsObstacle.NotOfRecords());
        }
        TableFrame frame = TableFrame.of(data, shell, defaults);
        Comparisons.of(frame).check();
        TableBody body = new TableBody();
        body.datasets.add(Study.ADSL);
        if (!shell.dataset().isEmpty() && !shell.hasParameters()) {
            body.datasets.add(shell.dataset());
        }
        if (frame.population().remark() != null) {
            body.remarks.add(frame.population().remark());
        }
        if (shell.narrowing() != null) {
            body.remarks.add(new RecordRemark.Narrowed(shell.narrowing(), shell.dataset().equals(Study.ADSL)));
        }
        addColumnTotals(frame, body);
        TableRecords records = records(data, shell, frame, body);
        for (DeclaredRows rows : shell.rows()) {
            prepare(rows, frame, records, body);
        }
        if (records.selected().isEmpty() && !shell.none().isEmpty()) {
            body.rows.add(ResultRow.message(nothing(shell)));
        } else {
            addRows(frame, records, body);
            Subgroups.add(frame, records.records(), records.selected(), body,
                    (part, of, to) -> addRows(part, records.only(of), to));
            Comparisons.of(frame).addRemarks(body);
        }
        if (body.rows.isEmpty() && body.drawn.isEmpty() && shell.hasParameters()) {
            throw new NotProducedException(TableRequirements.noneOfItsParameters(shell));
        }
        if (shell.hasParameters() && frame.population().subjects().isEmpty()) {
            throw new NotProducedException(new RowsObstacle.NobodyOfPopulation(frame.population().members()));
        }
        CountedOnce.addRemark(shell, body);
        addRelatedRemark(shell, records.records(), records.selected(), frame, body);
        addArmlessRemark(frame, body);
        OtherTreatments.addRemark(frame, body);
        CutOffRemarks.add(data, shell, body);
        DictionaryRemarks.add(data, shell, body);
        TreatmentsOfRecords.addRemarks(frame, records.records(), records.selected(), body);
        return results(frame, body);
    }

    /// The shell's sentence says that there was nothing at all, which is not known of records that a request picked out.
    private static RowLabel nothing(Shell shell) {
        return shell.narrowing() == null
                ? new RowLabel.Given(shell.none())
                : new RowLabel.Named(RowName.Shared.NOTHING_MEETS_CONDITIONS);
    }

    private static <R extends DeclaredRows> void prepare(R rows, TableFrame frame, TableRecords records, TableBody body)
            throws NotProducedException {
        RowsKinds.of(rows).prepare(rows, frame, records, body);
    }

    private static void addRows(TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        for (DeclaredRows rows : frame.shell().rows()) {
            add(rows, frame, records, body);
        }
    }

    private static <R extends DeclaredRows> void add(R rows, TableFrame frame, TableRecords records, TableBody body)
            throws NotProducedException {
        RowsKinds.of(rows).add(rows, frame, records, body);
    }

    private static <R extends DeclaredRows> RowsPromise promise(R rows) {
        return RowsKinds.of(rows).promise(rows);
    }

    private static TableRecords records(StudyData data, Shell shell, TableFrame frame, TableBody body)
            throws NotProducedException {
        JoinedRecords records = records(data, shell);
        if (shell.hasParameters()) {
            return new TableRecords(records, Filter.EVERYTHING, ofPopulation(records, records.select(Filter.EVERYTHING),
                    frame.population()));
        }
        Filter table = tableFilter(shell, records);
        Filter occurred = OccurredRecords.of(table, shell, records);
        BitSet selected = ofPopulation(records, records.select(occurred), frame.population());
        if (!occurred.equals(table)) {
            OccurredRecords.addRemark(ofPopulation(records, records.select(table), frame.population()), selected, body);
        }
        return new TableRecords(records, occurred, selected);
    }

    private static JoinedRecords records(StudyData data, Shell shell) throws NotProducedException {
        if (shell.dataset().isEmpty() || shell.dataset().equals(Study.ADSL) || shell.hasParameters()) {
            return JoinedRecords.ofSubjects(data);
        }
        return JoinedRecords.of(data, shell.dataset())
                .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NothingOf(List.of(shell.dataset()))));
    }

    private static Filter tableFilter(Shell shell, JoinedRecords records) throws NotProducedException {
        return Filter.of(shell.where(), records)
                .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NoValueForFilter(records.name(),
                        ConditionVariables.of(shell.where(), records.data().study()).stream()
                                .filter(v -> records.collected(v).isEmpty())
                                .findFirst()
                                .orElse(""))));
    }

    private static BitSet ofPopulation(JoinedRecords records, BitSet rows, Population population) {
        BitSet kept = new BitSet();
        rows.stream().filter(row -> population.subjects().get(records.subject(row))).forEach(kept::set);
        return kept;
    }

    private static void addColumnTotals(TableFrame frame, TableBody body) {
        for (ColumnHead column : frame.columns()) {
            body.unshown.add(frame.result(
                    Study.ADSL,
                    column,
                    Map.of(),
                    null,
                    List.of(),
                    Statistic.COLUMN_TOTAL,
                    new Value.Whole(column.n()),
                    Clauses.NONE,
                    Behind.column(column)));
        }
    }

    /// Says how many events have no relationship where related ones are counted.
    private static void addRelatedRemark(Shell shell, JoinedRecords records, BitSet selected, TableFrame frame, TableBody body) {
        boolean counted = isNamed(shell.where())
                || shell.rows().stream().flatMap(rows -> rows.recordConditions().stream()).anyMatch(Analyses::isNamed);
        Optional<JoinedColumn> related = records.collected("AREL");
        if (counted && related.isPresent()) {
            BitSet base = isNamed(shell.where()) ? withoutRelated(shell, records, frame) : selected;
            Relatedness relatedness = Relatedness.of(records.data().settings(), "AREL");
            long missing = 0;
            long unknown = 0;
            TreeSet<String> words = new TreeSet<>();
            for (int row = base.nextSetBit(0); row >= 0; row = base.nextSetBit(row + 1)) {
                String word = related.get().text(row);
                Relatedness.Answer answer = relatedness.of(word);
                missing += answer == Relatedness.Answer.MISSING ? 1 : 0;
                if (answer == Relatedness.Answer.UNKNOWN) {
                    unknown++;
                    words.add(word.strip());
                }
            }
            if (missing > 0) {
                body.remarks.add(new EventRemark.MissingRelationship(missing, relatedness.missingCounts()));
            }
            if (unknown > 0) {
                body.remarks.add(new EventRemark.UnclassifiedRelationship(unknown,
                        words.stream().limit(WORDS_NAMED).toList(), relatedness.missingCounts()));
            }
        }
    }

    /// The records that the table would have if it did not ask for related ones.
    private static BitSet withoutRelated(Shell shell, JoinedRecords records, TableFrame frame) {
        List<Condition> rest = shell.where() instanceof Condition.And(List<Condition> all) ? flat(all) : List.of();
        Filter filter = Filter.of(new Condition.And(rest.stream().filter(c -> !isNamed(c)).toList()), records)
                .orElse(Filter.EVERYTHING);
        return ofPopulation(records, records.select(filter), frame.population());
    }

    private static List<Condition> flat(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(c -> c instanceof Condition.And(List<Condition> inner) ? flat(inner).stream() : Stream.of(c))
                .toList();
    }

    private static boolean isNamed(@Nullable Condition condition) {
        return switch (condition) {
            case null -> false;
            case Condition.Named named -> named.set().equals("related") || named.set().equals("unrelated");
            case Condition.And and -> and.conditions().stream().anyMatch(Analyses::isNamed);
            case Condition.Or or -> or.conditions().stream().anyMatch(Analyses::isNamed);
            case Condition.Not not -> isNamed(not.condition());
            case Condition.Compare compare -> false;
            case Condition.Missing missing -> false;
            case Condition.Term term -> false;
        };
    }

    private static void addArmlessRemark(TableFrame frame, TableBody body) {
        if (frame.arms().labels().isEmpty() || frame.shell().listsRecords()) {
            return;
        }
        boolean figure = !body.drawn.isEmpty();
        BitSet screened = figure ? ScreenFailures.of(frame.data().adsl()) : new BitSet();
        long armless = frame.population().subjects().stream()
                .filter(subject -> frame.arms().arm()[subject] < 0 && !screened.get(subject))
                .count();
        if (armless > 0) {
            boolean total = frame.columns().stream().anyMatch(ColumnHead::isTotal);
            String variable = frame.shell().by().equals(Shell.BY_TREATMENT) ? "" : frame.arms().variable();
            body.remarks.add(new PopulationRemark.NoColumn(armless, variable, total, figure));
        }
    }

    private static TableResults results(TableFrame frame, TableBody body) {
        boolean listing = !body.listing.isEmpty();
        return new TableResults(
                frame.shell(),
                frame.shell().rows().stream().map(Analyses::promise).toList(),
                frame.population().analysisSet(),
                listing ? List.of() : frame.columns(),
                listing ? List.of() : Comparisons.of(frame).heads(),
                List.copyOf(body.listing),
                body.rows,
                body.drawn,
                body.unshown,
                List.copyOf(body.remarks),
                List.copyOf(body.datasets),
                body.placeholders);
    }
}

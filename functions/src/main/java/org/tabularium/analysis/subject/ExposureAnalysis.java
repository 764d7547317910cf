package org.tabularium.analysis.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.SingleRecord;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.statistic.Decimals;

/// Computes [DeclaredSubjects.Exposure]: parameters that a subject has once, AVAL by statistics, AVALC by counts of its levels.
///
/// Records of one subject that have the same value, such as one an infusion, count as one; a parameter of which a subject has
/// different values is left out with a footnote. A parameter with numbers is shown by levels too
/// where its AVALC says more than the number.
public final class ExposureAnalysis {

    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d+(\\.\\d*)?\\s*");

    private final DeclaredSubjects.Exposure block;
    private final TableFrame frame;
    private final TableBody body;

    private ExposureAnalysis(DeclaredSubjects.Exposure block, TableFrame frame, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
    }

    public static void add(DeclaredSubjects.Exposure block, TableFrame frame, JoinedRecords records, TableBody body)
            throws NotProducedException {
        ExposureAnalysis analysis = new ExposureAnalysis(block, frame, body);
        boolean something = false;
        List<SubjectRemark.SeveralRecords.LeftOut> several = new ArrayList<>();
        NotProducedException first = null;
        for (String code : analysis.codes(records)) {
            Optional<BdsParameter> parameter = BdsParameter.find(
                    frame.data(), List.of(records.name()), frame.shell().where(), code);
            if (parameter.isPresent()) {
                for (BdsParameter part : Dimensions.split(parameter.get())) {
                    try {
                        analysis.add(part);
                        body.shows(part.code(), new RowLabel.Given(part.label()));
                        something = true;
                    } catch (NotProducedException e) {
                        several.add(new SubjectRemark.SeveralRecords.LeftOut(part.label(), e.obstacle()));
                        first = first == null ? e : first;
                    }
                }
            }
        }
        if (!something && first != null) {
            throw first;
        }
        if (!several.isEmpty()) {
            body.remarks.add(new SubjectRemark.SeveralRecords(List.copyOf(several)));
        }
        if (!something) {
            throw new NotProducedException(new AbsenceObstacle.NoneOfItsParameters(records.name()));
        }
    }

    private List<String> codes(JoinedRecords records) {
        List<String> codes = new ArrayList<>(block.parameters());
        if (block.others()) {
            BdsParameter.codes(records).stream()
                    .map(code -> BdsParameter.ours(frame.data(), code))
                    .filter(code -> !codes.contains(code))
                    .forEach(codes::add);
        }
        return codes;
    }

    private void add(BdsParameter parameter) throws NotProducedException {
        int[] recordOf = SingleRecord.of(withoutRepeats(parameter));
        JoinedRecords records = parameter.records();
        JoinedColumn text = records.field("AVALC").orElse(null);
        double[] numbers = new double[recordOf.length];
        String[] texts = new String[recordOf.length];
        boolean anyNumber = false;
        boolean anyWord = false;
        for (int subject = 0; subject < recordOf.length; subject++) {
            int row = recordOf[subject];
            numbers[subject] = row < 0 ? Double.NaN : AnalysisValue.number(records, row);
            texts[subject] = row < 0 || text == null ? "" : text.text(row);
            if (frame.population().subjects().get(subject)) {
                anyNumber |= !Double.isNaN(numbers[subject]);
                anyWord |= !texts[subject].isEmpty() && !NUMBER.matcher(texts[subject]).matches();
            }
        }
        boolean codes = anyWord && anyNumber && areCodes(numbers, texts);
        if (!codes && (anyNumber || !anyWord)) {
            addNumbers(parameter, numbers, records.behind(Visit.rows(recordOf)));
        }
        if (anyWord && text != null) {
            addLevels(parameter, texts, codes ? new BitSet() : written(numbers, texts),
                    records.behind(Visit.rows(recordOf)),
                    codes ? byCode(numbers, texts) : records.levelOrder("AVALC", text));
        }
    }

    /// The subjects whose number is shown and whose text says no more.
    private static BitSet written(double[] numbers, String[] texts) {
        BitSet written = new BitSet();
        IntStream.range(0, numbers.length).filter(subject -> !Double.isNaN(numbers[subject])
                && (texts[subject].isEmpty() || NUMBER.matcher(texts[subject]).matches())).forEach(written::set);
        return written;
    }

    /// Whether the numbers are codes of the words: each number goes with one word and each word with one number.
    private boolean areCodes(double[] numbers, String[] texts) {
        Map<Double, String> wordOf = new HashMap<>();
        Map<String, Double> numberOf = new HashMap<>();
        return frame.population().subjects().stream()
                .filter(s -> !Double.isNaN(numbers[s]))
                .allMatch(s -> !texts[s].isEmpty() && !NUMBER.matcher(texts[s]).matches()
                        && wordOf.computeIfAbsent(numbers[s], n -> texts[s]).equals(texts[s])
                        && numberOf.computeIfAbsent(texts[s], t -> numbers[s]).equals(numbers[s]));
    }

    private Comparator<String> byCode(double[] numbers, String[] texts) {
        Map<String, Double> codes = new HashMap<>();
        frame.population().subjects().stream().filter(s -> !Double.isNaN(numbers[s]))
                .forEach(s -> codes.put(texts[s], numbers[s]));
        return Comparator.comparingDouble((String level) -> codes.getOrDefault(level, Double.MAX_VALUE))
                .thenComparing(LevelOrder.natural());
    }

    /// The parameter without records that have no value, or that say again what another record of the subject says.
    private static BdsParameter withoutRepeats(BdsParameter parameter) {
        JoinedRecords records = parameter.records();
        BitSet rows = new BitSet();
        Map<Integer, Set<String>> said = new HashMap<>();
        parameter.rows().stream().filter(AnalysisValue.valued(records)).forEach(row -> {
            String value = AnalysisValue.number(records, row) + "\n" + records.field("AVALC").map(f -> f.text(row)).orElse("");
            if (said.computeIfAbsent(records.subject(row), s -> new TreeSet<>()).add(value)) {
                rows.set(row);
            }
        });
        return parameter.only(rows);
    }

    private void addNumbers(BdsParameter parameter, double[] bySubject, @Nullable Records behind) {
        List<SummaryLine> lines = Summarizing.lines(block.statistics(), frame);
        Summarized summarized = new Summarized(parameter.records().name(), parameter.groups(), "AVAL", List.of(),
                parameter.clauses(), Decimals.collected(values(frame.population().subjects(), bySubject)), valued(bySubject),
                behind);
        List<Described> byColumn = frame.columns().stream()
                .map(column -> Summarizing.statistics(frame, column, summarized, values(column.subjects(), bySubject)))
                .toList();
        if (Summarizing.isOneRow(lines)) {
            SummaryLine line = lines.getFirst();
            body.row(new RowLabel.Holding(parameter.heading(), RowLabel.Cells.of(line)), 0, true,
                    byColumn.stream().map(results -> results.cell(line, summarized.decimals())).toList());
            Summarizing.addUnshown(lines, byColumn, body);
        } else {
            body.heading(parameter.heading(), 0, true);
            Summarizing.addRows(lines, byColumn, summarized, 1, body);
        }
    }

    /// @param numbered subjects of whom the numbers say all
    private void addLevels(BdsParameter parameter, String[] bySubject, BitSet numbered, @Nullable Records behind,
            Comparator<String> order) {
        Set<String> levels = new TreeSet<>(order);
        BitSet missing = new BitSet();
        BitSet shown = (BitSet) frame.population().subjects().clone();
        shown.andNot(numbered);
        shown.stream().forEach(subject -> {
            missing.set(subject, bySubject[subject].isEmpty());
            levels.add(bySubject[subject]);
        });
        levels.remove("");
        body.heading(new RowLabel.Holding(parameter.heading(), RowLabel.Cells.COUNT_PERCENT), 0, true);
        for (String level : levels) {
            BitSet having = new BitSet();
            shown.stream().filter(s -> bySubject[s].equals(level)).forEach(having::set);
            addRow(parameter, new RowLabel.OfLevel("AVALC", level), level, having, Clauses.equal("AVALC", level), behind);
        }
        if (!missing.isEmpty()) {
            addRow(parameter, new RowLabel.Named(RowName.Shared.MISSING), RowName.Shared.MISSING.level(), missing,
                    numbered.isEmpty()
                            ? Clauses.missing("AVALC")
                            : Filter.joined(Clauses.missing("AVALC"), Clauses.missing("AVAL")),
                    behind);
        }
    }

    private void addRow(BdsParameter parameter, RowLabel label, String level, BitSet subjects, Clauses clauses,
            @Nullable Records behind) {
        Counted counted = new Counted(parameter.records().name(), subjects, "AVALC", List.of(level),
                Filter.joined(parameter.clauses(), clauses)).from(behind);
        List<CellResults> cells = frame.columns().stream()
                .map(column -> new CellResults(Form.COUNT_PERCENT,
                        Counting.countPercent(frame, column, counted, parameter.groups()), 0, column.n()))
                .toList();
        body.row(label, 1, false, cells);
    }

    private static BitSet valued(double[] bySubject) {
        BitSet valued = new BitSet();
        IntStream.range(0, bySubject.length).filter(s -> !Double.isNaN(bySubject[s])).forEach(valued::set);
        return valued;
    }

    private static double[] values(BitSet subjects, double[] bySubject) {
        return subjects.stream().mapToDouble(s -> bySubject[s]).filter(v -> !Double.isNaN(v)).toArray();
    }
}

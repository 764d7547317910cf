package org.tabularium.analysis.visit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TreatmentsOfRecords;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Clauses;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BaselineChange;
import org.tabularium.selection.bds.BaselineVisits;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.CodedWords;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.RecordNumbers;
import org.tabularium.selection.bds.ScoreLabels;
import org.tabularium.selection.bds.Visit;
import org.tabularium.selection.bds.VisitValues;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.rows.DeclaredVisits;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.BdsRecords.Phase;

/// Computes [DeclaredVisits.Change]: a score by visit and its change from baseline.
///
/// The change is CHG where the parameter has it in some record, else AVAL − BASE likewise, else AVAL minus the AVAL of the
/// subject's baseline record.
/// Visits before baseline have no change, and a parameter of which nobody has a baseline has none at all: the title then names
/// none, and a footnote says it.
public final class ChangeAnalysis {

    /// The part of a title that stands only where changes are shown: `{change: and Change from Baseline}`.
    private static final String CHANGES = "change";

    /// Single items of an index make no table of their own: SLEDAI-2K's 24 and BILAG's nine systems.
    private static final Pattern ITEM = Pattern.compile("(\\w*?[A-Z])(\\d{1,3})[A-Z]?");
    private static final int FEWEST_ITEMS = 3;

    private final TableFrame frame;
    private final BdsParameter parameter;
    private final List<SummaryLine> lines;
    private final TableBody body;
    private final RecordNumbers change;
    /// The subjects of each column.
    private final List<int[]> subjects;
    private final int indent;

    /// @param subjects those of each column
    private ChangeAnalysis(TableFrame frame, List<int[]> subjects, BdsParameter parameter, List<SummaryLine> lines,
            TableBody body, int indent) throws NotProducedException {
        this.indent = indent;
        this.frame = frame;
        this.parameter = parameter;
        this.lines = lines;
        this.body = body;
        this.change = BaselineChange.change(parameter);
        this.subjects = subjects;
    }

    /// Scores that get their table in whatever dataset they are.
    private static final Set<String> SCORES = Set.of("SLEDAI2K", "BILAG", "PGA", "PREDDOSE");

    /// The parameters that a study without `tables:` gets a change table of: the numeric ones of its questionnaire datasets
    /// (ADQS…), without single items,
    /// and the lupus scores of any dataset, delivered or derived.
    public static List<String> parameters(StudyData data) {
        List<String> found = new ArrayList<>();
        for (String dataset : BdsParameter.candidates(data.study(), "")) {
            Optional<JoinedRecords> records = JoinedRecords.of(data, dataset);
            if (records.isPresent() && records.get().field("AVAL").isPresent()) {
                List<String> codes = BdsParameter.codes(records.get()).stream().map(code -> BdsParameter.ours(data, code))
                        .toList();
                Set<String> items = items(codes);
                codes.stream()
                        .filter(code -> dataset.startsWith("ADQS") || SCORES.contains(code))
                        .filter(code -> !found.contains(code))
                        .filter(code -> SCORES.contains(code) || !items.contains(code))
                        .filter(code -> hasNumbers(records.get(), data, code))
                        .forEach(found::add);
            }
        }
        SCORES.stream()
                .filter(code -> !found.contains(code))
                .filter(code -> data.derived(code).filter(d -> d.obstacle() == null && d.records().rows() > 0).isPresent())
                .sorted()
                .forEach(found::add);
        return found;
    }

    /// Why there is no table of any parameter: the datasets that look like scores by visit, and the line of study.yaml that makes
    /// a table of one.
    public static Obstacle withoutParameter(StudyData data, String shell) {
        List<String> like = BdsParameter.candidates(data.study(), "").stream()
                .filter(d -> data.study().has(d, "AVAL"))
                .toList();
        String parameter = like.stream()
                .flatMap(d -> JoinedRecords.of(data, d).stream())
                .flatMap(records -> BdsParameter.codes(records).stream())
                .findFirst()
                .orElse("");
        Map<String, String> scores = ScoreLabels.alike(data);
        scores.keySet().retainAll(SCORES);
        return new AbsenceObstacle.NoScore(shell, like, parameter, scores);
    }

    /// The single items of an instrument: three codes or more that differ in their number alone (SL2K01 to SL2K24, ACITM01 to
    /// ACITM14). They get a table only where somebody asks for it.
    private static Set<String> items(List<String> codes) {
        Map<String, List<String>> byStem = new HashMap<>();
        for (String code : codes) {
            Matcher item = ITEM.matcher(code);
            if (item.matches()) {
                byStem.computeIfAbsent(item.group(1), stem -> new ArrayList<>()).add(code);
            }
        }
        return byStem.values().stream().filter(of -> of.size() >= FEWEST_ITEMS).flatMap(List::stream).collect(Collectors.toSet());
    }

    private static boolean hasNumbers(JoinedRecords records, StudyData data, String code) {
        String theirs = data.study().names().parameter(code);
        IntPredicate isCode = records.field("PARAMCD").orElseThrow().is(theirs);
        JoinedColumn value = records.field("AVAL").orElseThrow();
        Optional<JoinedColumn> text = records.field("AVALC");
        boolean numbers = false;
        for (int row = 0; row < records.size(); row++) {
            if (isCode.test(row)) {
                numbers |= !Double.isNaN(value.number(row));
                String response = text.isPresent() ? text.get().text(row) : "";
                if (response.equals("Y") || response.equals("N")) {
                    return false;
                }
            }
        }
        return numbers;
    }

    public static void add(DeclaredVisits.Change block, TableFrame frame, TableBody body) throws NotProducedException {
        if (!block.parameters().isEmpty()) {
            addSeveral(block, frame, body);
            return;
        }
        String code = block.parameter();
        if (code == null) {
            throw new NotProducedException(new AbsenceObstacle.NoParameterNamed(""));
        }
        BdsParameter parameter = BdsParameter.find(frame.data(), frame.shell().dataset(), frame.shell().where(), code)
                .orElseThrow(() -> new NotProducedException(
                        new AbsenceObstacle.NoParameter(frame.data().study().names().parameter(code))));
        body.placeholders.put("parameter", parameter.heading());
        List<BdsParameter> parts = Dimensions.split(parameter);
        List<int[]> subjects = subjects(frame);
        boolean any = false;
        for (BdsParameter part : parts) {
            List<String> words = CodedWords.of(part);
            any |= addPart(block, frame, subjects, part, body, parts.size() > 1);
            if (!words.isEmpty()) {
                body.remarks.add(new EfficacyRemark.CodesOfWords(part.label(), words));
            }
        }
        TreatmentsOfRecords.addRemarks(frame, parts, body);
        if (!any) {
            throw new NotProducedException(new RowsObstacle.NoScheduledVisit(parameter.records().name(), code));
        }
    }

    /// One table of several parameters: a heading each, those without a number passed over, those with two records of a subject
    /// at a visit left out with the reason.
    private static void addSeveral(DeclaredVisits.Change block, TableFrame frame, TableBody body) throws NotProducedException {
        List<BdsParameter> parameters = Dimensions.split(
                ParameterSearch.find(frame.data(), frame.shell(), block.parameters()));
        List<int[]> subjects = subjects(frame);
        List<Part> parts = frame.data().each(parameters).map(parameter -> Part.of(block, frame, subjects, parameter)).toList();
        for (Part part : parts) {
            body.addAll(part.body);
            if (part.obstacle != null) {
                body.remarks.add(new EfficacyRemark.NotShown(part.parameter.label(), part.obstacle.obstacle()));
            }
        }
        body.placeholders.put("parameter", new RowLabel.Together(
                parts.stream().filter(Part::any).map(part -> part.parameter.heading()).toList()));
        TreatmentsOfRecords.addRemarks(frame, parameters, body);
        Optional<NotProducedException> first = parts.stream().map(Part::obstacle).flatMap(Stream::ofNullable).findFirst();
        if (first.isPresent() && parts.stream().noneMatch(Part::any)) {
            throw first.get();
        }
    }

    /// What one of several parameters gives. They do not depend on each other, so they are computed side by side.
    ///
    /// @param any whether there was a number to show
    /// @param obstacle why it cannot be shown; null where it can
    private record Part(BdsParameter parameter, TableBody body, boolean any, @Nullable NotProducedException obstacle) {

        static Part of(DeclaredVisits.Change block, TableFrame frame, List<int[]> subjects, BdsParameter parameter) {
            TableBody body = new TableBody();
            try {
                List<String> words = CodedWords.of(parameter);
                if (!words.isEmpty() && !hasChanges(parameter)) {
                    throw new NotProducedException(new RecordObstacle.CodesOfWords(parameter.theirs(), words));
                }
                boolean any = addPart(block, frame, subjects, parameter, body, true);
                if (any && !words.isEmpty()) {
                    body.remarks.add(new EfficacyRemark.CodesOfWords(parameter.label(), words));
                }
                return new Part(parameter, body, any, null);
            } catch (NotProducedException e) {
                return new Part(parameter, body, false, e);
            }
        }
    }

    /// Whether the data have changes (CHG) of a parameter: its numbers are then a score.
    private static boolean hasChanges(BdsParameter parameter) {
        return parameter.records().field("CHG")
                .filter(change -> parameter.rows().stream().anyMatch(row -> !change.isMissing(row))).isPresent();
    }

    /// @param subjects those of each column
    /// @param headed whether the part stands under a heading of its own
    /// @return whether there was a number to show
    private static boolean addPart(DeclaredVisits.Change block, TableFrame frame, List<int[]> subjects, BdsParameter parameter,
            TableBody body, boolean headed) throws NotProducedException {
        Optional<JoinedColumn> value = parameter.records().field("AVAL").filter(JoinedColumn::numeric);
        boolean numbers = value.isPresent() && parameter.rows().stream().anyMatch(row -> !value.get().isMissing(row));
        List<Visit> visits = numbers || !headed ? Visit.of(parameter, block.visits()) : List.of();
        if (visits.isEmpty()) {
            return false;
        }
        List<SummaryLine> lines = Summarizing.linesByVisit(block.statistics(), frame);
        ChangeAnalysis analysis = new ChangeAnalysis(frame, subjects, parameter, lines, body, headed ? 1 : 0);
        body.addSource(parameter);
        if (headed) {
            body.heading(parameter.heading(), 0, true);
        }
        boolean later = visits.stream().anyMatch(visit -> visit.phase() == Phase.AFTER_BASELINE);
        boolean changes = !later || BaselineChange.isKnown(parameter);
        analysis.addVisits(visits, changes);
        body.addAbsentVisits(parameter, visits);
        if (!changes) {
            body.remarks.add(new EfficacyRemark.NoBaseline(parameter.label()));
            return true;
        }
        body.shows(CHANGES, new RowLabel.Named(RowName.Efficacy.CHANGE_FROM_BASELINE));
        if (later) {
            BaselineVisits.remark(parameter, frame.population().subjects()).ifPresent(body.remarks::add);
        }
        return true;
    }

    private static List<int[]> subjects(TableFrame frame) {
        return frame.columns().stream().map(column -> column.subjects().stream().toArray()).toList();
    }

    /// @param shown whether changes are shown
    private void addVisits(List<Visit> visits, boolean shown) throws NotProducedException {
        List<Visit> later = visits.stream().filter(visit -> visit.phase() == Phase.AFTER_BASELINE).toList();
        VisitValues values = VisitValues.of(visits, AnalysisValue.numbers(parameter.records()));
        VisitValues changes = VisitValues.of(later, change);
        BitSet all = frame.population().subjects();
        int ofValues = values.decimals(all);
        int ofChanges = changes.decimals(all);
        int place = 0;
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            TableFrame at = TreatmentsOfRecords.at(frame, parameter.records(), visit.recordOf());
            body.heading(new RowLabel.OfLevel("AVISIT", visit.name()), indent, true);
            @Nullable
            Records records = parameter.records().behind(Visit.rows(visit.recordOf()));
            addRows(at, visit, "AVAL", values, i, records, ofValues, indent + 1);
            if (shown && visit.phase() == Phase.AFTER_BASELINE) {
                body.heading(new RowLabel.Named(RowName.Efficacy.CHANGE_FROM_BASELINE), indent + 1, false);
                addRows(at, visit, "CHG", changes, place++, records, ofChanges, indent + 2);
            }
        }
    }

    /// @param at the table at the visit
    /// @param place of the visit among those of the values
    /// @param records those of the visit, the same for the value and its change
    private void addRows(TableFrame at, Visit visit, String variable, VisitValues values, int place, @Nullable Records records,
            int decimals,
            int level) {
        Map<String, String> groups = parameter.groups(visit.name());
        Summarized summarized = new Summarized(
                parameter.records().name(),
                groups,
                variable,
                List.of(),
                Filter.joined(parameter.clauses(), Clauses.equal("AVISIT", visit.name())),
                decimals,
                frame.data().shared(values.having(place)),
                records);
        List<int[]> own = frame.arms().several() == null ? subjects : subjects(at);
        List<Described> byColumn = IntStream.range(0, own.size())
                .mapToObj(column -> Summarizing.statistics(at, at.columns().get(column), summarized,
                        values.at(place, own.get(column))))
                .toList();
        Summarizing.addRows(lines, byColumn, summarized, level, body);
    }
}

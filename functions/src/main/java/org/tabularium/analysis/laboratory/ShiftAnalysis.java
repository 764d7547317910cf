package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.selection.bds.Visit;
import org.tabularium.selection.bds.laboratory.LabGrades;
import org.tabularium.selection.bds.laboratory.LevelSource;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.selection.bds.laboratory.RangeLevels;
import org.tabularium.selection.bds.laboratory.TextLevels;
import org.tabularium.shell.rows.DeclaredVisits.Levels;
import org.tabularium.shell.rows.DeclaredVisits;
import org.tabularium.study.Study;
import org.tabularium.study.records.BdsRecords.Phase;

/// Computes [DeclaredVisits.Shift]: subjects by their level at baseline and, within it, by their level later.
///
/// Percentages are of the subjects with both, those of later levels on request of the ones with the same level at baseline.
/// Subjects without a level at baseline have rows of their own, without percentages; so have those without a later one. Who has
/// a value but neither level is among those without one at baseline.
public final class ShiftAnalysis {

    /// What stands for the limits of normal in SDTM, in the standard unit and in that of the laboratory.
    private static final Map<String, List<String>> LIMITS = Map.of("ANRLO", List.of("LBSTNRLO", "LBORNRLO"), "ANRHI",
            List.of("LBSTNRHI", "LBORNRHI"));

    public static final List<String> READ = List.of("ADY", "PARAMN");

    private final DeclaredVisits.Shift block;
    private final TableFrame frame;
    private final TableBody body;
    private final Set<String> derived = new LinkedHashSet<>();
    private final List<Map.Entry<String, LaboratoryRemark.Lack>> without = new ArrayList<>();
    private final List<Map.Entry<String, Long>> undirected = new ArrayList<>();
    private final Unlevelled unlevelled = new Unlevelled();
    private int undated;
    private boolean zeroPoints;
    private boolean ungraded;
    /// Parameters of CTCAE shown by their range since their unit is not known.
    private final List<Map.Entry<String, LaboratoryRemark.Lack>> unitUnknown = new ArrayList<>();
    private boolean hasLater;

    private ShiftAnalysis(DeclaredVisits.Shift block, TableFrame frame, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
    }

    public static void add(DeclaredVisits.Shift block, TableFrame frame, TableBody body) throws NotProducedException {
        ShiftAnalysis analysis = new ShiftAnalysis(block, frame, body);
        for (BdsParameter parameter : Dimensions.split(
                ParameterSearch.find(frame.data(), frame.shell(), block.parameters()))) {
            analysis.addParameter(parameter);
        }
        if (body.rows.isEmpty() && !analysis.without.isEmpty()) {
            throw new NotProducedException(analysis.noLevels());
        }
        if (!body.rows.isEmpty() && !analysis.hasLater) {
            throw new NotProducedException(new RowsObstacle.NobodyAfterBaseline());
        }
        analysis.addRemarks();
    }

    /// No parameter has a level; the limits of SDTM that the dataset may have are named.
    private AbsenceObstacle noLevels() {
        Study study = frame.data().study();
        String dataset = frame.shell().dataset();
        Map<String, String> limits = new TreeMap<>();
        LIMITS.forEach((ours, theirs) -> theirs.stream().filter(name -> study.has(dataset, name)).findFirst()
                .filter(_ -> !study.has(dataset, ours)).ifPresent(name -> limits.put(ours, name)));
        return new AbsenceObstacle.NoLevels(study.shownName(dataset), block.of() == Levels.GRADE, limits);
    }

    private void addParameter(BdsParameter parameter) throws NotProducedException {
        ParameterTimeline timeline = ParameterTimeline.of(parameter);
        List<LevelSource> found = sources(parameter, timeline);
        if (found.isEmpty()) {
            LaboratoryRemark.Lack lack = block.of() == Levels.GRADE
                    ? LabGrades.lack(parameter)
                    : new LaboratoryRemark.NothingParticular();
            without.add(Map.entry(parameter.label(), lack));
            return;
        }
        undated += timeline.undated();
        body.addSource(block.at() == DeclaredVisits.Later.WORST ? parameter.withoutFlagRemarks() : parameter);
        for (LevelSource source : found) {
            addDirection(source, parameter, timeline);
        }
    }

    private void addDirection(LevelSource source, BdsParameter parameter, ParameterTimeline timeline)
            throws NotProducedException {
        body.heading(source instanceof LabGrades grades ? grades.label(parameter) : parameter.heading(), 0,
                true);
        if (block.at() == DeclaredVisits.Later.WORST) {
            new Shift(source, parameter, timeline, parameter.groups(), worst(source, parameter, timeline), timeline.after(),
                    Filter.joined(parameter.everyClauses(), Clauses.of(Criterion.WORST_AFTER_BASELINE)), 1).add();
            return;
        }
        List<Visit> visits = Visit.of(parameter, block.visits());
        body.addAbsentVisits(parameter, visits);
        for (Visit visit : visits) {
            if (visit.phase() == Phase.AFTER_BASELINE) {
                body.heading(new RowLabel.OfLevel("AVISIT", visit.name()), 1, true);
                Map<String, String> groups = parameter.groups(visit.name());
                int[] later = Arrays.stream(visit.recordOf()).map(row -> row < 0 ? LevelSource.NONE : source.of(row)).toArray();
                new Shift(source, parameter, timeline, groups, later, Visit.rows(visit.recordOf()).get(),
                        Filter.joined(parameter.clauses(), Clauses.equal("AVISIT", visit.name())), 2).add();
            }
        }
    }

    /// What the levels are by: the text of the records, else grades, low and high apart, else the reference range.
    private List<LevelSource> sources(BdsParameter parameter, ParameterTimeline timeline) throws NotProducedException {
        if (block.of() == Levels.VALUE) {
            TextLevels levels = TextLevels.of(parameter, timeline, block.levels());
            zeroPoints |= levels.hasZeroPoints();
            return List.of(levels);
        }
        List<LabGrades> grades = block.of() == Levels.GRADE ? LabGrades.of(parameter, timeline) : List.of();
        for (LabGrades of : grades) {
            if (of.isDerived()) {
                derived.add(parameter.label());
            }
            if (of.leftOut() > 0) {
                undirected.add(Map.entry(parameter.label(), of.leftOut()));
            }
        }
        if (!grades.isEmpty()) {
            return List.copyOf(grades);
        }
        Optional<RangeLevels> range = RangeLevels.of(parameter, timeline);
        if (range.isPresent()) {
            ungraded = true;
            if (block.of() == Levels.GRADE && LabGrades.lack(parameter) instanceof LaboratoryRemark.NoKnownUnit lack) {
                unitUnknown.add(Map.entry(parameter.label(), lack));
            }
        }
        return range.<List<LevelSource>>map(List::of).orElse(List.of());
    }

    private static int[] worst(LevelSource source, BdsParameter parameter, ParameterTimeline timeline) {
        int[] worst = new int[parameter.records().data().subjectCount()];
        Arrays.fill(worst, LevelSource.NONE);
        BitSet rows = timeline.after();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int subject = parameter.records().subject(row);
            worst[subject] = source.worse(worst[subject], source.of(row));
        }
        return worst;
    }

    private void addRemarks() {
        if (block.at() == DeclaredVisits.Later.WORST) {
            body.remarks.add(new LaboratoryRemark.WorstLater());
        }
        body.remarks.add(new LaboratoryRemark.ShiftPercentages(block.percentOf()));
        if (!block.cmh().isEmpty() && frame.armColumns().size() > 1) {
            body.remarks.add(new LaboratoryRemark.ShiftTested(
                    block.cmh().stream().anyMatch(test -> test != DeclaredVisits.Association.GENERAL_ASSOCIATION)));
        }
        if (zeroPoints) {
            body.remarks.add(new LaboratoryRemark.ZeroPoints());
        }
        if (!derived.isEmpty()) {
            body.remarks.add(new LaboratoryRemark.DerivedGrades(List.copyOf(derived)));
        }
        if (!undirected.isEmpty()) {
            body.remarks.add(new LaboratoryRemark.Undirected(List.copyOf(undirected)));
        }
        if (ungraded && block.of() == Levels.GRADE) {
            body.remarks.add(new LaboratoryRemark.RangeForGrades(List.copyOf(unitUnknown)));
        }
        if (!without.isEmpty()) {
            body.remarks.add(new LaboratoryRemark.WithoutLevels(List.copyOf(without)));
        }
        unlevelled.remark().ifPresent(body.remarks::add);
        if (undated > 0) {
            body.remarks.add(new LaboratoryRemark.UndatedRecords(undated));
        }
    }

    /// One table of baseline by later level.
    private final class Shift {
        private final LevelSource source;
        private final Map<String, String> groups;
        private final String dataset;
        private final Clauses clauses;
        private final int indent;
        private final Map<Integer, BitSet> before = new LinkedHashMap<>();
        private final Map<Integer, BitSet> after = new LinkedHashMap<>();
        private final BitSet everybody;
        private final BitSet valued;
        private final @Nullable Records behind;

        Shift(LevelSource source, BdsParameter parameter, ParameterTimeline timeline, Map<String, String> groups, int[] later,
                BitSet laterRows, Clauses clauses, int indent) {
            this.behind = parameter.records().behind(() -> laterRows);
            this.source = source;
            this.groups = groups;
            this.dataset = parameter.records().name();
            this.clauses = clauses;
            this.indent = indent;
            this.everybody = frame.population().subjects();
            for (int subject = everybody.nextSetBit(0); subject >= 0; subject = everybody.nextSetBit(subject + 1)) {
                before.computeIfAbsent(source.baseline(subject), l -> new BitSet()).set(subject);
                after.computeIfAbsent(later[subject], l -> new BitSet()).set(subject);
                hasLater |= later[subject] != LevelSource.NONE;
            }
            this.valued = Unlevelled.valued(parameter, timeline, laterRows);
            unlevelled.add(parameter, Unlevelled.atBaseline(having(before, LevelSource.NONE), timeline),
                    Unlevelled.later(having(after, LevelSource.NONE), parameter, laterRows));
        }

        void add() {
            BitSet both = (BitSet) everybody.clone();
            both.andNot(having(before, LevelSource.NONE));
            both.andNot(having(after, LevelSource.NONE));
            SubsetCounts among = among(both);
            body.row(new RowLabel.Named(RowName.Shared.N), indent, false, among.n());
            List<Integer> later = shown(after);
            for (int base : IntStream.range(0, source.levels().size()).toArray()) {
                BitSet ofBase = (BitSet) having(before, base).clone();
                ofBase.and(both);
                if (!ofBase.isEmpty()) {
                    String name = source.levels().get(base);
                    body.row(source.baselineLabel(base), indent, false,
                            among.countPercent(List.of(name), ofBase, Clauses.of(Criterion.AT_BASELINE, name)));
                    SubsetCounts of = block.percentOf() == DeclaredVisits.ShiftPercent.ALL ? among : among(ofBase);
                    for (int level : later) {
                        RowLabel label = new RowLabel.Shifted(source.baselineLabel(base), source.label(level));
                        body.detail(label, indent + 1, of.countPercent(
                                List.of(name, source.levels().get(level)), and(ofBase, having(after, level)),
                                Clauses.of(Criterion.AT_BASELINE, name)
                                        .and(Clauses.of(Criterion.LATER_LEVEL, source.levels().get(level)))));
                    }
                }
            }
            addWithoutBaseline(among, later);
            BitSet noLater = (BitSet) everybody.clone();
            noLater.andNot(having(before, LevelSource.NONE));
            noLater.and(having(after, LevelSource.NONE));
            body.row(new RowLabel.Named(RowName.Laboratory.NO_LATER_VALUE), indent, false,
                    among.count(List.of(RowName.Laboratory.NO_LATER_VALUE.level()), noLater,
                            Clauses.of(Criterion.NO_LATER_LEVEL)));
            new ShiftTests(among, inOrder(before), inOrder(after)).add(block.cmh(), indent, body);
        }

        private SubsetCounts among(BitSet subjects) {
            return new SubsetCounts(frame, dataset, groups, source.variable(), subjects, clauses, behind);
        }

        private List<BitSet> inOrder(Map<Integer, BitSet> found) {
            return IntStream.range(0, source.levels().size()).mapToObj(level -> having(found, level)).toList();
        }

        private void addWithoutBaseline(SubsetCounts among, List<Integer> later) {
            BitSet nowhere = (BitSet) having(after, LevelSource.NONE).clone();
            nowhere.andNot(valued);
            BitSet missing = (BitSet) having(before, LevelSource.NONE).clone();
            missing.andNot(nowhere);
            if (missing.isEmpty()) {
                return;
            }
            RowLabel baseline = new RowLabel.Named(RowName.Laboratory.BASELINE_MISSING);
            body.row(baseline, indent, false,
                    among.count(List.of(RowName.Laboratory.BASELINE_MISSING.level()), missing,
                            Clauses.of(Criterion.BASELINE_MISSING)));
            for (int level : later) {
                body.detail(new RowLabel.Shifted(baseline, source.label(level)), indent + 1, among.count(
                        List.of(RowName.Laboratory.BASELINE_MISSING.level(), source.levels().get(level)),
                        and(missing, having(after, level)),
                        Clauses.of(Criterion.BASELINE_MISSING)
                                .and(Clauses.of(Criterion.LATER_LEVEL, source.levels().get(level)))));
            }
        }

        private List<Integer> shown(Map<Integer, BitSet> found) {
            return IntStream.range(0, source.levels().size())
                    .filter(level -> source.alwaysShown(level) || found.containsKey(level))
                    .boxed()
                    .toList();
        }

        private static BitSet having(Map<Integer, BitSet> found, int level) {
            return found.getOrDefault(level, new BitSet());
        }

        private static BitSet and(BitSet first, BitSet second) {
            BitSet both = (BitSet) first.clone();
            both.and(second);
            return both;
        }
    }
}

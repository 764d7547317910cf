package org.tabularium.analysis.figure;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.selection.Arms;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.disposition.RandomisedSubjects;
import org.tabularium.selection.disposition.SubjectLevels;
import org.tabularium.selection.disposition.TreatedSubjects;
import org.tabularium.selection.disposition.UnmetCriterion;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.rows.DeclaredFigure.Flow;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Who came how far ([Flow]), as CONSORT has it: screened, not enrolled and why (the criteria of ADIE, else DCSREAS), enrolled;
/// in each arm who was not treated and why, who was, what became of those (EOSSTT, with DCSREAS of who discontinued), and
/// the sets that are analysed.
///
/// Where subjects had several treatments, one after the other, the arms are the sequences of these.
///
/// The parts of a box add up to the box before it: those treated and those not are the arm, the levels of EOSSTT are those
/// treated. A subject without an arm stands beside those enrolled. Sets are of all enrolled, as in the table of populations.
public final class SubjectFlow implements RowsKind<Flow> {

    private static final String STATUS = "EOSSTT";
    private static final RowLabel STATUSES = new RowLabel.Named(RowName.Subject.STUDY_STATUS);
    private static final RowLabel SETS = new RowLabel.Named(RowName.Subject.ANALYSIS_SETS);
    /// Flags of sets that are analysed, of which those that ADSL has are drawn.
    private static final List<String> ANALYSED = List.of("ITTFL", "FASFL", "SAFFL", "EFFFL", "PPROTFL", "DLTEVLFL");

    @Override
    public RowsDeclaration<Flow> declaration() {
        return DeclaredFigure.Flow.DECLARATION;
    }

    @Override
    public void ask(Flow figure, ColumnRequest request) {
        request.ofAdsl(ScreenFailures.VARIABLES);
        Arms.SEQUENCES.forEach(variable -> request.ofAdsl(List.of(variable, Arms.companion(variable))));
        request.ofAdsl(TreatedSubjects.VARIABLES);
        request.ofAdsl(RandomisedSubjects.VARIABLES);
        request.ofAdsl(ANALYSED);
        request.ofAdsl(List.of(STATUS, STATUS + "N", FlowBoxes.REASON, FlowBoxes.REASON + "N", "ENRLFL"));
        if (request.study().has(ExcludedSubjects.CRITERIA)) {
            request.columns().ask(ExcludedSubjects.CRITERIA, UnmetCriterion.VARIABLES);
        }
    }

    @Override
    public RowsPromise promise(Flow figure) {
        return RowsPromise.NONE;
    }

    @Override
    public void add(Flow figure, TableFrame frame, TableRecords records, TableBody body) {
        // Its arms are of those enrolled, whom its boxes count; no column of it has an N.
        body.unshown.removeIf(result -> result.statistic() == Statistic.COLUMN_TOTAL);
        StudyData data = frame.data();
        BitSet all = frame.population().subjects();
        FlowBoxes trunk = new FlowBoxes(frame, body, new ColumnHead("", "", all));
        Population enrolled = Population.of(PopulationName.ENROLLED, data);
        if (enrolled.remark() instanceof PopulationRemark.AllButScreenFailures) {
            body.remarks.add(new SubjectRemark.EnrolledByDefault());
        }
        BitSet out = (BitSet) all.clone();
        out.andNot(enrolled.subjects());
        if (!out.isEmpty()) {
            trunk.box(new RowLabel.Named(RowName.Subject.SCREENED), all, Clauses.NONE);
            ExcludedSubjects.add(trunk, out);
        }
        BitSet rest = addEnrolled(trunk, enrolled);
        Optional<TreatedSubjects> treated = TreatedSubjects.of(data);
        addArmless(trunk, rest, enrolled.where().and(withoutArm(frame)), treated);
        for (ColumnHead column : frame.columns()) {
            BitSet members = (BitSet) column.subjects().clone();
            members.and(enrolled.subjects());
            // Where all of an arm are enrolled the filter does not say so: the number is that of other displays.
            boolean allEnrolled = members.equals(column.subjects()) && !isOf(frame, column, out);
            Clauses where = allEnrolled ? Clauses.NONE : enrolled.where();
            addArm(new FlowBoxes(frame, body, new ColumnHead(column.arm(), column.label(), members)), where, treated);
        }
    }

    /// Whether somebody has the arm of a column in ADSL.
    private static boolean isOf(TableFrame frame, ColumnHead column, BitSet subjects) {
        return frame.data().adsl().column(frame.arms().variable())
                .filter(arms -> subjects.stream().anyMatch(s -> ValueText.text(arms, s).equalsIgnoreCase(column.arm())))
                .isPresent();
    }

    /// Those enrolled, and of several arms those randomised, where ADSL says who is: in one box where they are the same, else
    /// with the others and their reasons between.
    ///
    /// @return who goes on
    private static BitSet addEnrolled(FlowBoxes boxes, Population enrolled) {
        BitSet all = enrolled.subjects();
        BitSet others = (BitSet) all.clone();
        Optional<RandomisedSubjects> randomised = RandomisedSubjects.of(boxes.frame().data())
                .filter(found -> boxes.frame().columns().size() > 1);
        randomised.ifPresent(found -> others.andNot(found.subjects()));
        boolean asArms = boxes.frame().columns().stream().noneMatch(column -> column.subjects().intersects(others));
        boolean together = randomised.isPresent() && others.isEmpty();
        boxes.box(new RowLabel.Named(together ? RowName.Subject.ENROLLED_AND_RANDOMISED : RowName.Subject.ENROLLED), all,
                enrolled.where());
        if (randomised.isEmpty() || together || !asArms) {
            return all;
        }
        Clauses where = enrolled.where().and(Clauses.of(new Clause.Not(randomised.get().where())));
        RowLabel label = new RowLabel.Named(RowName.Subject.NOT_RANDOMISED);
        boxes.box(label, others, where);
        boxes.reasons(label, others, where, Optional.of(STATUS));
        BitSet rest = (BitSet) all.clone();
        rest.andNot(others);
        boxes.box(new RowLabel.Named(RowName.Subject.RANDOMISED), rest, enrolled.where().and(randomised.get().where()));
        return rest;
    }

    /// Whose column variable has no value; a study without one has nobody in no arm.
    private static Clauses withoutArm(TableFrame frame) {
        String variable = frame.arms().variable();
        return variable.isEmpty() ? Clauses.NONE : Clauses.missing(variable);
    }

    /// Those enrolled who are in no arm: before they were treated, as a rule.
    private static void addArmless(FlowBoxes boxes, BitSet among, Clauses where,
            Optional<TreatedSubjects> treated) {
        BitSet armless = (BitSet) among.clone();
        boxes.frame().columns().forEach(column -> armless.andNot(column.subjects()));
        BitSet others = (BitSet) armless.clone();
        if (treated.isPresent()) {
            addUntreated(boxes, new RowLabel.Given(""), treated.get(), armless, where);
            others.and(treated.get().subjects());
        }
        if (!others.isEmpty()) {
            boxes.box(new RowLabel.Named(RowName.Subject.NO_ARM), others, where);
        }
    }

    /// Those of some who were not treated, with their reasons; of who has none how it stands with them.
    private static void addUntreated(FlowBoxes boxes, RowLabel box, TreatedSubjects treated, BitSet among, Clauses clauses) {
        BitSet untreated = treated.without(among);
        if (untreated.isEmpty()) {
            return;
        }
        Clauses where = clauses.and(treated.whereNot());
        RowLabel label = new RowLabel.Named(treated.others());
        boxes.line(box, label, untreated, where);
        boxes.reasons(label, untreated, where, Optional.of(STATUS));
        if (boxes.frame().data().adsl().has(STATUS)) {
            boxes.body().remarks.add(new SubjectRemark.StatusOfTreated(treated.others()));
        }
    }

    /// @param enrolled what makes the members those of the arm
    private static void addArm(FlowBoxes boxes, Clauses enrolled, Optional<TreatedSubjects> found) {
        BitSet members = boxes.of().subjects();
        RowLabel arm = new RowLabel.OfArm(boxes.of().arm());
        if (!boxes.of().isTotal()) {
            boxes.box(arm, members, enrolled);
        }
        BitSet followed = (BitSet) members.clone();
        Clauses where = enrolled;
        if (found.isPresent()) {
            TreatedSubjects treated = found.get();
            addUntreated(boxes, boxes.of().isTotal() ? new RowLabel.Given("") : arm, treated, members, enrolled);
            boxes.box(treated.label(), treated.subjects(), enrolled.and(treated.where()));
            // Where all were treated the filter does not say so: the number is that of the table of disposition.
            followed.and(treated.subjects());
            where = followed.equals(members) ? enrolled : enrolled.and(treated.where());
        }
        addStatuses(boxes, followed, where);
        addSets(boxes, enrolled, found);
    }

    private static void addStatuses(FlowBoxes boxes, BitSet followed, Clauses where) {
        Map<String, BitSet> levels = SubjectLevels.of(boxes.frame().data(), STATUS, followed);
        BitSet unknown = (BitSet) followed.clone();
        levels.forEach((level, subjects) -> {
            RowLabel label = new RowLabel.OfLevel(STATUS, level);
            Clauses of = where.and(Clauses.equal(STATUS, level));
            boxes.line(STATUSES, label, subjects, of);
            if (!level.equalsIgnoreCase("COMPLETED") && !level.equalsIgnoreCase("ONGOING")) {
                boxes.reasons(label, subjects, of, Optional.empty());
            }
            unknown.andNot(subjects);
        });
        if (!levels.isEmpty() && !unknown.isEmpty()) {
            boxes.line(STATUSES, new RowLabel.Named(RowName.Subject.NO_STATUS), unknown, where.and(Clauses.missing(STATUS)));
        }
    }

    /// The sets of ADSL; not the one that is the box of those treated.
    private static void addSets(FlowBoxes boxes, Clauses enrolled, Optional<TreatedSubjects> treated) {
        for (String flag : ANALYSED) {
            RowLabel label = new RowLabel.OfVariable(Study.ADSL, flag);
            boolean drawn = treated.map(TreatedSubjects::label).filter(label::equals).isPresent();
            if (boxes.frame().data().adsl().has(flag) && !drawn) {
                BitSet yes = new BitSet();
                SubjectLevels.of(boxes.frame().data(), flag, boxes.of().subjects()).forEach((level, subjects) -> {
                    if (level.equalsIgnoreCase("Y")) {
                        yes.or(subjects);
                    }
                });
                boxes.line(SETS, label, yes, enrolled.and(Clauses.equal(flag, "Y")));
            }
        }
    }
}

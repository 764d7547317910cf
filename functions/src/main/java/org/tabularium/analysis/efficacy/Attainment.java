package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.selection.bds.ResponseAnswers;
import org.tabularium.selection.bds.Visit;
import org.tabularium.study.VisitName;
import org.tabularium.study.records.BdsRecords.Phase;

/// Each subject's way to a response: who was assessed after baseline, who had it when first, who kept it or lost it when.
///
/// The assessments are those of the scheduled visits after baseline that say yes or no, in the order of their study days, those
/// without a study day in the order of the visits. A time is known where all study days of the subject are. A response is first
/// had at a scheduled visit, but an assessment between visits that has a study day tells whether it was kept.
///
/// @param visits after baseline, in order
/// @param assessed who has an assessment
/// @param undated how many assessments have no study day
/// @param between how many assessments at unscheduled visits count
/// @param subjects by number; null for those without an assessment
record Attainment(List<Visit> visits, BitSet assessed, int undated, int between, List<@Nullable Way> subjects) {

    /// One subject's assessments.
    ///
    /// @param first the visit of the first yes; −1 for none
    /// @param firstDay its study day; NaN where unknown
    /// @param lostDay the study day of the first no after it; NaN for none
    /// @param lastDay the study day of the last assessment; NaN where unknown
    /// @param later how many assessments follow the first yes
    /// @param lost whether one of these says no
    record Way(int first, double firstDay, double lostDay, double lastDay, int later, boolean lost) {

        boolean attained() {
            return first >= 0;
        }
    }

    /// @param visit [#BETWEEN] for an unscheduled one
    private record Assessment(int visit, double day, boolean yes) {}

    private static final int BETWEEN = -1;

    /// The ways to a response.
    ///
    /// @param also whether a subject has something else at a visit as well, by the row of the other parameter; null for the
    ///     response alone. Without a row a yes of the response is no assessment.
    /// @param other the other parameter; null for none
    /// @throws NotProducedException where the response is not answered yes or no, or a subject has two records at a visit
    static Attainment of(BdsParameter response, @Nullable BdsParameter other, IntPredicate also) throws NotProducedException {
        ResponseAnswers answers = ResponseAnswers.of(response);
        ParameterTimeline timeline = ParameterTimeline.of(response);
        List<Visit> visits = Visit.of(response, List.of()).stream().filter(v -> v.phase() == Phase.AFTER_BASELINE).toList();
        List<@Nullable Visit> others = new ArrayList<>();
        List<Visit> ofOther = other == null ? List.of() : Visit.of(other, List.of());
        visits.forEach(visit -> others.add(ofOther.stream()
                .filter(v -> new VisitName(v.name()).key().equals(new VisitName(visit.name()).key())).findFirst().orElse(null)));
        int count = response.records().data().subjectCount();
        BitSet assessed = new BitSet();
        List<@Nullable Way> ways = new ArrayList<>();
        int undated = 0;
        int between = 0;
        Map<Integer, List<Assessment>> unscheduled = unscheduled(response, answers, timeline, other != null);
        for (int subject = 0; subject < count; subject++) {
            List<Assessment> own = new ArrayList<>();
            for (int at = 0; at < visits.size(); at++) {
                int row = visits.get(at).recordOf()[subject];
                Optional<Boolean> yes = row < 0 ? Optional.empty() : answers.of(row);
                if (other != null && yes.orElse(false)) {
                    Visit with = others.get(at);
                    int beside = with == null ? -1 : with.recordOf()[subject];
                    yes = beside < 0 ? Optional.empty() : Optional.of(also.test(beside));
                }
                if (yes.isPresent()) {
                    own.add(new Assessment(at, timeline.day(row), yes.get()));
                }
            }
            List<Assessment> betweenVisits = unscheduled.getOrDefault(subject, List.of());
            if (!own.isEmpty() && own.stream().noneMatch(a -> Double.isNaN(a.day))) {
                own.addAll(betweenVisits);
                between += betweenVisits.size();
            }
            undated += (int) own.stream().filter(a -> Double.isNaN(a.day)).count();
            assessed.set(subject, !own.isEmpty());
            ways.add(own.isEmpty() ? null : way(own));
        }
        return new Attainment(visits, assessed, undated, between, ways);
    }

    /// The answers at unscheduled visits after baseline that have a study day, by subject. A yes that would need something
    /// else at
    /// the visit as well is none.
    private static Map<Integer, List<Assessment>> unscheduled(BdsParameter response, ResponseAnswers answers,
            ParameterTimeline timeline, boolean yesNeedsMore) {
        Map<Integer, List<Assessment>> found = new HashMap<>();
        Optional<JoinedColumn> name = response.records().field("AVISIT");
        BitSet after = (BitSet) timeline.after().clone();
        after.and(response.rows());
        after.stream().filter(row -> name.filter(field -> new VisitName(field.text(row)).isBetweenVisits()).isPresent())
                .forEach(row -> {
                    boolean yes = answers.of(row).orElse(yesNeedsMore);
                    double day = timeline.day(row);
                    if (answers.of(row).isPresent() && !Double.isNaN(day) && !(yes && yesNeedsMore)) {
                        found.computeIfAbsent(response.records().subject(row), _ -> new ArrayList<>())
                                .add(new Assessment(BETWEEN, day, yes));
                    }
                });
        return found;
    }

    private static Way way(List<Assessment> own) {
        boolean dated = own.stream().noneMatch(a -> Double.isNaN(a.day));
        if (dated) {
            own.sort(Comparator.comparingDouble(Assessment::day));
        }
        int first = 0;
        while (first < own.size() && (!own.get(first).yes || own.get(first).visit == BETWEEN)) {
            first++;
        }
        double last = dated ? own.getLast().day : Double.NaN;
        if (first == own.size()) {
            return new Way(-1, Double.NaN, Double.NaN, last, 0, false);
        }
        Optional<Assessment> no = own.stream().skip(first).filter(a -> !a.yes).findFirst();
        return new Way(own.get(first).visit, dated ? own.get(first).day : Double.NaN,
                no.map(a -> dated ? a.day : Double.NaN).orElse(Double.NaN), last, own.size() - first - 1, no.isPresent());
    }

    /// The subjects of whom something holds.
    BitSet where(java.util.function.Predicate<Way> holds) {
        BitSet found = new BitSet();
        for (int subject = 0; subject < subjects.size(); subject++) {
            Way way = subjects.get(subject);
            found.set(subject, way != null && holds.test(way));
        }
        return found;
    }
}

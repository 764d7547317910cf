package org.tabularium.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.selection.bds.Visit;
import org.tabularium.study.VisitName;
import org.tabularium.study.VisitTime;

/// Where visits lie on an axis: at the planned times that their names say, baseline at 0, where all say one, later ones later
/// and in
/// one unit; else one behind the other.
///
/// @param places of the visits, in order
/// @param unit `days`, `weeks`, `months` or `years`; empty where visits stand one behind the other
record VisitAxis(List<Double> places, String unit) {

    static VisitAxis of(List<Visit> visits) {
        List<Double> places = new ArrayList<>();
        Set<VisitTime.Unit> units = new TreeSet<>();
        for (Visit visit : visits) {
            boolean baseline = new VisitName(visit.name()).isBaseline();
            Optional<VisitTime> time = baseline ? Optional.empty() : VisitTime.of(visit.name());
            if (!baseline && time.isEmpty()) {
                return inTurn(visits.size());
            }
            time.ifPresent(of -> units.add(of.unit()));
            double place = time.map(of -> (double) of.count()).orElse(0.0);
            if (!places.isEmpty() && place <= places.getLast()) {
                return inTurn(visits.size());
            }
            places.add(place);
        }
        return units.size() == 1 ? new VisitAxis(List.copyOf(places), word(units.iterator().next())) : inTurn(visits.size());
    }

    private static VisitAxis inTurn(int visits) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            places.add((double) i);
        }
        return new VisitAxis(List.copyOf(places), "");
    }

    private static String word(VisitTime.Unit unit) {
        return switch (unit) {
            case DAY -> "days";
            case WEEK -> "weeks";
            case MONTH -> "months";
            case YEAR -> "years";
        };
    }
}

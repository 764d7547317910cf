package org.tabularium.endpoint.lupus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The BILAG-2004 index at one visit: the grade of each system. A system without a grade is unknown.
///
/// Source of the numbers: Yee et al., Rheumatology 2010;49:1665–1669; of what is new: Furie et al., Arthritis Rheum
/// 2009;61:1143–1151 (SRI).
///
/// @param grades of the systems that have one
public record Bilag2004(Map<BilagSystem, BilagGrade> grades) {

    /// Our PARAMCD of the numerical score.
    public static final String TOTAL = "BILAG";

    /// No system was graded.
    public static final Bilag2004 UNKNOWN = new Bilag2004(Map.of());

    public Bilag2004 {
        Map<BilagSystem, BilagGrade> copy = new EnumMap<>(BilagSystem.class);
        copy.putAll(grades);
        grades = Collections.unmodifiableMap(copy);
    }

    /// Whether every system has a grade.
    public boolean isComplete() {
        return grades.size() == BilagSystem.values().length;
    }

    /// Whether any system has a grade.
    public boolean isAssessed() {
        return !grades.isEmpty();
    }

    /// The numerical score, 0 to 108; empty where a system is unknown.
    public OptionalInt total() {
        return isComplete() ? OptionalInt.of(grades.values().stream().mapToInt(BilagGrade::points).sum()) : OptionalInt.empty();
    }

    /// The systems with a new A: A now, B to E at baseline. Both indices are complete.
    public List<BilagSystem> newA(Bilag2004 baseline) {
        return systems().filter(s -> is(s, BilagGrade.A) && !baseline.is(s, BilagGrade.A)).toList();
    }

    /// The systems with a new B: B now, C to E at baseline; from A to B is an improvement. Both indices are complete.
    public List<BilagSystem> newB(Bilag2004 baseline) {
        return systems()
                .filter(s -> is(s, BilagGrade.B) && !baseline.is(s, BilagGrade.A) && !baseline.is(s, BilagGrade.B))
                .toList();
    }

    /// The systems that were A or B at baseline and have not improved: A must become B or less, B must become C or less. Both
    /// indices are complete.
    public List<BilagSystem> notImproved(Bilag2004 baseline) {
        return systems()
                .filter(s -> (baseline.is(s, BilagGrade.A) && is(s, BilagGrade.A))
                        || (baseline.is(s, BilagGrade.B) && (is(s, BilagGrade.A) || is(s, BilagGrade.B))))
                .toList();
    }

    private boolean is(BilagSystem system, BilagGrade grade) {
        return grades.get(system) == grade;
    }

    private static Stream<BilagSystem> systems() {
        return Stream.of(BilagSystem.values());
    }
}

package org.tabularium.statistic.repeated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tabularium.statistic.linear.OrthonormalColumns;

/// The subjects who have values at the same visits.
///
/// @param visits the numbers of the visits, ascending
/// @param subjects their rows
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pattern(int[] visits, List<Subject> subjects) {

    /// A subject's values, by visit.
    ///
    /// @param response one a visit
    /// @param design one row a visit
    @SuppressWarnings("ArrayRecordComponent") // compared by its own order
    record Subject(double[] response, double[][] design) {

        private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::response, Arrays::compare)
                .thenComparing(Subject::design, (a, b) -> Arrays.compare(a, b, Arrays::compare));
    }

    /// Gathers the subjects, in an order that is theirs alone: by their visits, then by their values.
    ///
    /// @param response one a row
    /// @param design as long
    /// @param subject the number of each row's subject
    /// @param visit the number of each row's visit, from 0; at most once a subject
    static List<Pattern> of(double[] response, OrthonormalColumns design, int[] subject, int[] visit) {
        Map<Integer, TreeMap<Integer, Integer>> rows = new LinkedHashMap<>(); // by subject and visit
        for (int row = 0; row < response.length; row++) {
            Integer twice = rows.computeIfAbsent(subject[row], s -> new TreeMap<>()).put(visit[row], row);
            if (twice != null) {
                throw new IllegalArgumentException("rows " + twice + " and " + row + " are of one subject and visit");
            }
        }
        Map<BitSet, List<Subject>> patterns = new TreeMap<>(Comparator.comparing(BitSet::toLongArray, Arrays::compare));
        for (TreeMap<Integer, Integer> ofSubject : rows.values()) {
            BitSet visits = new BitSet();
            ofSubject.keySet().forEach(visits::set);
            double[] values = ofSubject.values().stream().mapToDouble(row -> response[row]).toArray();
            double[][] lines = ofSubject.values().stream().map(row -> line(design, row)).toArray(double[][]::new);
            patterns.computeIfAbsent(visits, v -> new ArrayList<>()).add(new Subject(values, lines));
        }
        List<Pattern> sorted = new ArrayList<>();
        patterns.forEach((visits, subjects) -> {
            Collections.sort(subjects, Subject.ORDER);
            sorted.add(new Pattern(visits.stream().toArray(), subjects));
        });
        return sorted;
    }

    private static double[] line(OrthonormalColumns design, int row) {
        double[] line = new double[design.rank()];
        for (int column = 0; column < line.length; column++) {
            line[column] = design.element(row, column);
        }
        return line;
    }

    /// The part of a matrix of all visits that is theirs.
    double[][] of(double[][] matrix) {
        double[][] part = new double[visits.length][visits.length];
        for (int a = 0; a < visits.length; a++) {
            for (int b = 0; b < visits.length; b++) {
                part[a][b] = matrix[visits[a]][visits[b]];
            }
        }
        return part;
    }
}

package org.tabularium.study.records;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.tabularium.study.StudyData;

/// What the records with a value of each parameter and scheduled visit are, counted in one walk through the rows: how many, how
/// many baseline, how many early, and the least AVISITN.
final class VisitCounts {

    /// Of one parameter, by visit.
    ///
    /// @param rows records with a value, of subjects in ADSL
    /// @param baseline those that are baseline
    /// @param early those of the day of the first dose or earlier
    /// @param number the least AVISITN; NaN where none has one
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Of(int[] rows, int[] baseline, int[] early, double[] number) {

        private static Of nothing(int visits) {
            double[] numbers = new double[visits];
            Arrays.fill(numbers, Double.NaN);
            return new Of(new int[visits], new int[visits], new int[visits], numbers);
        }
    }

    private final BdsColumns columns;
    private final Of[] ofParameter;
    private final double[] numbers = new double[BdsBlock.ROWS];

    private VisitCounts(BdsColumns columns) {
        this.columns = columns;
        this.ofParameter = new Of[columns.parameterCount()];
        Arrays.setAll(ofParameter, _ -> Of.nothing(columns.visits().size()));
    }

    /// @param baselines the rows that are baseline
    static VisitCounts of(StudyData data, BdsColumns columns, BitSet baselines) {
        VisitCounts counts = new VisitCounts(columns);
        Optional<RecordDays> days = RecordDays.of(data, columns.dataset());
        BdsBlock.each(columns, block -> {
            counts.add(block);
            days.ifPresent(known -> counts.addEarly(block, known));
        });
        for (int row = baselines.nextSetBit(0); row >= 0; row = baselines.nextSetBit(row + 1)) {
            int visit = columns.visit(row);
            if (visit != BdsColumns.NONE) {
                counts.ofParameter[columns.parameter(row)].baseline[visit]++;
            }
        }
        return counts;
    }

    Of of(int parameter) {
        return ofParameter[parameter];
    }

    private void add(BdsBlock block) {
        columns.visitNumbers(block.from(), block.count(), numbers);
        boolean all = columns.areAllValued();
        for (int i = 0; i < block.count(); i++) {
            if (block.isPlaced(i) && (all || columns.isValued(block.from() + i))) {
                Of counts = ofParameter[block.parameter[i]];
                int visit = block.visit[i];
                counts.rows[visit]++;
                double own = numbers[i];
                // A missing number, the greatest of all, gives way to any other and takes the place of none.
                if (own != counts.number[visit] && Double.compare(own, counts.number[visit]) < 0) {
                    counts.number[visit] = own;
                }
            }
        }
    }

    private void addEarly(BdsBlock block, RecordDays days) {
        for (int i = 0; i < block.count(); i++) {
            int row = block.from() + i;
            if (block.isPlaced(i) && columns.isValued(row) && days.isEarly(row, block.subject[i])) {
                ofParameter[block.parameter[i]].early[block.visit[i]]++;
            }
        }
    }
}

package org.tabularium.study.records;

import java.util.function.Consumer;

/// Some rows of a BDS dataset that follow each other, what each says looked up: who goes through all rows asks for them block by
/// block, which costs a fraction of asking row by row.
final class BdsBlock {

    static final int ROWS = 2_048;

    /// The subject's row in ADSL, or [org.tabularium.study.StudyData#UNKNOWN].
    final int[] subject = new int[ROWS];
    /// [BdsColumns#NONE] where PARAMCD is blank.
    final int[] parameter = new int[ROWS];
    /// The scheduled visit; [BdsColumns#NONE] for none.
    final int[] visit = new int[ROWS];
    private int from;
    private int count;

    private BdsBlock() {}

    /// Goes through all rows.
    static void each(BdsColumns columns, Consumer<BdsBlock> use) {
        BdsBlock block = new BdsBlock();
        for (int from = 0; from < columns.rows(); from += ROWS) {
            block.from = from;
            block.count = Math.min(ROWS, columns.rows() - from);
            columns.fill(block, from, block.count);
            use.accept(block);
        }
    }

    /// The dataset's row of the block's first one.
    int from() {
        return from;
    }

    /// How many rows there are.
    int count() {
        return count;
    }

    /// Whether a row is of a subject in ADSL and has a parameter and a scheduled visit.
    boolean isPlaced(int i) {
        return subject[i] >= 0 && parameter[i] >= 0 && visit[i] >= 0;
    }
}

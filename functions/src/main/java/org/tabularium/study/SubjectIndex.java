package org.tabularium.study;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.TextColumn;

/// The rows of ADSL by USUBJID, without blanks around it; of several rows with the same one the first. Identifiers stay where
/// they are: what is held is a number or two a row, and nothing as long as all that asks has them in the order of ADSL.
final class SubjectIndex {

    private final TextColumn ids;
    /// Whether no two rows have the same one, none is blank, and none has blanks around it.
    private final boolean distinct;
    private @Nullable Slots slots;

    /// @param ids one a row of ADSL
    SubjectIndex(TextColumn ids) {
        this.ids = ids;
        this.distinct = ids.isInOrder() && ids.missing().isEmpty()
                && ids.dictionary().stream().allMatch(id -> id.equals(id.strip()));
    }

    /// Whether the codes of some identifiers are the rows of ADSL.
    boolean isOfRows(TextColumn others) {
        return distinct && others.isOnTextsOf(ids);
    }

    /// The subject of each of some identifiers; [StudyData#UNKNOWN] of one that is not in ADSL, and of a blank one.
    int[] of(List<String> others) {
        int[] rows = new int[others.size()];
        int place = 0;
        int last = StudyData.UNKNOWN;
        for (String other : others) {
            String id = other.strip();
            last = id.isEmpty() ? StudyData.UNKNOWN : row(id, last + 1);
            rows[place++] = last;
        }
        return rows;
    }

    /// @param likely where to look first: subjects mostly follow each other as in ADSL
    private int row(String id, int likely) {
        return distinct && likely < ids.size() && ids.value(likely).equals(id) ? likely : slots().row(id);
    }

    private synchronized Slots slots() {
        Slots made = slots;
        if (made == null) {
            made = new Slots(ids);
            slots = made;
        }
        return made;
    }

    /// A hash table of rows.
    private static final class Slots {

        private final TextColumn ids;
        /// Row + 1 by hash; 0 where the slot is free.
        private final int[] slots;

        Slots(TextColumn ids) {
            this.ids = ids;
            // A fifth of the slots at least stays free.
            this.slots = new int[2 * Integer.highestOneBit(Math.max(1, ids.size() + ids.size() / 4))];
            int[] hashOfCode = ids.dictionary().stream().mapToInt(id -> id.strip().hashCode()).toArray();
            BitSet met = new BitSet();
            for (int row = 0; row < ids.size(); row++) {
                int code = ids.code(row);
                if (!met.get(code)) {
                    met.set(code);
                    int slot = slot(hashOfCode[code]);
                    while (slots[slot] != 0) {
                        slot = after(slot);
                    }
                    slots[slot] = row + 1;
                }
            }
        }

        private int slot(int hash) {
            return (((hash * 0x9e37_79b9) >>> 8) ^ hash) & (slots.length - 1);
        }

        private int after(int slot) {
            return (slot + 1) & (slots.length - 1);
        }

        int row(String id) {
            for (int slot = slot(id.hashCode()); slots[slot] != 0; slot = after(slot)) {
                int row = slots[slot] - 1;
                if (ids.value(row).strip().equals(id)) {
                    return row;
                }
            }
            return StudyData.UNKNOWN;
        }
    }
}

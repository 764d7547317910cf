package org.tabularium.selection.disposition;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tabularium.result.Clauses;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.StudyData;

/// Who was randomised: RANDFL is Y; without the flag, RANDDT has a date.
///
/// @param subjects rows of ADSL
/// @param where the filter
public record RandomisedSubjects(BitSet subjects, Clauses where) {

    private static final String FLAG = "RANDFL";
    private static final String DATE = "RANDDT";

    /// The variables of ADSL that say so.
    public static final List<String> VARIABLES = List.of(FLAG, DATE);

    /// Finds them.
    ///
    /// @return empty where ADSL names nobody
    public static Optional<RandomisedSubjects> of(StudyData data) {
        JoinedRecords adsl = JoinedRecords.ofSubjects(data);
        Optional<JoinedColumn> flag = adsl.field(FLAG);
        Optional<JoinedColumn> said = flag.or(() -> adsl.field(DATE));
        BitSet subjects = new BitSet();
        for (int row = 0; said.isPresent() && row < adsl.size(); row++) {
            subjects.set(row, flag.isPresent() ? flag.get().text(row).equalsIgnoreCase("Y") : !said.get().isMissing(row));
        }
        Clauses where = flag.isPresent() ? Clauses.equal(FLAG, "Y") : Clauses.present(DATE);
        return Optional.of(new RandomisedSubjects(subjects, where)).filter(found -> !found.subjects.isEmpty());
    }
}

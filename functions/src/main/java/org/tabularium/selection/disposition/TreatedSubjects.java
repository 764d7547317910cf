package org.tabularium.selection.disposition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Who was treated: infused where INFFL, else INFDT says so, else treated where TRTSDT or TRTSDTM has a date or SAFFL is Y (who
/// is analysed for safety was treated, whether the date is known or not), else the safety population.
///
/// @param label what they are called
/// @param others what those are called who were not
/// @param subjects rows of ADSL
/// @param where the filter
public record TreatedSubjects(RowLabel label, RowName others, BitSet subjects, Clauses where) {

    /// The variables of ADSL that say so.
    public static final List<String> VARIABLES = List.of("INFFL", "INFDT", "TRTSDT", "TRTSDTM", "SAFFL");

    private static final String SAFETY = "SAFFL";

    /// Finds them.
    ///
    /// @return empty where ADSL does not say
    public static Optional<TreatedSubjects> of(StudyData data) {
        Dataset adsl = data.adsl();
        if (adsl.has("INFFL")) {
            return Optional.of(flagged(adsl, "INFFL", RowName.Subject.NOT_INFUSED));
        }
        Optional<TreatedSubjects> infused = dated(adsl, List.of("INFDT"), List.of(),
                new RowLabel.Named(RowName.Subject.INFUSED), RowName.Subject.NOT_INFUSED);
        Optional<TreatedSubjects> treated = dated(adsl, List.of("TRTSDT", "TRTSDTM"), List.of(SAFETY),
                new RowLabel.Named(RowName.Dose.TREATED), RowName.Subject.NOT_TREATED);
        return infused.or(() -> treated)
                .or(() -> Optional.of(SAFETY).filter(adsl::has)
                        .map(flag -> flagged(adsl, flag, RowName.Subject.NOT_IN_SAFETY_POPULATION)));
    }

    /// Those whom nobody treated.
    public BitSet without(BitSet among) {
        BitSet rest = (BitSet) among.clone();
        rest.andNot(subjects);
        return rest;
    }

    /// The filter of those whom nobody treated.
    public Clauses whereNot() {
        return Clauses.of(new Clause.Not(where));
    }

    private static TreatedSubjects flagged(Dataset adsl, String flag, RowName others) {
        return new TreatedSubjects(new RowLabel.OfVariable(Study.ADSL, flag), others, yes(adsl, flag), Clauses.equal(flag, "Y"));
    }

    /// Those with a date or a flag; empty where nobody has a date, which then says nothing.
    private static Optional<TreatedSubjects> dated(Dataset adsl, List<String> dates, List<String> flags, RowLabel label,
            RowName others) {
        BitSet subjects = new BitSet();
        List<Clauses> ways = new ArrayList<>();
        for (String date : dates) {
            BitSet having = having(adsl, date);
            if (!having.isEmpty()) {
                subjects.or(having);
                ways.add(Clauses.present(date));
            }
        }
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        for (String flag : flags) {
            BitSet more = yes(adsl, flag);
            more.andNot(subjects);
            if (!more.isEmpty()) {
                subjects.or(more);
                ways.add(Clauses.equal(flag, "Y"));
            }
        }
        Clauses where = ways.size() == 1 ? ways.getFirst() : Clauses.of(new Clause.Any(ways));
        return Optional.of(new TreatedSubjects(label, others, subjects, where));
    }

    private static BitSet having(Dataset adsl, String variable) {
        BitSet subjects = new BitSet();
        Optional<Column> column = adsl.column(variable);
        for (int row = 0; column.isPresent() && row < adsl.rows(); row++) {
            subjects.set(row, !column.get().isMissing(row));
        }
        return subjects;
    }

    private static BitSet yes(Dataset adsl, String flag) {
        BitSet subjects = new BitSet();
        Optional<Column> column = adsl.column(flag);
        for (int row = 0; column.isPresent() && row < adsl.rows(); row++) {
            subjects.set(row, ValueText.text(column.get(), row).equalsIgnoreCase("Y"));
        }
        return subjects;
    }
}

package org.tabularium.selection.disposition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.ScreenFailures;

/// A criterion that subjects did not satisfy: one of inclusion that is not met, or one of exclusion that is.
///
/// SDTM's IE and the dataset made of it hold the criteria that were not satisfied, so each record is one. Some datasets hold
/// every criterion that was asked; there a result (AVALC, else IESTRESC, else IEORRES) of Y to one of inclusion, or of N to one
/// of exclusion, is none. A dataset is such a one where a kind of criteria has both results, or where an enrolled subject has the
/// result that satisfies; else each record counts, whatever its result.
///
/// @param kind INCLUSION_NOT_MET or EXCLUSION_MET; CRITERIA_NOT_MET where the data do not say which
/// @param variable IETESTCD; IETEST of records without a code
/// @param code its value
/// @param text the criterion as its first record has it; the code where none does
/// @param records its rows
public record UnmetCriterion(RowName.Subject kind, String variable, String code, RowLabel text, BitSet records) {

    /// The variables that say so.
    public static final List<String> VARIABLES = List.of("IECAT", "IETESTCD", "IETEST", "AVALC", "IESTRESC", "IEORRES");

    /// What names a criterion: its code, else its text.
    private static final List<String> NAMES = List.of("IETESTCD", "IETEST");
    private static final List<String> RESULTS = List.of("AVALC", "IESTRESC", "IEORRES");
    /// The kinds in their order.
    public static final List<RowName.Subject> KINDS = List.of(RowName.Subject.INCLUSION_NOT_MET, RowName.Subject.EXCLUSION_MET,
            RowName.Subject.CRITERIA_NOT_MET);

    /// Those of some records: of inclusion, of exclusion, then others, each in the order of their codes.
    ///
    /// @param records of subjects in ADSL
    public static List<UnmetCriterion> of(JoinedRecords records, BitSet selected) {
        BitSet unmet = unmet(records, selected);
        List<UnmetCriterion> criteria = new ArrayList<>();
        for (RowName.Subject kind : KINDS) {
            BitSet open = new BitSet();
            unmet.stream().filter(row -> kind(records, row) == kind).forEach(open::set);
            for (String variable : NAMES) {
                Map<String, BitSet> byName = new TreeMap<>(LevelOrder.natural());
                records.collected(variable).flatMap(_ -> records.field(variable)).ifPresent(named -> open.stream()
                        .filter(row -> !named.isMissing(row))
                        .forEach(row -> byName.computeIfAbsent(named.text(row), c -> new BitSet()).set(row)));
                byName.forEach((name, rows) -> {
                    criteria.add(new UnmetCriterion(kind, variable, name, text(records, name, rows), rows));
                    open.andNot(rows);
                });
            }
        }
        return criteria;
    }

    /// Those of some records that say that a criterion was not satisfied.
    private static BitSet unmet(JoinedRecords records, BitSet selected) {
        BitSet failures = ScreenFailures.of(records.data().adsl());
        BitSet satisfied = new BitSet();
        boolean all = false;
        for (RowName.Subject kind : KINDS) {
            boolean failed = false;
            boolean passed = false;
            for (int row = selected.nextSetBit(0); row >= 0; row = selected.nextSetBit(row + 1)) {
                if (kind(records, row) == kind) {
                    boolean satisfies = satisfies(records, row, kind);
                    satisfied.set(row, satisfies);
                    all |= satisfies && !failures.get(records.subject(row));
                    passed |= satisfies;
                    failed |= !satisfies && !result(records, row).isEmpty();
                }
            }
            all |= passed && failed;
        }
        BitSet unmet = (BitSet) selected.clone();
        if (all) {
            unmet.andNot(satisfied);
        }
        return unmet;
    }

    private static boolean satisfies(JoinedRecords records, int row, RowName.Subject kind) {
        String result = result(records, row);
        return switch (kind) {
            case INCLUSION_NOT_MET -> result.equals("Y") || result.equals("YES");
            case EXCLUSION_MET -> result.equals("N") || result.equals("NO");
            default -> false;
        };
    }

    private static String result(JoinedRecords records, int row) {
        return RESULTS.stream().flatMap(v -> records.field(v).stream()).filter(field -> !field.isMissing(row))
                .map(field -> field.text(row).strip().toUpperCase(Locale.ROOT)).findFirst().orElse("");
    }

    /// The kind of a record's criterion, by how IECAT begins, or by how its code does where there is none.
    private static RowName.Subject kind(JoinedRecords records, int row) {
        String named = Stream.of("IECAT", "IETESTCD").flatMap(v -> records.field(v).stream())
                .filter(field -> !field.isMissing(row)).map(field -> field.text(row).strip().toUpperCase(Locale.ROOT))
                .findFirst().orElse("");
        if (named.startsWith("INCL")) {
            return RowName.Subject.INCLUSION_NOT_MET;
        }
        return named.startsWith("EXCL") ? RowName.Subject.EXCLUSION_MET : RowName.Subject.CRITERIA_NOT_MET;
    }

    private static RowLabel text(JoinedRecords records, String code, BitSet rows) {
        Optional<JoinedColumn> text = records.field("IETEST");
        return rows.stream()
                .filter(row -> text.map(field -> !field.isMissing(row)).orElse(false))
                .mapToObj(row -> (RowLabel) new RowLabel.OfLevel("IETEST", text.orElseThrow().text(row)))
                .findFirst()
                .orElseGet(() -> new RowLabel.Given(code));
    }
}

package org.tabularium.validation.record;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.YesNo;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A medication is prior or concomitant, or taken in the follow-up: one that is none of them by its flags, as where its dates are
/// not known, is in no table.
public final class UnplacedMedications implements Rule {

    private static final String DATASET = "ADCM";
    private static final String RELATION = "ATIREL";
    private static final String OCCURRED = "CMOCCUR";
    private static final List<String> FLAGS = List.of("PREFL", "ONTRTFL", "FUPFL");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(DATASET, FLAGS);
        requested.ask(DATASET, RELATION, OCCURRED);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset.of(data, DATASET).ifPresent(medications -> check(medications, findings));
    }

    private static void check(ExaminedDataset medications, Consumer<Finding> findings) {
        List<String> there = java.util.stream.Stream.concat(FLAGS.stream().limit(2), java.util.stream.Stream.of(RELATION))
                .filter(variable -> medications.text(variable).isPresent()).toList();
        IntPredicate placed = medications.where(RELATION, value -> !value.isEmpty());
        for (String flag : FLAGS) {
            placed = placed.or(medications.where(flag, value -> value.toUpperCase(Locale.ROOT).equals("Y")));
        }
        IntPredicate notTaken = medications.where(OCCURRED, value -> YesNo.of(value).filter(did -> !did).isPresent());
        int[] rows = IntStream.range(0, medications.rows()).filter(placed.or(notTaken).negate())
                .filter(row -> medications.subjects().of(row) != StudyData.UNKNOWN).toArray();
        if (!there.isEmpty() && rows.length > 0 && rows.length < medications.rows()) {
            String flags = String.join(", ", there.stream().map(medications::named).toList());
            findings.accept(medications.at(rows[0], Finding.note("MEDICATION_UNPLACED", "marks neither a prior nor a concomitant "
                    + "medication in " + String.format(Locale.ROOT, "%,d", rows.length) + " of "
                    + String.format(Locale.ROOT, "%,d", medications.rows()) + " rows, the first of them this; no table of "
                    + "medications has " + (rows.length == 1 ? "it" : "them")).of(flags)
                    .remedy("flag those whose dates are not known as the analysis plan says")));
        }
    }
}

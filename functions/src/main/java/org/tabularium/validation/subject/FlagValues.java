package org.tabularium.validation.subject;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.KnownVariables;
import org.tabularium.validation.rule.Rule;

/// A flag is Y, N or blank, once usual codings are read ([org.tabularium.study.FlagCoding]). One with other values and no Y at
/// all says nothing and rejects. Each other value is one finding with its first row, since it is a matter of coding and not of
/// rows.
public final class FlagValues implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.names(study).forEach(name -> requested.ask(name, KnownVariables.flags(study, name)));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            for (String flag : KnownVariables.flags(data.study(), dataset.name())) {
                dataset.text(flag).ifPresent(column -> check(dataset, column, findings));
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn flag, Consumer<Finding> findings) {
        int[] rows = flag.uses().rows();
        int[] first = flag.uses().first();
        boolean yes = IntStream.range(0, rows.length)
                .anyMatch(code -> rows[code] > 0 && flag.dictionary().get(code).strip().equals("Y"));
        for (int code = 0; code < rows.length; code++) {
            String value = flag.dictionary().get(code).strip();
            if (rows[code] > 0 && !value.isEmpty() && !value.equals("Y") && !value.equals("N")) {
                String where = rows[code] == 1 ? "" : String.format(Locale.ROOT, " (in %,d rows)", rows[code]);
                Finding finding = yes
                        ? Finding.warning("FLAG_VALUE", "is neither Y, N nor blank" + where + "; it does not count as Y")
                        : Finding.error("FLAG_VALUE",
                                "is neither Y, N nor blank" + where + ", and no row has Y: who is meant cannot be told");
                findings.accept(dataset.at(
                        first[code],
                        finding
                                .of(dataset.named(flag.variable().name()))
                                .value(value)
                                .remedy("code the flag as Y or N")));
            }
        }
    }
}

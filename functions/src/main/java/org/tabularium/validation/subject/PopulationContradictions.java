package org.tabularium.validation.subject;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.study.FlagCoding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// What ADSL says of a subject twice is the same: who failed screening is in no population, who is in the safety population was
/// treated and who was treated is in it, who completed has no reason for discontinuation and who discontinued has one.
public final class PopulationContradictions implements Rule {

    private static final List<String> FLAGS = List.of("ITTFL", "FASFL", "EFFFL", "PPROTFL", "SAFFL", "DLTEVLFL");
    /// Populations that are part of another one: the wider ones, of which the first that the data have counts.
    private static final Map<String, List<String>> SUBSETS = new TreeMap<>(Map.of("PPROTFL", List.of("FASFL", "EFFFL", "ITTFL"),
            "FASFL", List.of("ITTFL"), "ITTFL", List.of("ENRLFL"), "SAFFL", List.of("ENRLFL"), "DLTEVLFL", List.of("SAFFL")));
    private static final List<String> STARTS = List.of("TRTSDT", "TRTSDTM");
    private static final Set<String> COMPLETED = Set.of("COMPLETED", "COMPLETE", "COMPLETER");
    private static final Set<String> DISCONTINUED = Set.of("DISCONTINUED", "WITHDRAWN", "TERMINATED");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, Population.VARIABLES);
        requested.ask(Study.ADSL, ScreenFailures.VARIABLES);
        requested.ask(Study.ADSL, "EOSSTT", "DCSREAS");
        Optional.ofNullable(study.settings().records().dayZero()).ifPresent(day -> requested.ask(Study.ADSL, day));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        BitSet failures = ScreenFailures.of(data.adsl());
        FLAGS.stream().filter(flag -> adsl.column(flag).isPresent()).forEach(flag -> report(adsl, Finding
                .warning("POPULATION_DIFFERS", "is Y although the subject failed screening; it stands in the total and in no arm")
                .of(flag).remedy("correct the flag, or what says that screening failed"),
                is(adsl, flag).and(failures::get), findings));
        SUBSETS.forEach((flag, whole) -> {
            Optional<String> known = whole.stream().filter(wider -> adsl.column(wider).isPresent()).findFirst();
            if (adsl.column(flag).isPresent() && known.isPresent()
                    && IntStream.range(0, adsl.rows()).anyMatch(is(adsl, known.get()))) {
                report(adsl, Finding.warning("POPULATION_DIFFERS", "is Y although " + adsl.named(known.get())
                        + " is not, of which it is part; each table goes by its own flag")
                        .of(flag).remedy("correct whichever flag is wrong"),
                        is(adsl, flag).and(adsl.where(known.get(), PopulationContradictions::isNo))
                                .and(row -> !failures.get(row)),
                        findings);
            }
        });
        treated(adsl, failures, findings);
        infused(adsl, data.settings().records().dayZero(), failures, findings);
        disposition(adsl, failures, findings);
    }

    private static void treated(ExaminedDataset adsl, BitSet failures, Consumer<Finding> findings) {
        Optional<String> start = STARTS.stream().filter(v -> adsl.column(v).isPresent()).findFirst();
        if (start.isEmpty() || adsl.column("SAFFL").isEmpty()) {
            return;
        }
        IntPredicate begun = STARTS.stream().map(v -> given(adsl, v)).reduce(row -> false, IntPredicate::or);
        IntPredicate safe = is(adsl, "SAFFL").and(row -> !failures.get(row));
        report(adsl, Finding.warning("POPULATION_DIFFERS", "is Y although the subject has no date of first treatment ("
                + adsl.named(start.get()) + ")").of("SAFFL").remedy("correct the flag or the date; safety tables go by the flag"),
                safe.and(begun.negate()), findings);
        report(adsl, Finding.note("POPULATION_DIFFERS", "is not Y although the subject has a date of first treatment ("
                + adsl.named(start.get()) + "); safety tables leave it out").of("SAFFL").remedy("nothing, if that is meant"),
                begun.and(is(adsl, "SAFFL").negate()), findings);
    }

    /// Who was not infused cannot be evaluable for a toxicity of the infusion, on which the decision of an escalation hangs.
    private static void infused(ExaminedDataset adsl, @Nullable String dayZero, BitSet failures, Consumer<Finding> findings) {
        if (dayZero != null && adsl.column(dayZero).isPresent() && adsl.column("DLTEVLFL").isPresent()) {
            report(adsl, Finding.warning("POPULATION_DIFFERS", "is Y although the subject has no date of the infusion ("
                    + adsl.named(dayZero) + "); it counts in the decision on the dose").of("DLTEVLFL")
                    .remedy("correct the flag or the date"),
                    is(adsl, "DLTEVLFL").and(is(adsl, "SAFFL")).and(row -> !failures.get(row))
                            .and(given(adsl, dayZero).negate()),
                    findings);
        }
    }

    private static void disposition(ExaminedDataset adsl, BitSet failures, Consumer<Finding> findings) {
        Optional<Column> status = adsl.column("EOSSTT");
        if (status.isPresent() && IntStream.range(0, adsl.rows()).anyMatch(given(adsl, "EOSSTT"))) {
            long blank = IntStream.range(0, adsl.rows()).filter(row -> !failures.get(row) && status.get().isMissing(row)).count();
            if (blank > 0) {
                findings.accept(adsl.in(Finding.note("DISPOSITION_DIFFERS", "is blank for " + blank
                        + (blank == 1 ? " subject, who is" : " subjects, who are") + " in no row of the disposition by status")
                        .of(adsl.named("EOSSTT")).remedy("write ONGOING, if that is meant")));
            }
        }
        if (adsl.column("EOSSTT").isEmpty() || adsl.column("DCSREAS").isEmpty()) {
            return;
        }
        IntPredicate reason = given(adsl, "DCSREAS").and(word(adsl, "DCSREAS", COMPLETED).negate());
        report(adsl, Finding.warning("DISPOSITION_DIFFERS", "is a reason for discontinuation of a subject who completed ("
                + adsl.named("EOSSTT") + "); no table has it").of("DCSREAS").remedy("correct whichever is wrong"),
                reason.and(word(adsl, "EOSSTT", COMPLETED)), findings);
        report(adsl, Finding.note("DISPOSITION_DIFFERS", "gives no reason for a discontinuation (" + adsl.named("EOSSTT")
                + "), so that the reasons are fewer than who discontinued").of("DCSREAS").remedy("fill in the reason"),
                given(adsl, "DCSREAS").negate().and(word(adsl, "EOSSTT", DISCONTINUED)).and(row -> !failures.get(row)), findings);
    }

    private static void report(ExaminedDataset adsl, Finding pattern, IntPredicate differs, Consumer<Finding> findings) {
        String variable = Objects.requireNonNull(pattern.variable());
        Column column = adsl.column(variable).orElseThrow();
        boolean flag = FlagCoding.isFlag(variable);
        try (RowFindings rows = new RowFindings(adsl, pattern, findings)) {
            IntStream.range(0, adsl.rows()).filter(differs)
                    .forEach(row -> rows.add(row, at -> flag ? "" : ValueText.text(column, at)));
        }
    }

    private static IntPredicate is(ExaminedDataset adsl, String flag) {
        return adsl.where(flag, "Y"::equalsIgnoreCase);
    }

    private static IntPredicate given(ExaminedDataset adsl, String variable) {
        Optional<Column> column = adsl.column(variable);
        return row -> column.isPresent() && !column.get().isMissing(row);
    }

    private static IntPredicate word(ExaminedDataset adsl, String variable, Set<String> words) {
        return adsl.where(variable, word -> words.contains(word.toUpperCase(Locale.ROOT)));
    }

    private static boolean isNo(String value) {
        return value.isEmpty() || value.equalsIgnoreCase("N");
    }
}

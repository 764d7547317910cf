package org.tabularium.validation.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.FatalEvents;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Those who died are the same subjects by ADSL's flag and date, by the fatal events of ADAE, by the disposition, by overall
/// survival and by the death details of SDTM (DD), which say nothing of whom they do not name. A difference may be right (a
/// death long after the last adverse event), so one finding counts and names them for somebody to look.
public final class Deaths implements Rule {

    private static final Set<String> WORDS = Set.of("DEATH", "DIED", "DEAD", "DECEASED");
    private static final String DETAILS = "DD";
    private static final List<String> DETAILED = List.of("DDTESTCD", "DDORRES", "DDSTRESC");
    private static final int NAMED = 5;

    /// @param words where this is said, e.g. `the disposition (DCSREAS)`
    /// @param died by subject
    /// @param silent subjects of whom the source says nothing
    private record Source(String words, BitSet died, BitSet silent) {
        Source(String words, BitSet died) {
            this(words, died, new BitSet());
        }

        int count() {
            return died.cardinality();
        }
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "USUBJID", "DTHFL", "DTHDT", "EOSSTT", "DCSREAS");
        requested.ask("ADAE", FatalEvents.variables());
        OverallSurvival.ask(requested);
        requested.ask(DETAILS, DETAILED);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<Source> sources = new ArrayList<>();
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        sources.addAll(subjectLevel(adsl));
        ExaminedDataset.of(data, "ADAE").filter(FatalEvents::areKnown).map(adae -> events(adae, adsl.rows()))
                .ifPresent(sources::add);
        disposition(adsl).ifPresent(sources::add);
        ExaminedDataset.of(data, OverallSurvival.DATASET).ifPresent(times -> {
            survival(times, adsl).ifPresent(sources::add);
            eventsOfDeath(times, adsl.rows()).ifPresent(sources::add);
        });
        boolean told = adsl.column("DTHFL").isPresent() || adsl.column("DTHDT").isPresent();
        details(data, adsl.rows()).ifPresent(details -> {
            sources.add(details);
            if (!told) {
                findings.accept(adsl.in(Finding.warning("DEATHS_UNFLAGGED", "has neither a flag nor a date of death, although "
                        + details.count() + (details.count() == 1 ? " subject" : " subjects") + " died by " + details.words()
                        + "; no table of deaths is made").of("DTHFL").remedy("derive DTHFL and DTHDT")));
            }
        });
        if (sources.size() > 1) {
            compare(adsl, sources, findings);
        }
    }

    /// One source of flag and date, or two where a date stands beside no flag. A death without a date is none of those that the
    /// date tells of.
    private static List<Source> subjectLevel(ExaminedDataset adsl) {
        Column date = adsl.column("DTHDT").orElse(null);
        if (date == null && adsl.text("DTHFL").isEmpty()) {
            return List.of();
        }
        IntPredicate flag = adsl.where("DTHFL", "Y"::equals);
        BitSet flagged = mark(adsl, flag);
        BitSet dated = mark(adsl, row -> date != null && !date.isMissing(row));
        BitSet either = (BitSet) flagged.clone();
        either.or(dated);
        if (adsl.text("DTHFL").isEmpty() || either.equals(flagged)) {
            return List.of(new Source("ADSL's death flag or date", either));
        }
        BitSet undated = mark(adsl, row -> !dated.get(row));
        return List.of(new Source("ADSL's death flag", flagged), new Source("ADSL's date of death", dated, undated));
    }

    private static Source events(ExaminedDataset adae, int subjectCount) {
        IntPredicate fatal = FatalEvents.of(adae);
        RowSubjects subjects = adae.subjects();
        BitSet died = new BitSet(subjectCount);
        for (int row = 0; row < adae.rows(); row++) {
            int subject = subjects.of(row);
            if (subject != StudyData.UNKNOWN && fatal.test(row)) {
                died.set(subject);
            }
        }
        return new Source("the fatal events of ADAE", died);
    }

    /// A status that never says death (COMPLETED, DISCONTINUED) without a reason beside it says nothing of deaths.
    private static Optional<Source> disposition(ExaminedDataset adsl) {
        IntPredicate status = adsl.where("EOSSTT", Deaths::isDeath);
        IntPredicate reason = adsl.where("DCSREAS", Deaths::isDeath);
        BitSet died = mark(adsl, status.or(reason));
        Source source = new Source("the disposition", died);
        boolean tells = adsl.text("DCSREAS").filter(Deaths::hasValues).isPresent() || source.count() > 0;
        return tells ? Optional.of(source) : Optional.empty();
    }

    /// Overall survival: an event (CNSR = 0) is a death. Who has no record, or was censored before the date of death in
    /// ADSL, is
    /// one of whom it says nothing.
    private static Optional<Source> survival(ExaminedDataset times, ExaminedDataset adsl) {
        NumericColumn censored = times.number("CNSR").orElse(null);
        IntPredicate isSurvival = OverallSurvival.of(times);
        DatasetDates until = times.column("ADT").map(DatasetDates::of).orElse(null);
        DatasetDates death = adsl.column("DTHDT").map(DatasetDates::of).orElse(null);
        RowSubjects subjects = times.subjects();
        BitSet died = new BitSet();
        BitSet heard = new BitSet();
        for (int row = 0; row < times.rows() && censored != null; row++) {
            int subject = subjects.of(row);
            if (subject == StudyData.UNKNOWN || censored.isMissing(row) || !isSurvival.test(row)) {
                continue;
            }
            if (censored.value(row) == 0) {
                died.set(subject);
                heard.set(subject);
            } else
                if (until == null || death == null || until.epochDay(row) == DatasetDates.ABSENT
                        || death.epochDay(subject) <= until.epochDay(row)) {
                            heard.set(subject);
                        }
        }
        BitSet silent = new BitSet();
        silent.set(0, adsl.rows());
        silent.andNot(heard);
        return heard.isEmpty() ? Optional.empty() : Optional.of(new Source("overall survival in ADTTE", died, silent));
    }

    /// Whoever has an event of another time, as of progression-free survival, that was the death (EVNTDESC); it says nothing of
    /// those whose event was another.
    private static Optional<Source> eventsOfDeath(ExaminedDataset times, int subjectCount) {
        NumericColumn censored = times.number("CNSR").orElse(null);
        IntPredicate death = times.where(OverallSurvival.EVENT, Deaths::isDeath).and(OverallSurvival.of(times).negate());
        RowSubjects subjects = times.subjects();
        BitSet died = new BitSet(subjectCount);
        for (int row = 0; row < times.rows() && censored != null; row++) {
            int subject = subjects.of(row);
            if (subject != StudyData.UNKNOWN && censored.value(row) == 0 && death.test(row)) {
                died.set(subject);
            }
        }
        BitSet silent = new BitSet();
        silent.set(0, subjectCount);
        silent.andNot(died);
        return died.isEmpty() ? Optional.empty() : Optional.of(new Source("the events in ADTTE that were deaths", died, silent));
    }

    /// Whoever the death details name died; where only what was found of a death stands without a result, nobody did.
    private static Optional<Source> details(StudyData data, int subjectCount) {
        Optional<ExaminedDataset> details = ExaminedDataset.of(data, DETAILS);
        if (details.isEmpty()) {
            return Optional.empty();
        }
        List<Column> results = List.of("DDORRES", "DDSTRESC").stream().flatMap(name -> details.get().column(name).stream())
                .toList();
        RowSubjects subjects = details.get().subjects();
        BitSet died = new BitSet(subjectCount);
        for (int row = 0; row < details.get().rows(); row++) {
            int at = row;
            if (subjects.of(row) != StudyData.UNKNOWN
                    && (results.isEmpty() || results.stream().anyMatch(result -> !result.isMissing(at)))) {
                died.set(subjects.of(row));
            }
        }
        BitSet silent = new BitSet();
        silent.set(0, subjectCount);
        silent.andNot(died);
        return died.isEmpty() ? Optional.empty() : Optional.of(new Source("the death details (DD)", died, silent));
    }

    private static boolean hasValues(TextColumn column) {
        return java.util.stream.IntStream.range(0, column.size()).anyMatch(row -> !column.isMissing(row));
    }

    private static boolean isDeath(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return WORDS.contains(upper) || upper.startsWith("DEATH ");
    }

    private static BitSet mark(ExaminedDataset adsl, IntPredicate died) {
        BitSet marked = new BitSet(adsl.rows());
        for (int row = 0; row < adsl.rows(); row++) {
            marked.set(row, died.test(row));
        }
        return marked;
    }

    private static void compare(ExaminedDataset adsl, List<Source> sources, Consumer<Finding> findings) {
        TextColumn ids = adsl.text("USUBJID").orElseThrow();
        List<String> named = new ArrayList<>();
        Map<String, Integer> differing = new LinkedHashMap<>();
        int count = 0;
        for (int row = 0; row < adsl.rows(); row++) {
            int subject = row;
            List<Source> telling = sources.stream().filter(s -> !s.silent().get(subject)).toList();
            String died = words(telling, subject, true);
            String not = words(telling, subject, false);
            if (!died.isEmpty() && !not.isEmpty()) {
                differing.merge("died by " + died + " but not by " + not, 1, Integer::sum);
                count++;
                if (count <= NAMED) {
                    named.add(ids.value(row).strip());
                }
            }
        }
        if (count > 0) {
            findings.accept(adsl.in(finding(sources, differing, count, named).of(adsl.named("USUBJID"))));
        }
    }

    private static Finding finding(List<Source> sources, Map<String, Integer> differing, int count, List<String> named) {
        String totals = sources.stream().map(s -> s.count() + " by " + s.words()).collect(Collectors.joining(", "));
        String how = differing.entrySet().stream().map(d -> d.getValue() + " " + d.getKey()).collect(Collectors.joining(", "));
        String counted = count > NAMED ? "and " + (count - NAMED) + " more " : "";
        return Finding
                .warning("DEATHS_DIFFER", counted + "died by one source and not by another: " + how + "; deaths are " + totals)
                .value(String.join(", ", named))
                .remedy("check who died and when; the tables show each source as it is");
    }

    private static String words(List<Source> sources, int subject, boolean died) {
        return sources.stream().filter(s -> s.died().get(subject) == died).map(Source::words)
                .collect(Collectors.joining(" and "));
    }
}

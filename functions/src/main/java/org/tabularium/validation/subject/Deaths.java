package org.tabularium.validation.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.event.FatalEvents;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Those who died are the same subjects by ADSL's flag and date, by the fatal events of ADAE, by the disposition and by overall survival. A difference may be right (a death
/// long after the last adverse event), so one line says how many there are by each and names subjects for somebody to look.
public final class Deaths implements Rule {

    private static final Set<String> WORDS = Set.of("DEATH", "DIED", "DEAD", "DECEASED");
    private static final String SURVIVAL = "OS";
    private static final int NAMED = 5;

    /// @param words where this is said, e.g. `the disposition (DCSREAS)`
    /// @param died by subject
    /// @param told of whom it says anything
    private record Source(String words, BitSet died, BitSet told) {
        int count() {
            return died.cardinality();
        }
    }

    @Override
    public void ask(Study study, RequestedColumns demand) {
        demand.ask(Study.ADSL, "USUBJID", "DTHFL", "DTHDT", "EOSSTT", "DCSREAS");
        demand.ask("ADAE", FatalEvents.variables());
        withTimes(study).forEach(name -> demand.ask(name, "PARAMCD", "CNSR"));
    }

    private static List<String> withTimes(Study study) {
        return ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "CNSR")).toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<Source> sources = new ArrayList<>();
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        subjectLevel(adsl).ifPresent(sources::add);
        ExaminedDataset.of(data, "ADAE").filter(FatalEvents::areKnown).map(adae -> events(adae, adsl.rows()))
                .ifPresent(sources::add);
        disposition(adsl).ifPresent(sources::add);
        ExaminedDataset.of(data, withTimes(data.study())).forEach(times -> survival(times, data).ifPresent(sources::add));
        if (sources.size() > 1) {
            compare(adsl, sources, findings);
        }
    }

    /// Who died by overall survival, which is of those who have a time.
    private static Optional<Source> survival(ExaminedDataset times, StudyData data) {
        IntPredicate overall = times.where("PARAMCD", data.study().names().parameter(SURVIVAL)::equals);
        BitSet died = new BitSet();
        BitSet told = new BitSet();
        times.number("CNSR").ifPresent(censored -> IntStream.range(0, times.rows())
                .filter(row -> overall.test(row) && !censored.isMissing(row) && times.subjects().of(row) != StudyData.UNKNOWN)
                .forEach(row -> {
                    told.set(times.subjects().of(row));
                    if (censored.value(row) == 0) {
                        died.set(times.subjects().of(row));
                    }
                }));
        return told.isEmpty() ? Optional.empty() : Optional.of(new Source("overall survival (OS of " + times.name() + ")", died, told));
    }

    private static BitSet everybody(int subjects) {
        BitSet all = new BitSet();
        all.set(0, subjects);
        return all;
    }

    private static Optional<Source> subjectLevel(ExaminedDataset adsl) {
        Column date = adsl.column("DTHDT").orElse(null);
        if (date == null && adsl.text("DTHFL").isEmpty()) {
            return Optional.empty();
        }
        IntPredicate flag = adsl.where("DTHFL", "Y"::equals);
        return Optional.of(new Source("ADSL's death flag or date",
                mark(adsl, row -> flag.test(row) || (date != null && !date.isMissing(row))), everybody(adsl.rows())));
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
        return new Source("the fatal events of ADAE", died, everybody(subjectCount));
    }

    /// A status that never says death (COMPLETED, DISCONTINUED) without a reason beside it says nothing of deaths.
    private static Optional<Source> disposition(ExaminedDataset adsl) {
        IntPredicate status = adsl.where("EOSSTT", Deaths::isDeath);
        IntPredicate reason = adsl.where("DCSREAS", Deaths::isDeath);
        BitSet died = mark(adsl, status.or(reason));
        Source source = new Source("the disposition", died, everybody(adsl.rows()));
        boolean tells = adsl.text("DCSREAS").filter(Deaths::hasValues).isPresent() || source.count() > 0;
        return tells ? Optional.of(source) : Optional.empty();
    }

    private static boolean hasValues(TextColumn column) {
        return IntStream.range(0, column.size()).anyMatch(row -> !column.isMissing(row));
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
        List<Integer> differing = IntStream.range(0, adsl.rows())
                .filter(subject -> sources.stream().filter(s -> s.told().get(subject)).map(s -> s.died().get(subject)).distinct()
                        .count() > 1)
                .boxed()
                .toList();
        if (differing.isEmpty()) {
            return;
        }
        TextColumn ids = adsl.text("USUBJID").orElseThrow();
        String counts = sources.stream().map(s -> s.count() + " by " + s.words()).collect(Collectors.joining(", "));
        String named = differing.stream().limit(NAMED)
                .map(subject -> ids.value(subject).strip() + " (died by " + words(sources, subject, true) + ", not by "
                        + words(sources, subject, false) + ")")
                .collect(Collectors.joining(", "));
        findings.accept(adsl.in(Finding.warning("DEATHS_DIFFER", "deaths are " + counts + "; "
                + (differing.size() == 1 ? "1 subject differs: " : differing.size() + " subjects differ: ") + named
                + (differing.size() > NAMED ? " and " + (differing.size() - NAMED) + " more" : ""))
                .remedy("check who died and when; the tables show each source as it is")));
    }

    private static String words(List<Source> sources, int subject, boolean died) {
        return sources.stream().filter(s -> s.told().get(subject) && s.died().get(subject) == died).map(Source::words)
                .collect(Collectors.joining(" and "));
    }
}

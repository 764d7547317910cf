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
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.event.FatalEvents;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Those who died are the same subjects by ADSL's flag and date, by the fatal events of ADAE and by the disposition. A difference may be right (a death
/// long after the last adverse event), so the subjects are named for somebody to look.
public final class Deaths implements Rule {

    private static final Set<String> WORDS = Set.of("DEATH", "DIED", "DEAD", "DECEASED");

    /// @param words where this is said, e.g. `the disposition (DCSREAS)`
    /// @param died by subject
    private record Source(String words, BitSet died) {
        int count() {
            return died.cardinality();
        }
    }

    @Override
    public void ask(Study study, RequestedColumns demand) {
        demand.ask(Study.ADSL, "USUBJID", "DTHFL", "DTHDT", "EOSSTT", "DCSREAS");
        demand.ask("ADAE", FatalEvents.variables());
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<Source> sources = new ArrayList<>();
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        subjectLevel(adsl).ifPresent(sources::add);
        ExaminedDataset.of(data, "ADAE").filter(FatalEvents::areKnown).map(adae -> events(adae, adsl.rows()))
                .ifPresent(sources::add);
        disposition(adsl).ifPresent(sources::add);
        if (sources.size() > 1) {
            compare(adsl, sources, findings);
        }
    }

    private static Optional<Source> subjectLevel(ExaminedDataset adsl) {
        Column date = adsl.column("DTHDT").orElse(null);
        if (date == null && adsl.text("DTHFL").isEmpty()) {
            return Optional.empty();
        }
        IntPredicate flag = adsl.where("DTHFL", "Y"::equals);
        return Optional.of(new Source("ADSL's death flag or date",
                mark(adsl, row -> flag.test(row) || (date != null && !date.isMissing(row)))));
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
        List<Integer> differing = new ArrayList<>();
        for (int subject = 0; subject < adsl.rows(); subject++) {
            boolean first = sources.getFirst().died().get(subject);
            for (Source source : sources) {
                if (source.died().get(subject) != first) {
                    differing.add(subject);
                    break;
                }
            }
        }
        if (differing.isEmpty()) {
            return;
        }
        Finding pattern = Finding.warning("DEATHS_DIFFER", "")
                .remedy("check who died and when; the tables show each source as it is");
        String counts = sources.stream().map(s -> s.count() + " by " + s.words()).collect(Collectors.joining(", "));
        String subjects = differing.size() == 1 ? "1 subject differs" : differing.size() + " subjects differ";
        findings.accept(
                adsl.in(Finding.warning("DEATHS_DIFFER", "deaths are " + counts + "; " + subjects).remedy(pattern.remedy())));
        TextColumn ids = adsl.text("USUBJID").orElseThrow();
        try (RowFindings rows = new RowFindings(adsl, pattern.of("USUBJID"), findings)) {
            for (int subject : differing) {
                rows.add(subject, ids.value(subject).strip(),
                        "died by " + words(sources, subject, true) + " but not by " + words(sources, subject, false));
            }
        }
    }

    private static String words(List<Source> sources, int subject, boolean died) {
        return sources.stream().filter(s -> s.died().get(subject) == died).map(Source::words)
                .collect(Collectors.joining(" and "));
    }
}

package org.tabularium.validation.subject;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// The age is in the age group that ADSL names (AGEGR1 …), where the name of the group is a range of whole years: "<65", "≥75
/// years", "18-64", "65 to 80 years". Others are not judged.
public final class AgeGroups implements Rule {

    private static final List<String> GROUPS = List.of("AGEGR1", "AGEGR2", "AGEGR3");
    private static final String YEARS = "\\s*(?:years?|yrs?|y)?(?: of age)?";
    private static final Pattern ONE_SIDED = Pattern.compile("(<=|>=|=<|=>|≤|≥|<|>)\\s*(\\d{1,3})" + YEARS,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*(?:-|–|to)\\s*(\\d{1,3})" + YEARS,
            Pattern.CASE_INSENSITIVE);

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "AGE", "AGEU");
        requested.ask(Study.ADSL, GROUPS);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        adsl.number("AGE").ifPresent(age -> GROUPS.forEach(
                group -> adsl.text(group).ifPresent(groups -> check(adsl, age, groups, findings))));
    }

    private static void check(ExaminedDataset adsl, NumericColumn age, TextColumn groups, Consumer<Finding> findings) {
        List<Optional<DoublePredicate>> ranges = groups.dictionary().stream().map(AgeGroups::range).toList();
        Finding pattern = Finding.warning("AGE_GROUP", "").of(groups.variable().name())
                .remedy("correct whichever is wrong; tables of age go by AGE, those of age groups by the group");
        try (RowFindings rows = new RowFindings(adsl, pattern, findings)) {
            for (int row = 0; row < adsl.rows(); row++) {
                Optional<DoublePredicate> range = ranges.get(groups.code(row));
                if (range.isPresent() && !age.isMissing(row) && !range.get().test(age.value(row))) {
                    rows.add(row, at -> ValueText.text(groups, at),
                            at -> "is not the group of the age (" + adsl.named("AGE") + ") " + ValueText.number(age.value(at)));
                }
            }
        }
    }

    /// Whether an age is in a group; empty where the name of the group is no range.
    private static Optional<DoublePredicate> range(String group) {
        String text = group.strip();
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = Integer.parseInt(range.group(2));
            return Optional.of(age -> age >= from && age < to + 1);
        }
        Matcher side = ONE_SIDED.matcher(text);
        if (!side.matches()) {
            return Optional.empty();
        }
        int limit = Integer.parseInt(side.group(2));
        return Optional.of(switch (side.group(1)) {
            case "<" -> age -> age < limit;
            case ">" -> age -> age > limit;
            case "<=", "=<", "≤" -> age -> age < limit + 1;
            default -> age -> age >= limit;
        });
    }
}

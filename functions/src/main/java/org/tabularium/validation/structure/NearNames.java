package org.tabularium.validation.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.KnownVariables;
import org.tabularium.validation.rule.Rule;

/// A variable that we would read and that is not there, while one with nearly its name is: one letter more, less, other, or two
/// exchanged.
///
/// ADaM has many regular siblings that are as near (AGEGR1 and AGEGR2, SEX and SEXN, ASTDT and ASTDTM, SAFFL and SAFFN): they are
/// no slips.
public final class NearNames implements Rule {

    /// Shorter names have too many neighbours.
    private static final int SHORTEST = 5;
    /// Endings that ADaM gives meaning to: numeric, character, datetime, imputation flag, low and high, other specify.
    private static final String COMPANIONS = "NCMFLHP";
    private static final Set<String> KNOWN = KnownVariables.all();

    @Override
    public void ask(Study study, RequestedColumns requested) {
        // Names stand in the headers; no column is needed.
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Study study = data.study();
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(study))) {
            Set<String> known = KnownVariables.of(study, dataset.name());
            List<String> lacking = known.stream().filter(ours -> !study.has(dataset.name(), ours)).toList();
            List<String> candidates = candidates(study, dataset, known);
            candidates.forEach(name -> lacking.stream().filter(ours -> isSlip(ours, name)).findFirst()
                    .ifPresent(ours -> findings.accept(dataset.in(finding(ours, name)))));
        }
    }

    /// The dataset's variables that no table reads, no standard names and study.yaml does not mention.
    private static List<String> candidates(Study study, ExaminedDataset dataset, Set<String> known) {
        Set<String> read = known.stream().map(dataset::named).collect(Collectors.toSet());
        Set<String> mapped = Set.copyOf(study.settings().variables().values());
        return study.variables(dataset.name()).stream()
                .filter(name -> !KNOWN.contains(name) && !read.contains(name) && !mapped.contains(name)
                        && !StandardNames.isStandard(name))
                .toList();
    }

    /// The variable that tables read whose name a slip made of this one; empty for a name of ADaM or SDTM and for any other.
    ///
    /// @param name upper case
    public static Optional<String> slipOf(String name) {
        return KNOWN.contains(name) || StandardNames.isStandard(name)
                ? Optional.empty()
                : KNOWN.stream().sorted().filter(ours -> isSlip(ours, name)).findFirst();
    }

    private static Finding finding(String ours, String name) {
        return Finding.warning("NEAR_NAME", "is nearly " + ours + ", which the dataset lacks; it is not read")
                .of(name)
                .remedy("rename it, or write variables: {" + ours + ": " + name + "} in study.yaml, if " + ours + " is meant");
    }

    /// Whether a name looks like ours with one slip of the fingers.
    static boolean isSlip(String ours, String name) {
        return ours.length() >= SHORTEST && isNear(ours, name) && digits(ours).equals(digits(name)) && !isCompanion(ours, name)
                && !isCompanion(name, ours);
    }

    /// One letter inserted, left out or replaced, or two neighbours exchanged.
    private static boolean isNear(String a, String b) {
        int start = 0;
        while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < a.length() - start && end < b.length() - start
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        String left = a.substring(start, a.length() - end);
        String right = b.substring(start, b.length() - end);
        boolean one = left.length() <= 1 && right.length() <= 1 && !a.equals(b);
        boolean exchanged = left.length() == 2 && right.length() == 2 && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
        return one || exchanged;
    }

    private static String digits(String name) {
        return name.replaceAll("[^0-9]", "");
    }

    /// A longer name that is the other with a meaningful ending, or one such ending in the place of another, or the day to a date
    /// (ASTDY).
    private static boolean isCompanion(String name, String other) {
        if (other.length() == name.length() + 1 && other.startsWith(name)) {
            return COMPANIONS.indexOf(other.charAt(other.length() - 1)) >= 0;
        }
        if (other.length() != name.length() || !other.regionMatches(0, name, 0, name.length() - 1)) {
            return false;
        }
        char last = name.charAt(name.length() - 1);
        char otherLast = other.charAt(other.length() - 1);
        return (last == 'T' && otherLast == 'Y') || (COMPANIONS.indexOf(last) >= 0 && COMPANIONS.indexOf(otherLast) >= 0);
    }
}

package org.tabularium.validation.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.lupus.BilagSystem;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.VisitName;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Within a parameter a visit has one number and a number one visit (ADaM): scheduled visits with several AVISITN, which stand
/// where the least places them, and numbers of several visits, which remain visits of their own. Records made of others (DTYPE)
/// are no visits.
public final class VisitNumbers implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study)
                .forEach(name -> requested.ask(name, "PARAMCD", "AVISIT", "AVISITN", "DTYPE"));
    }

    @Override
    public boolean looksAtEachRecord() {
        return true;
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> visits = dataset.text("AVISIT");
            Optional<NumericColumn> numbers = dataset.number("AVISITN");
            if (visits.isPresent() && numbers.isPresent()) {
                Numbered numbered = new Numbered(dataset, visits.get(), numbers.get());
                if (!numbered.isOneToOne()) {
                    List<Use> uses = numbered.uses();
                    report(dataset, uses, true, findings);
                    report(dataset, uses, false, findings);
                    ofComponents(dataset, uses, findings);
                }
            }
        }
    }

    /// A number that is one visit of some components of an endpoint and another of others: the endpoint has neither.
    private static void ofComponents(ExaminedDataset dataset, List<Use> uses, Consumer<Finding> findings) {
        Set<String> components = Stream.of(Stream.of(Sledai2k.TOTAL, "PGA", "PREDDOSE"),
                Sledai2k.ITEMS.stream().map(Sledai2k.Item::parameter),
                Stream.of(BilagSystem.values()).map(BilagSystem::parameter)).flatMap(codes -> codes)
                .map(dataset::parameter).collect(Collectors.toSet());
        Map<Double, Map<String, Use>> byNumber = new TreeMap<>();
        uses.stream().filter(use -> components.contains(use.parameter)).forEach(use -> byNumber
                .computeIfAbsent(use.number, n -> new LinkedHashMap<>()).putIfAbsent(new VisitName(use.visit).key(), use));
        List<Use> several = byNumber.values().stream().filter(visits -> visits.size() > 1)
                .map(visits -> List.copyOf(visits.values()))
                .filter(group -> group.stream().map(use -> use.parameter).distinct().count() == group.size()).findFirst()
                .orElse(List.of());
        if (!several.isEmpty()) {
            findings.accept(dataset.at(several.get(1).first, Finding
                    .warning("VISIT_NUMBER_SHARED", "is the number of " + several.stream()
                            .map(use -> "\"" + use.visit + "\" (" + use.parameter + ")").collect(Collectors.joining(" and "))
                            + "; an endpoint derived from both has neither visit")
                    .of(dataset.named("AVISITN")).value(several.getFirst().numberText())
                    .remedy("give the same visit one name")));
        }
    }

    /// The records of a parameter at one visit under one number.
    private static final class Use {
        private final String parameter;
        private final String visit;
        private final boolean named;
        private final double number;
        private final int first;
        private int rows;

        Use(String parameter, String visit, boolean named, double number, int first) {
            this.parameter = parameter;
            this.visit = visit;
            this.named = named;
            this.number = number;
            this.first = first;
        }

        String numberText() {
            return ValueText.number(number);
        }
    }

    /// @param visits whether visits of several numbers are looked for, else numbers of several visits
    private static void report(ExaminedDataset dataset, List<Use> uses, boolean visits, Consumer<Finding> findings) {
        Map<List<Object>, List<Use>> together = uses.stream().collect(Collectors.groupingBy(
                use -> List.of(use.parameter, visits ? new VisitName(use.visit).key() : use.number), LinkedHashMap::new,
                Collectors.toList()));
        together.values().removeIf(group -> group.size() < 2);
        if (together.isEmpty()) {
            return;
        }
        List<Use> group = together.values().iterator().next();
        long others = together.keySet().stream().map(key -> key.get(1)).distinct().count() - 1;
        findings.accept(dataset.at(group.get(1).first, visits
                ? numberedTwice(dataset, group, like(others))
                : shared(dataset, group, like(others))));
    }

    private static Finding numberedTwice(ExaminedDataset dataset, List<Use> group, String like) {
        List<Use> sorted = group.stream().sorted((a, b) -> Double.compare(a.number, b.number)).toList();
        String each = sorted.stream()
                .map(use -> use.numberText() + String.format(Locale.ROOT, " in %,d %s", use.rows, use.rows == 1 ? "row" : "rows"))
                .collect(Collectors.joining(" and "));
        return Finding
                .warning("VISIT_NUMBERED_TWICE", "has " + dataset.named("AVISITN") + " " + each + of(group) + like
                        + "; it is one visit, which stands where " + sorted.getFirst().numberText() + " places it")
                .of(dataset.named("AVISIT")).value(group.getFirst().visit)
                .remedy("give each visit one number, or visits that differ names that differ");
    }

    private static Finding shared(ExaminedDataset dataset, List<Use> group, String like) {
        String each = group.stream()
                .map(use -> "\"" + use.visit + "\"" + (use.named ? "" : " (rows without " + dataset.named("AVISIT") + ")"))
                .collect(Collectors.joining(" and "));
        return Finding
                .warning("VISIT_NUMBER_SHARED", "is the number of " + each + of(group) + like
                        + "; each is a visit of its own, in the order of the times that their names say")
                .of(dataset.named("AVISITN")).value(group.getFirst().numberText())
                .remedy("give each visit a number of its own, or the same visit one name");
    }

    private static String of(List<Use> group) {
        String parameter = group.getFirst().parameter;
        return parameter.isEmpty() ? "" : " of " + parameter;
    }

    private static String like(long others) {
        if (others == 0) {
            return "";
        }
        return ", like " + (others == 1 ? "1 other" : others + " others");
    }

    /// Rows with a number and a scheduled visit. Where AVISIT is blank the visit is called by its number, as in tables.
    private static final class Numbered {
        private static final int NONE = -1;
        /// Rows looked at at once.
        private static final int BLOCK = 2_048;

        private final ExaminedDataset dataset;
        private final TextColumn visits;
        private final NumericColumn numbers;
        private final IntPredicate derived;
        private final Map<String, Integer> keys = new HashMap<>();
        private final int[] visitOfCode;

        Numbered(ExaminedDataset dataset, TextColumn visits, NumericColumn numbers) {
            this.dataset = dataset;
            this.visits = visits;
            this.numbers = numbers;
            this.derived = dataset.where("DTYPE", type -> !type.isEmpty());
            this.visitOfCode = visits.dictionary().stream().mapToInt(this::visit).toArray();
        }

        private int visit(String written) {
            VisitName name = new VisitName(written);
            return written.isBlank() || name.isUnscheduled() ? NONE : keys.computeIfAbsent(name.key(), k -> keys.size());
        }

        private String name(int row) {
            return visits.isMissing(row)
                    ? VisitName.numbered(ValueText.text(numbers, row)).written()
                    : visits.dictionary().get(visits.code(row)).strip();
        }

        /// The visit of a row; [#NONE] where it has none, an unscheduled one, no number, or is made of other records.
        private int visitOf(int row) {
            if (numbers.isMissing(row) || derived.test(row)) {
                return NONE;
            }
            return visits.isMissing(row) ? visit(name(row)) : visitOfCode[visits.code(row)];
        }

        /// Whether in all of the dataset each visit has one number and each number one visit, as is mostly so.
        boolean isOneToOne() {
            Map<Integer, Double> numberOf = new HashMap<>();
            Map<Double, Integer> visitOfNumber = new HashMap<>();
            double[] known = new double[keys.size()];
            Arrays.fill(known, Double.NaN);
            int[] codes = new int[BLOCK];
            double[] own = new double[BLOCK];
            for (int from = 0; from < dataset.rows(); from += BLOCK) {
                int count = Math.min(BLOCK, dataset.rows() - from);
                visits.codes(from, count, codes);
                numbers.values(from, count, own);
                for (int i = 0; i < count; i++) {
                    int named = visitOfCode[codes[i]];
                    int visit = named != NONE && known[named] == own[i] ? NONE : visitOf(from + i);
                    if (visit != NONE) {
                        Double earlier = numberOf.putIfAbsent(visit, own[i]);
                        Integer other = visitOfNumber.putIfAbsent(own[i], visit);
                        if ((earlier != null && earlier != own[i]) || (other != null && other != visit)) {
                            return false;
                        }
                        if (visit < known.length) {
                            known[visit] = own[i];
                        }
                    }
                }
            }
            return true;
        }

        /// Each visit of a parameter with each of its numbers, in the order of their first rows.
        List<Use> uses() {
            Optional<TextColumn> parameters = dataset.text("PARAMCD");
            Map<String, Map<Integer, Map<Double, Use>>> uses = new HashMap<>();
            Map<Integer, Use> inOrder = new TreeMap<>();
            for (int row = 0; row < dataset.rows(); row++) {
                int visit = visitOf(row);
                if (visit != NONE) {
                    int at = row;
                    String parameter = parameters.map(codes -> codes.dictionary().get(codes.code(at)).strip()).orElse("");
                    Use use = uses.computeIfAbsent(parameter, p -> new HashMap<>())
                            .computeIfAbsent(visit, v -> new HashMap<>())
                            .computeIfAbsent(numbers.value(row), n -> new Use(parameter, name(at), !visits.isMissing(at), n, at));
                    use.rows++;
                    inOrder.putIfAbsent(use.first, use);
                }
            }
            return List.copyOf(inOrder.values());
        }
    }
}

package org.tabularium.validation.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.FlagCoding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.BeyondLimit;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A parameter that is answered in a few words (grades of BILAG-2004, classes of severity) has one number (AVAL) a word. A
/// parameter more than a tenth of whose
/// records differ from that is no such one, nor is a word for a value beyond what can be measured, whose number depends on the
/// limit.
public final class WordTwins implements Rule {

    private static final int MOST_WORDS = 12;
    private static final int TENTH = 10;
    private static final Finding PATTERN = Finding.warning("VALUE_TWINS", "").of("AVALC")
            .remedy("correct whichever is wrong; responses and levels go by AVALC, statistics by AVAL");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withParameters(study)) {
            if (study.has(name, "AVAL") && study.has(name, "AVALC")) {
                requested.ask(name, "PARAMCD", "AVAL", "AVALC");
            }
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> code = dataset.text("PARAMCD");
            Optional<TextColumn> word = dataset.text("AVALC");
            Optional<NumericColumn> value = dataset.number("AVAL");
            if (code.isPresent() && word.isPresent() && value.isPresent()) {
                check(dataset, code.get(), word.get(), value.get(), findings);
            }
        }
    }

    /// The records of a parameter with a word and a number.
    private static final class Words {
        /// By word and number the rows.
        private final Map<Integer, TreeMap<Double, List<Integer>>> numbers = new HashMap<>();
        private int records;

        void add(int word, double number, int row) {
            records++;
            if (numbers.size() <= MOST_WORDS) {
                numbers.computeIfAbsent(word, w -> new TreeMap<>()).computeIfAbsent(number, n -> new ArrayList<>()).add(row);
            }
        }

        /// The rows whose number is not the one that most of their word have.
        ///
        /// @param all of all parameters, which decide between two that are as many
        List<Integer> odd(Words all) {
            if (numbers.size() > MOST_WORDS || numbers.size() < 2) {
                return List.of();
            }
            List<Integer> odd = new ArrayList<>();
            numbers.forEach((word, own) -> {
                double usual = usual(word, all);
                own.forEach((number, rows) -> odd.addAll(number == usual ? List.of() : rows));
            });
            return TENTH * odd.size() <= records ? odd : List.of();
        }

        double usual(int word, Words all) {
            return numbers.getOrDefault(word, new TreeMap<>()).entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<Double, List<Integer>> e) -> e.getValue().size())
                            .thenComparingInt(e -> all.rows(word, e.getKey())))
                    .orElseThrow().getKey();
        }

        private int rows(int word, double number) {
            return numbers.getOrDefault(word, new TreeMap<>()).getOrDefault(number, List.of()).size();
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn code, TextColumn word, NumericColumn value,
            Consumer<Finding> findings) {
        boolean[] counts = new boolean[word.dictionary().size()];
        for (int i = 0; i < counts.length; i++) {
            String text = word.dictionary().get(i).strip();
            counts[i] = !text.isEmpty() && text.chars().noneMatch(Character::isDigit) && FlagCoding.answer(text).isEmpty()
                    && !BeyondLimit.isWord(text);
        }
        Map<Integer, Words> parameters = new TreeMap<>();
        Words all = new Words();
        for (int row = 0; row < dataset.rows(); row++) {
            if (counts[word.code(row)] && !value.isMissing(row)) {
                all.add(word.code(row), value.value(row), row);
                parameters.computeIfAbsent(code.code(row), c -> new Words()).add(word.code(row), value.value(row), row);
            }
        }
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            parameters.values().stream().flatMap(words -> words.odd(all).stream()).sorted()
                    .forEach(row -> rows.add(row, at -> word.value(at).strip(),
                            at -> "stands beside AVAL " + ValueText.number(value.value(at)) + " in " + code.value(at).strip()
                                    + ", and in most of its records beside "
                                    + ValueText.number(
                                            parameters.getOrDefault(code.code(at), new Words()).usual(word.code(at), all))));
        }
    }
}

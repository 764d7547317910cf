package org.tabularium.selection.bds;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.BeyondLimit;

/// Words (AVALC) whose codes the numbers (AVAL) of a parameter are, as 1 for "Normal" and 2 for "Abnormal": every record with
/// a number has a word, each number goes with one word and each word with one number. A mean of them is none of anything
/// measured.
public final class CodedWords {

    private static final int MOST = 12;
    /// A number, also with its unit behind it.
    private static final Pattern NUMBER = Pattern
            .compile("[-+]?(?:\\d+(?:[.,]\\d*)?|[.,]\\d+)(?:[eE][-+]?\\d+)?(?:\\s*[\\p{L}%°/].*)?");

    private CodedWords() {}

    /// The words with their codes, in the order of these: `Normal (1)`; empty where the numbers are none.
    public static List<String> of(BdsParameter parameter) {
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> number = records.field("AVAL").filter(JoinedColumn::numeric);
        Optional<JoinedColumn> text = records.field("AVALC").filter(field -> !field.numeric());
        if (number.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        Map<Double, String> words = new TreeMap<>();
        BitSet rows = parameter.rows();
        int coded = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!number.get().isMissing(row)) {
                String word = text.get().text(row).strip();
                double code = number.get().number(row);
                if (!isWord(word) || code != Math.rint(code) || !word.equals(words.computeIfAbsent(code, c -> word))
                        || words.size() > MOST) {
                    return List.of();
                }
                coded++;
            }
        }
        boolean each = words.values().stream().distinct().count() == words.size();
        return words.size() < 2 || coded == words.size() || !each
                ? List.of()
                : words.entrySet().stream().map(word -> word.getValue() + " (" + ValueText.number(word.getKey()) + ")").toList();
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && !NUMBER.matcher(text).matches() && !BeyondLimit.isSigned(text);
    }
}

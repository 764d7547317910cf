package org.tabularium.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.run.BrokenRunException;

/// Sentences in the wordings of medical writers, each number with the verdict that a reader of the tables gives it: `[8|x]` is
/// contradicted, `c` confirmed, `u` unknown, `n` no number to look at. Arms are swapped, intervals and percentages changed, other trials cited.
class ProofreadWordingsTest {

    private static final Pattern MARK = Pattern.compile("\\[([^\\[\\]|]+)\\|([cxun])\\]");

    /// @param start in the text without marks
    private record Marked(int start, String number, @Nullable Verdict verdict) {}

    @ParameterizedTest
    @ValueSource(strings = {"ran-101", "lancet-2025", "kn5501", "sa-or088", "sa-po0659"})
    void numbersAreJudgedAsAReaderOfTheTablesJudgesThem(String study) throws IOException, BrokenRunException {
        StringBuilder text = new StringBuilder();
        List<Marked> marked = read(study, text);
        List<CheckedNumber> checked = Proofreading.against(MadeRun.of(study)).check(Manuscript.ofText(text.toString()));
        List<String> wrong = new ArrayList<>();
        for (Marked mark : marked) {
            String line = text.substring(text.lastIndexOf("\n", mark.start()) + 1, text.indexOf("\n", mark.start()));
            int column = mark.start() - text.lastIndexOf("\n", mark.start());
            long number = text.substring(0, mark.start()).lines().count() + (column == 1 ? 1 : 0);
            Verdict verdict = checked.stream().filter(c -> c.place().number() == number
                    && c.place().column() <= column + mark.number().length() - 1
                    && column <= c.place().column() + c.text().length() - 1)
                    .map(CheckedNumber::verdict).findFirst().orElse(null);
            if (verdict != mark.verdict()) {
                wrong.add(mark.number() + " is " + verdict + ", not " + mark.verdict() + ": " + line);
            }
        }
        assertThat(marked).hasSizeGreaterThan(10);
        assertThat(wrong).isEmpty();
    }

    /// The marks of a text, which is written without them.
    private static List<Marked> read(String study, StringBuilder text) throws IOException {
        String source;
        try (InputStream file = ProofreadWordingsTest.class.getResourceAsStream(study + "-wordings.txt")) {
            source = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Marked> marked = new ArrayList<>();
        Matcher matcher = MARK.matcher(source);
        int from = 0;
        while (matcher.find()) {
            text.append(source, from, matcher.start());
            @Nullable
            Verdict verdict = switch (matcher.group(2)) {
                case "c" -> Verdict.CONFIRMED;
                case "x" -> Verdict.CONTRADICTED;
                case "n" -> null;
                default -> Verdict.UNKNOWN;
            };
            marked.add(new Marked(text.length(), matcher.group(1), verdict));
            text.append(matcher.group(1));
            from = matcher.end();
        }
        text.append(source.substring(from));
        return marked;
    }
}

package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.shell.DeclaredRows.GradeRange;

/// Grades as a shell writes them: `any`, `3`, `1-2`, `≥3` or `>=3`; the schema lets nothing else through.
final class GradeRanges {

    private static final int HIGHEST = 5;

    private GradeRanges() {}

    /// The ranges of a list but `any`, which the row itself counts; none where it is no list.
    static List<GradeRange> read(JsonNode list) {
        List<GradeRange> ranges = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(range -> {
                String text = range.asText();
                int first = firstDigit(text);
                if (first >= 0) {
                    int from = text.charAt(first) - '0';
                    int last = text.charAt(text.length() - 1) - '0';
                    ranges.add(new GradeRange(from, first > 0 ? HIGHEST : last));
                }
            });
        }
        return List.copyOf(ranges);
    }

    private static int firstDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}

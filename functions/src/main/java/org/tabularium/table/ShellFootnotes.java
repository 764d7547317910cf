package org.tabularium.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.result.display.TableResults;

/// The footnotes that a shell declares, of a table with its rows: one in braces behind the name of a part,
/// `{Remission: Complete is …}`, stands where the part is in the table and goes with it.
final class ShellFootnotes {

    private static final Pattern OF_PART = Pattern.compile("\\{([^{}:]+):\\s*(.*)\\}", Pattern.DOTALL);

    private ShellFootnotes() {}

    static List<String> of(TableResults results) {
        return results.shell().footnotes().stream().flatMap(footnote -> {
            Matcher part = OF_PART.matcher(footnote.strip());
            if (!part.matches()) {
                return Stream.of(footnote);
            }
            return results.placeholders().containsKey(part.group(1)) ? Stream.of(part.group(2)) : Stream.empty();
        }).toList();
    }
}

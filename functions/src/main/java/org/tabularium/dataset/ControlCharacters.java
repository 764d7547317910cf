package org.tabularium.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;

/// Characters that no reader can see: controls but for tab and line ends, what turns the direction of writing around, soft
/// hyphens and
/// joiners of width zero (but those that letters of Arabic and Indic scripts need), marks of
/// byte order, separators of lines
/// and paragraphs, and what is no character. Left as they are they would reach each output in its own way; a visible mark takes
/// their place, once for all.
public final class ControlCharacters {

    /// The mark: Unicode's own for what cannot be shown.
    static final char MARK = '\ufffd';

    private ControlCharacters() {}

    /// The dataset with marks in place of such characters, in values and in labels; a warning a variable says how many rows are
    /// concerned and which is the
    /// first. Values that differed in nothing but such characters are one then.
    static Dataset marked(Dataset dataset, Consumer<Finding> notes) {
        List<Column> columns = new ArrayList<>();
        boolean changed = false;
        for (Column column : dataset.columns()) {
            Column marked = switch (column) {
                case TextColumn text -> marked(dataset, text, notes);
                case NumericColumn numbers -> numbers;
            };
            marked = isClean(marked.variable().label()) ? marked : marked.describedAs(marked(marked.variable()));
            changed |= marked != column;
            columns.add(marked);
        }
        return changed ? dataset.withColumns(columns) : dataset;
    }

    /// Warns of labels with such characters.
    static void warn(DatasetFile file, Consumer<Finding> notes) {
        for (Variable variable : file.variables()) {
            if (!isClean(variable.label())) {
                notes.accept(Finding
                        .warning("CONTROL_CHARACTERS", "its label holds characters that cannot be seen; each is shown as " + MARK)
                        .in(file.name()).of(variable.name()).value(marked(variable.label()))
                        .remedy("remove them from the label"));
            }
        }
    }

    /// The variable with marks in its label.
    static Variable marked(Variable variable) {
        return isClean(variable.label())
                ? variable
                : new Variable(variable.name(), marked(variable.label()), variable.kind(), variable.format());
    }

    /// A text with marks in place of such characters.
    public static String marked(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder marked = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i))) {
                marked.setCharAt(i, MARK);
            }
        }
        return marked.toString();
    }

    private static Column marked(Dataset dataset, TextColumn column, Consumer<Finding> notes) {
        List<String> dictionary = column.dictionary();
        if (dictionary.stream().allMatch(ControlCharacters::isClean)) {
            return column;
        }
        Map<String, Integer> codes = new HashMap<>();
        List<String> distinct = new ArrayList<>();
        int[] codeOf = new int[dictionary.size()];
        for (int code = 0; code < codeOf.length; code++) {
            codeOf[code] = codes.computeIfAbsent(marked(dictionary.get(code)), text -> {
                distinct.add(text);
                return distinct.size() - 1;
            });
        }
        int[] rows = new int[column.size()];
        int concerned = 0;
        int first = -1;
        for (int row = 0; row < rows.length; row++) {
            rows[row] = codeOf[column.code(row)];
            if (!isClean(dictionary.get(column.code(row)))) {
                first = first < 0 ? row : first;
                concerned++;
            }
        }
        if (first >= 0) {
            notes.accept(Finding.warning("CONTROL_CHARACTERS", "holds characters that cannot be seen, in " + concerned
                    + (concerned == 1 ? " row" : " rows") + "; each is shown as " + MARK)
                    .in(dataset.name()).at(dataset.sourceRow(first)).of(column.variable().name())
                    .value(distinct.get(rows[first])).remedy("remove them from the data"));
        }
        return new TextColumn(column.variable(), rows, distinct);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHidden(char c) {
        if (c >= ' ' && c < '\u007f') {
            return false;
        }
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r')
                || (c >= '\u007f' && c <= '\u009f')
                || c == '\u00ad' || c == '\u061c'
                || c == '\u200b' || c == '\u200e' || c == '\u200f' || (c >= '\u2060' && c <= '\u2064')
                || (c >= '\ufff9' && c <= '\ufffb') || (c >= '\u2028' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069')
                || c == '\ufeff' || c >= '\ufffe';
    }
}

package org.tabularium.render.xlsx;

import java.util.List;
import java.util.stream.IntStream;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// Columns of text that would stand close behind the text before them: that is wrapped, so that its lines go to the edge of its
/// column, or it is centred and as wide as its column.
final class ClosedUp {

    /// What a column of centred text leaves free at least, in digits, for the next one to stand apart.
    private static final double FREE = 1;

    private final Display table;
    private final PrintedWidth printed;

    private ClosedUp(Display table, PrintedWidth printed) {
        this.table = table;
        this.printed = printed;
    }

    /// The columns that are to be indented, those that are already among them.
    static List<Integer> behind(Display table, PrintedWidth printed) {
        ClosedUp of = new ClosedUp(table, printed);
        return IntStream.range(1, table.columns().size()).filter(column -> printed.inset().contains(column)
                || (table.columns().get(column).align() == Align.LEFT && of.isFull(column - 1))).boxed().toList();
    }

    private boolean isFull(int column) {
        TableColumn head = table.columns().get(column);
        return !PrintedWidth.isOfNumbers(head.align())
                && (reaches(head.header(), SheetWriter.BOLD, head.align(), column, 0)
                        || table.rows().stream().anyMatch(row -> isFull(row, head.align(), column)));
    }

    private boolean isFull(TableRow row, Align align, int column) {
        return row.kind() != TableRow.Kind.MESSAGE && !row.isLabelAlone() && column < row.cells().size()
                && reaches(row.cells().get(column).text(), 1, align, column,
                        column == 0 ? row.indent() * PrintedWidth.INDENT : 0);
    }

    /// Whether the text reaches the edge of its column.
    private boolean reaches(String text, double bold, Align align, int column, double indent) {
        double wide = CharacterWidth.of(text) * bold;
        double room = printed.room(column) - indent;
        return align == Align.CENTER ? wide > room - FREE : CharacterWidth.lines(text, room / bold) > lines(text);
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count() + 1;
    }
}

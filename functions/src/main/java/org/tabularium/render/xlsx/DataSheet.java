package org.tabularium.render.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.render.Datum;
import org.tabularium.render.Document;
import org.tabularium.result.Result;
import org.tabularium.result.Value;
import org.tabularium.table.display.Display;

/// Every result of the report as one Excel table: a row a result, its keys beside it, one number a cell at full precision.
/// It is not part of the printed workbook: what is printed of it is the line above the table that says so. Of an empty print area
/// Excel prints an empty page, and a hidden sheet would not be found.
final class DataSheet {

    /// Rows that hold no result: the way back, the header, and what says how many did not fit, and where they are.
    private static final int AROUND = 3;
    private static final double USUAL = 14;
    private static final double WIDE = 30;
    private static final String NOT_PRINTED = "The numbers of all displays; only this line is printed.";
    /// How many texts are kept; a listing of a large study has millions that come once.
    private static final int MOST_KEPT = 1 << 14;
    /// The columns that what is printed instead runs across.
    private static final int ACROSS = 4;

    private final Document document;
    private final int levels;
    private final List<String> groups;
    private final Map<String, String> numbers;
    private final int text;
    private final int quoted;
    private final int number;
    /// Texts that come again and again, written once; the keys come once each.
    private final Map<String, Written> written = new HashMap<>();

    /// A text as its cells have it.
    ///
    /// @param look the look's number
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(byte[] content, int look) {}

    private DataSheet(Document document, Styles styles) {
        this.document = document;
        this.levels = document.data().stream().mapToInt(datum -> datum.result().level().size()).max().orElse(0);
        this.groups = List.copyOf(document.data().stream().flatMap(datum -> datum.result().groups().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
        this.numbers = document.displays().stream().collect(Collectors.toMap(Display::id, Display::number));
        Look look = NamedStyle.DATA.look();
        this.text = styles.of(look);
        this.quoted = styles.of(look.quoted(true));
        this.number = styles.of(look.aligned(Look.Align.RIGHT).formatted(Look.GENERAL));
    }

    /// @param contents the name of the sheet to lead back to
    /// @param most rows that a sheet may have
    static void write(Document document, Sheet sheet, Styles styles, String contents, int most) throws IOException {
        new DataSheet(document, styles).write(sheet, styles, contents, most);
    }

    private void write(Sheet sheet, Styles styles, String contents, int most) throws IOException {
        List<String> headers = headers();
        for (int column = 0; column < headers.size(); column++) {
            sheet.column(column, headers.get(column).equals("key") || headers.get(column).startsWith("level") ? WIDE : USUAL);
        }
        SheetRows.Row back = new SheetRows.Row(0);
        back.text(0, contents, styles.of(NamedStyle.LINK.look()));
        back.text(1, NOT_PRINTED, styles.of(NamedStyle.LINE.look()));
        sheet.write(back);
        sheet.merge(0, 1, ACROSS);
        sheet.link(0, 0, contents);
        SheetRows.Row head = new SheetRows.Row(1);
        int look = styles.of(NamedStyle.HEAD.look().aligned(Look.Align.LEFT).ruled(Look.Rule.NONE, Look.Rule.THIN));
        for (int column = 0; column < headers.size(); column++) {
            head.text(column, headers.get(column), look);
        }
        sheet.write(head);
        List<Datum> data = document.data().subList(0, Math.min(most - AROUND, document.data().size()));
        for (int i = 0; i < data.size(); i++) {
            sheet.write(row(i + 2, data.get(i)));
        }
        if (data.size() < document.data().size()) {
            SheetRows.Row rest = new SheetRows.Row(data.size() + 2);
            rest.text(0,
                    document.data().size() - data.size() + " more results, which a sheet has no room for, stand in results.json",
                    text);
            sheet.write(rest);
        }
        sheet.freeze(0, 2);
        sheet.printOnly(0, 0, 1, ACROSS);
        PageFrame.around(sheet, document, true, PrintedPages.WHOLE);
        sheet.table("Data", 1, data.size() + 1, headers);
        sheet.finish();
    }

    /// The columns' names, each its own whatever the letter case.
    private List<String> headers() {
        List<String> headers = new ArrayList<>(List.of("display", "number", "dataset", "variable"));
        IntStream.rangeClosed(1, levels).forEach(level -> headers.add("level " + level));
        headers.addAll(groups);
        headers.addAll(List.of("statistic", "value", "text", "note", "key"));
        Set<String> taken = new HashSet<>();
        headers.replaceAll(header -> taken.add(header.toLowerCase(Locale.ROOT)) ? header : header + " (group)");
        return headers;
    }

    private SheetRows.Row row(int number, Datum datum) {
        SheetRows.Row row = new SheetRows.Row(number);
        Result result = datum.result();
        int column = 0;
        text(row, column++, datum.display());
        text(row, column++, numbers.get(datum.display()));
        text(row, column++, result.dataset());
        text(row, column++, result.variable());
        for (int level = 0; level < levels; level++) {
            text(row, column++, level < result.level().size() ? result.level().get(level) : null);
        }
        for (String group : groups) {
            text(row, column++, result.groups().get(group));
        }
        text(row, column++, result.statistic().word());
        value(row, column++, result.value());
        text(row, column++, datum.text());
        text(row, column++, result.value() instanceof Value.NotEstimable(String reason) ? reason : null);
        Written key = written(datum.key());
        row.content(column, key.content, key.look);
        return row;
    }

    private void text(SheetRows.Row row, int column, @Nullable String content) {
        if (content != null && !content.isEmpty()) {
            Written known = written.get(content);
            if (known == null) {
                known = written(content);
                if (written.size() == MOST_KEPT) {
                    written.clear();
                }
                written.put(content, known);
            }
            row.content(column, known.content, known.look);
        }
    }

    private Written written(String content) {
        return new Written(SheetRows.Row.content(CellText.of(content)), CellText.looksLikeFormula(content) ? quoted : text);
    }

    private void value(SheetRows.Row row, int column, Value value) {
        switch (value) {
            case Value.Whole(long whole) -> row.number(column, (double) whole, number);
            case Value.Real(double real) when Double.isFinite(real) -> row.number(column, real, number);
            case Value.Text(String words) -> text(row, column, words);
            case Value.Real _,Value.NotEstimable _ -> {}
        }
    }
}

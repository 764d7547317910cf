package org.tabularium.render.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.render.SampleTables;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// Draws a listing of so many rows into nothing and says how many pages it has; run in a process of its own, whose heap is small.
public final class LongListing {

    private LongListing() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        int rows = Integer.parseInt(arguments[0]);
        int pages = new PdfRenderer().render(document(rows), OutputStream.nullOutputStream());
        System.out.println(pages + " pages");
        System.err.println(
                (System.nanoTime() - start) / 1_000_000 + " ms, " + Runtime.getRuntime().totalMemory() / 1_048_576 + " MB");
    }

    static Document document(int rows) {
        String[] headers = {"Treatment", "Subject", "System organ class", "Preferred term", "Start date", "End date", "Grade",
            "Serious",
            "Related", "Action taken", "Outcome"};
        List<TableColumn> columns = new ArrayList<>();
        for (String header : headers) {
            columns.add(new TableColumn(header, "", Align.LEFT));
        }
        List<TableRow> body = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            String subject = "S-" + (i / 20);
            body.add(new TableRow(TableRow.Kind.DATA, 0, i / 20, List.of(Cell.text("Active 200 mg"), Cell.text(subject),
                    Cell.text("General disorders and administration site conditions"),
                    Cell.text("Injection site reaction " + i % 7),
                    Cell.text("2025-01-" + (10 + i % 20)), Cell.text("2025-02-" + (10 + i % 18)), Cell.text("" + (1 + i % 4)),
                    Cell.text("N"), Cell.text("Related"), Cell.text("Dose not changed"), Cell.text("Recovered"))));
        }
        Listing listing = new Listing("long", "16.2.7.1", "A long listing", "Safety population", columns, 2, body,
                List.of("Source: ADAE."), new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.AUTO, 8, 19));
        Document like = SampleTables.single(SampleTables.none());
        return new Document(like.study(), like.sponsor(), like.title(), like.cutOff(), like.run(), like.software(),
                like.created(),
                like.page(), List.of(listing), List.of(), List.of(), List.of(), false, false);
    }
}

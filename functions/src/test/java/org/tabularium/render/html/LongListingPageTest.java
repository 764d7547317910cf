package org.tabularium.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tabularium.render.Document;
import org.tabularium.render.SampleTables;
import org.tabularium.render.Tags;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// A page that lists every event of 10,000 subjects would not open: long listings end with a word on where the rest is.
class LongListingPageTest {

    @Test
    void listingOfManyRowsIsCutAndSaysSo() throws IOException {
        String page = page(2001);
        assertThat(page).contains(">S-1999<", "The first 2,000 of 2,001 rows. The other files of the run have all.")
                .doesNotContain(">S-2000<");
    }

    @Test
    void listingThatThePageHoldsIsWhole() throws IOException {
        String page = page(2000);
        assertThat(page).contains(">S-0<", ">S-1999<").doesNotContain("The other files of the run have all");
    }

    private static String page(int rows) throws IOException {
        List<TableRow> body = IntStream.range(0, rows)
                .mapToObj(i -> new TableRow(TableRow.Kind.DATA, 0, i, List.of(Cell.text("S-" + i), Cell.text("Headache"))))
                .toList();
        Listing listing = new Listing("listing-ae", "16.2.7.1", "Adverse events", "Safety population",
                List.of(new TableColumn("Subject", "", Align.LEFT), new TableColumn("Event", "", Align.LEFT)), 1, body,
                List.of("Source: ADAE."), PageLayout.DEFAULT);
        Document like = SampleTables.single(SampleTables.none());
        Document document = new Document(like.study(), like.sponsor(), like.title(), like.cutOff(), like.run(), like.software(),
                like.created(), like.page(), List.of(listing), List.of(), List.of(), List.of(), true, true, List.of("S-0"),
                Tags.NONE, like.layouts());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlRenderer().render(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

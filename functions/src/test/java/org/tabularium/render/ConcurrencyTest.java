package org.tabularium.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.render.docx.DocxRenderer;
import org.tabularium.render.pdf.PdfRenderer;
import org.tabularium.render.xlsx.XlsxRenderer;
import org.tabularium.table.display.Table;

/// Renderers and the fonts that they share are used by several threads at once.
@Shows(Requirement.SAME_BYTES)
class ConcurrencyTest {

    @Test
    void filesMadeAtTheSameTimeAreTheSameAsAlone() throws Exception {
        for (Renderer renderer : List.of(new PdfRenderer(), new XlsxRenderer(), new DocxRenderer())) {
            List<Table> tables = SampleTables.all();
            List<byte[]> alone = tables.stream().map(table -> Rendered.bytes(renderer, SampleTables.single(table))).toList();
            try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
                List<Future<byte[]>> together = new ArrayList<>();
                for (int round = 0; round < 4; round++) {
                    for (Table table : tables) {
                        together.add(threads.submit(() -> Rendered.bytes(renderer, SampleTables.single(table))));
                    }
                }
                for (int i = 0; i < together.size(); i++) {
                    assertThat(together.get(i).get()).isEqualTo(alone.get(i % tables.size()));
                }
            }
        }
    }
}

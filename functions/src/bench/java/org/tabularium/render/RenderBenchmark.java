package org.tabularium.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tabularium.render.csv.CsvKind;
import org.tabularium.render.csv.CsvRenderer;
import org.tabularium.render.pdf.PdfRenderer;
import org.tabularium.render.xlsx.XlsxRenderer;

/// Drawing a baseline table alone, and a report of six tables, in each format.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RenderBenchmark {

    @Param({"xlsx", "pdf", "csv"})
    String format = "";

    private final Document table = SampleTables.single(SampleTables.baseline());
    private final Document report = SampleTables.report(SampleTables.all());

    private Renderer renderer() {
        return List.of(new XlsxRenderer(), new PdfRenderer(), new CsvRenderer(CsvKind.PLAIN)).stream()
                .filter(r -> r.extension().equals(format))
                .findFirst()
                .orElseThrow();
    }

    @Benchmark
    public void table() throws IOException {
        renderer().render(table, OutputStream.nullOutputStream());
    }

    /// CSV has no file for a whole report, so each table is drawn.
    @Benchmark
    public void report() throws IOException {
        Renderer renderer = renderer();
        if (renderer.wholeReport()) {
            renderer.render(report, OutputStream.nullOutputStream());
        } else {
            for (var each : report.tables()) {
                renderer.render(SampleTables.single(each), OutputStream.nullOutputStream());
            }
        }
    }
}

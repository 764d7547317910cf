package org.tabularium.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tabularium.store.Content;
import org.tabularium.store.FileContent;

/// Three columns of a large file, every value looked at, on one thread in a warm virtual machine, as scan.R of the peers reads
/// them with haven. The second figure is
/// megabytes of file a second. `-p file=PATH` takes a file of one's own (make_big_xpt.py's, say; then one `-p format` only).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
public class ScanBenchmark {

    @Param({"xpt", "csv", "ndjson"})
    String format = "";

    @Param("")
    String file = "";

    @Param("256")
    int megabytes;

    private Path folder = Path.of("");
    private Path path = Path.of("");

    /// Bytes read, which JMH divides by the time.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        public double megabytes;
    }

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("scan");
        path = file.isEmpty() ? LaboratoryFile.write(folder, format, megabytes * 1_000_000L) : Path.of(file);
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        if (file.isEmpty()) {
            Files.delete(path);
        }
        Files.delete(folder);
    }

    @Benchmark
    public double scan(Read read) throws IOException, UnreadableDatasetException {
        Content content = FileContent.of(path);
        Dataset dataset = DatasetFiles.open(path.getFileName().toString(), content, f -> {})
                .read(Set.of("USUBJID", "PARAMCD", "AVAL"), f -> {});
        TextColumn subject = (TextColumn) dataset.column("USUBJID").orElseThrow();
        TextColumn parameter = (TextColumn) dataset.column("PARAMCD").orElseThrow();
        NumericColumn value = (NumericColumn) dataset.column("AVAL").orElseThrow();
        double sum = 0;
        for (int row = 0; row < dataset.rows(); row++) {
            sum += (value.isMissing(row) ? 0 : value.value(row)) + (subject.code(row) ^ parameter.code(row));
        }
        read.megabytes += content.size() / 1e6;
        return sum;
    }
}

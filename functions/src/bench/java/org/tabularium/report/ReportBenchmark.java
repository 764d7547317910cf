package org.tabularium.report;

import java.io.IOException;
import java.nio.file.Path;
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
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// The whole report of a small study, from the files of its folder to the bytes of every output file, one after another in a warm
/// virtual machine.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Djava.awt.headless=true"})
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 5)
public class ReportBenchmark {

    /// Relative to the project's root.
    @Param("test-data/sa-or088")
    String study = "";

    private final ReportOptions options = new ReportOptions(List.of(), List.of(), null, List.of());

    @Benchmark
    public Report report() throws IOException, RejectedException {
        Path folder = Path.of(System.getProperty("tabularium.root", "..")).resolve(study);
        return ReportRun.report(StudySnapshot.of(new StudyFolder(folder)), options, Progress.NONE);
    }
}

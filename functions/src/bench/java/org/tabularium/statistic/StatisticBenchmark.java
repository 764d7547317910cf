package org.tabularium.statistic;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tabularium.statistic.proportion.FisherExactTest;
import org.tabularium.statistic.proportion.Proportion;
import org.tabularium.statistic.proportion.ProportionInterval;

/// The statistics that nearly every cell is made of, for the sizes of an arm: of a first-in-human trial, of a large one, of a
/// database.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class StatisticBenchmark {

    @Param({"12", "300", "50000"})
    int n;

    private double[] values = {};
    private Descriptive descriptive = Descriptive.of(values);

    @Setup
    public void draw() {
        values = new Random(7).ints(n, 0, 10_000).mapToDouble(i -> i / 100.0).toArray();
        descriptive = Descriptive.of(values);
    }

    /// Sorting, exact sums, mean and standard deviation.
    @Benchmark
    public Descriptive descriptive() {
        return Descriptive.of(values);
    }

    /// One quantile of values already sorted.
    @Benchmark
    public Estimate quantile() {
        return descriptive.quantile(Quantile.TYPE_2, 0.25);
    }

    /// Fisher's exact test of a rare event in two arms of this size.
    @Benchmark
    public Estimate fisher() {
        return FisherExactTest.pValue(n / 3, n - n / 3, n / 2, n - n / 2);
    }

    /// The exact limits of a proportion.
    @Benchmark
    public ConfidenceInterval clopperPearson() {
        return ProportionInterval.CLOPPER_PEARSON.of(new Proportion(n / 3, n), 0.95);
    }
}

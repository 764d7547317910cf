import java.nio.file.Path;
import java.util.Set;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.RowFilter;
import org.tabularium.dataset.TextColumn;
import org.tabularium.store.FileContent;

/// Reads three columns of a dataset again and again in one virtual machine and looks at every value, as scan.R of the peers does once:
/// `java -cp functions/target/tabularium.jar functions/src/bench/Scan.java FILE [TIMES]`. Prints the processor time of the one thread that reads.
public final class Scan {

    private Scan() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        FileContent content = FileContent.of(file);
        for (int i = 0; i < times; i++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            Dataset dataset = DatasetFiles.open(file.getFileName().toString(), content, f -> {})
                    .read(Set.of("USUBJID", "PARAMCD", "AVAL"), RowFilter.ALL, f -> {});
            TextColumn subject = (TextColumn) dataset.column("USUBJID").orElseThrow();
            TextColumn parameter = (TextColumn) dataset.column("PARAMCD").orElseThrow();
            NumericColumn value = (NumericColumn) dataset.column("AVAL").orElseThrow();
            double sum = 0;
            long codes = 0;
            for (int row = 0; row < dataset.rows(); row++) {
                sum += value.isMissing(row) ? 0 : value.value(row);
                codes += subject.code(row) ^ parameter.code(row);
            }
            double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            System.out.printf(java.util.Locale.ROOT, "%,d rows, sum %.2f, codes %d: cpu %.3f s, %.2f GB/s; wall %.3f s, %.2f GB/s%n",
                    dataset.rows(), sum, codes, cpuSeconds, content.size() / cpuSeconds / 1e9, wallSeconds,
                    content.size() / wallSeconds / 1e9);
        }
    }
}

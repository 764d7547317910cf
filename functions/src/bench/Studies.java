import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tabularium.report.Progress;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// Makes the report of a small study again and again in one virtual machine, in all formats, as a warm process does:
/// `java -cp functions/target/tabularium.jar functions/src/bench/Studies.java STUDY [TIMES]`. Prints, a tenth of the times each,
/// studies a second by the
/// clock, processor time a study, and the heap in use after a collection.
public final class Studies {

    private Studies() {}

    public static void main(String[] args) throws Exception {
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ReportOptions options = new ReportOptions(List.of(), List.of(), null, List.of());
        int part = Math.max(1, times / 10);
        for (int done = 0; done < times; done += part) {
            long wall = System.nanoTime();
            long cpu = process.getProcessCpuTime();
            for (int i = 0; i < part; i++) {
                ReportRun.report(StudySnapshot.of(new StudyFolder(Path.of(args[0]))), options, Progress.NONE);
            }
            double seconds = (System.nanoTime() - wall) / 1e9;
            double cpuSeconds = (process.getProcessCpuTime() - cpu) / 1e9;
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.printf(Locale.ROOT, "%,d studies: %.1f a second, %.0f ms of processor time each, heap %.1f MiB%n", done + part,
                    part / seconds, 1_000 * cpuSeconds / part, used / 1048576.0);
        }
    }
}

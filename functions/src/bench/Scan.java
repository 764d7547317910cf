import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.store.FileContent;

/// Reads columns of a dataset of any format again and again in one virtual machine and looks at every value, as scan.R of the
/// peers does once:
/// `java -cp functions/target/tabularium.jar functions/src/bench/Scan.java FILE [TIMES [VARIABLES]]`. The variables are
/// USUBJID,PARAMCD,AVAL where none
/// are named; `all` is all of them. Prints the processor time of the one thread that reads, opening and looking included.
public final class Scan {

    private Scan() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        String wanted = args.length > 2 ? args[2] : "USUBJID,PARAMCD,AVAL";
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        FileContent content = FileContent.of(file);
        for (int i = 0; i < times; i++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            DatasetFile opened = DatasetFiles.open(file.getFileName().toString(), content, f -> {});
            Set<String> names = wanted.equals("all")
                    ? opened.variables().stream().map(Variable::name).collect(Collectors.toSet())
                    : Set.copyOf(List.of(wanted.split(",")));
            Dataset dataset = read(opened, names);
            double sum = 0;
            long codes = 0;
            for (Column column : dataset.columns()) {
                switch (column) {
                    case NumericColumn numbers -> {
                        for (int row = 0; row < dataset.rows(); row++) {
                            sum += numbers.isMissing(row) ? 0 : numbers.value(row);
                        }
                    }
                    case TextColumn texts -> {
                        for (int row = 0; row < dataset.rows(); row++) {
                            codes += texts.code(row);
                        }
                    }
                }
            }
            double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            System.out.printf(java.util.Locale.ROOT,
                    "%,d rows, %d columns, sum %.2f, codes %d: cpu %.3f s, %.0f MB/s; wall %.3f s, %.0f MB/s%n",
                    dataset.rows(), dataset.columns().size(), sum, codes, cpuSeconds, content.size() / cpuSeconds / 1e6,
                    wallSeconds, content.size() / wallSeconds / 1e6);
        }
    }

    /// Reads all rows, also of builds that asked for a filter between the two arguments of today.
    private static Dataset read(DatasetFile file, Set<String> names) throws ReflectiveOperationException {
        Consumer<Finding> notes = f -> {};
        for (Method method : DatasetFile.class.getMethods()) {
            if (method.getName().equals("read") && method.getParameterCount() == 2) {
                return (Dataset) method.invoke(file, names, notes);
            }
            if (method.getName().equals("read") && method.getParameterCount() == 3) {
                Object all = method.getParameterTypes()[1].getField("ALL").get(null);
                return (Dataset) method.invoke(file, names, all, notes);
            }
        }
        throw new NoSuchMethodException("DatasetFile.read");
    }
}

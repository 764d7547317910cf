import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tabularium.report.Progress;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// How the time of `check` and of `report` (all formats) grows when one thing of a study becomes ten times as many:
/// `java -cp functions/target/tabularium.jar functions/src/bench/Growth.java [THING…]`. The studies are made here, of counted
/// names and numbers, with nothing random; the many are those of the largest trials: 160,000 subjects, 400 parameters, 300 visits,
/// 20,000 preferred terms, 200 arms, 9,000 variables. Prints processor
/// time (the mean of several runs in a warm process) and the ratio, which has to be below 12.
public final class Growth {

    private static final List<String> THINGS = List.of("variables", "subjects", "rows", "arms", "visits", "parameters", "levels", "events", "findings");
    private static final ReportOptions OPTIONS = new ReportOptions(List.of(), List.of(), null, List.of());
    private static final double ENOUGH_SECONDS = 1;
    private static final int MOST_RUNS = 200;

    private Growth() {}

    public static void main(String[] args) throws Exception {
        System.out.println("| ten times the | from | check | of ten times | ratio | report | of ten times | ratio |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String thing : args.length > 0 ? List.of(args) : THINGS) {
            int from = size(thing);
            Path few = study(thing, from);
            Path many = study(thing, 10 * from);
            double[] check = {seconds(few, false), seconds(many, false)};
            double[] report = {seconds(few, true), seconds(many, true)};
            System.out.printf(Locale.ROOT, "| %s | %,d | %.1f ms | %.1f ms | %.1f | %.1f ms | %.1f ms | %.1f |%n", thing, from, 1e3 * check[0], 1e3 * check[1],
                    check[1] / check[0], 1e3 * report[0], 1e3 * report[1], report[1] / report[0]);
            delete(few);
            delete(many);
        }
    }

    private static int size(String thing) {
        return switch (thing) {
            case "variables" -> 900;
            case "subjects" -> 16_000;
            case "rows" -> 20_000;
            case "arms" -> 20;
            case "visits" -> 30;
            case "parameters" -> 40;
            case "levels" -> 2_000;
            case "events" -> 1_000;
            case "findings" -> 2_000;
            default -> throw new IllegalArgumentException(thing + " is none of " + THINGS);
        };
    }

    private static double seconds(Path study, boolean report) throws Exception {
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        run(study, report);
        int runs = 0;
        long before = process.getProcessCpuTime();
        double spent = 0;
        while (spent < ENOUGH_SECONDS && runs < MOST_RUNS) {
            run(study, report);
            runs++;
            spent = (process.getProcessCpuTime() - before) / 1e9;
        }
        return spent / runs;
    }

    private static void run(Path study, boolean report) throws Exception {
        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(study));
        if (report) {
            ReportRun.report(snapshot, OPTIONS, Progress.NONE);
        } else {
            ReportRun.check(snapshot, OPTIONS, Progress.NONE);
        }
    }

    private static Path study(String thing, int many) throws IOException {
        Path folder = Files.createTempDirectory("tabularium-growth-");
        Map<String, List<String>> files = new LinkedHashMap<>();
        int subjects = thing.equals("subjects") ? many : 400;
        int arms = thing.equals("arms") ? many : 2;
        List<String> adsl = files.computeIfAbsent("adsl.csv", f -> new ArrayList<>());
        int more = thing.equals("variables") ? many : 0;
        StringBuilder header = new StringBuilder("STUDYID,USUBJID,SUBJID,AGE,SEX,TRT01P,TRT01A,TRTSDT,SAFFL,ITTFL");
        for (int v = 0; v < more; v++) {
            header.append(",V").append(1_000 + v).append("AB");
        }
        adsl.add(header.toString());
        for (int s = 0; s < subjects; s++) {
            String arm = String.format(Locale.ROOT, "Arm %04d", s % arms);
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "G,G-%06d,%06d,%d,%s,%s,%s,2024-01-01,Y,Y", s, s, 20 + s % 50,
                    s % 3 == 0 ? "M" : "F", arm, arm));
            for (int v = 0; v < more; v++) {
                row.append(',').append((s + v) % 7);
            }
            adsl.add(row.toString());
        }
        switch (thing) {
            case "rows" -> files.put("adlb.csv", laboratory(subjects, 1, Math.max(1, many / subjects), many));
            case "visits" -> files.put("adqs.csv", laboratory(200, 1, many, Integer.MAX_VALUE));
            case "parameters" -> files.put("adqs.csv", laboratory(100, many, 4, Integer.MAX_VALUE));
            case "levels" -> files.put("adae.csv", events(subjects, 40_000, many));
            case "events" -> files.put("adae.csv", events(subjects, many, 50));
            case "arms" -> files.put("adae.csv", events(subjects, 2_000, 100));
            case "findings" -> files.put("adae.csv", wrong(many));
            default -> {}
        }
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        switch (thing) {
            case "events" -> Files.writeString(folder.resolve("study.yaml"), "tables: [ae-overview, ae-soc-pt, listing-ae]\n");
            case "levels", "arms" -> Files.writeString(folder.resolve("study.yaml"), "tables: [ae-overview, ae-soc-pt, ae-common]\n");
            default -> {}
        }
        return folder;
    }

    private static List<String> laboratory(int subjects, int parameters, int visits, int most) {
        List<String> rows = new ArrayList<>(List.of("USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,BASE,CHG,ABLFL"));
        for (int p = 0; p < parameters; p++) {
            for (int v = 0; v < visits; v++) {
                for (int s = 0; s < subjects && rows.size() <= most; s++) {
                    int value = 10 + (s * 7 + v * 3 + p) % 40;
                    int base = 10 + (s * 7 + p) % 40;
                    rows.add(String.format(Locale.ROOT, "G-%06d,P%04d,Parameter %d,%s,%d,%d,%d,%s,%s", s, p, p, v == 0 ? "Baseline" : "Week " + v, v, value, base,
                            v == 0 ? "" : Integer.toString(value - base), v == 0 ? "Y" : ""));
                }
            }
        }
        return rows;
    }

    private static List<String> events(int subjects, int events, int terms) {
        List<String> rows = new ArrayList<>(List.of("USUBJID,AEBODSYS,AEDECOD,AETERM,AESEV,AESER,AREL,TRTEMFL,ASTDT"));
        for (int e = 0; e < events; e++) {
            int term = e % terms;
            rows.add(String.format(Locale.ROOT, "G-%06d,Organ %02d,Term %05d,term %d,%s,N,NOT RELATED,Y,2024-02-01", (e * 13 + e / terms) % subjects, term % 26,
                    term, term, e % 2 == 0 ? "MILD" : "MODERATE"));
        }
        return rows;
    }

    /// Events of subjects who are not in ADSL, with grades and dates that are none, each value another one.
    private static List<String> wrong(int many) {
        List<String> rows = new ArrayList<>(List.of("USUBJID,AEBODSYS,AEDECOD,AETERM,ATOXGR,AESER,AEOUT,TRTEMFL,ASTDT,AENDT"));
        for (int e = 0; e < many; e++) {
            rows.add(String.format(Locale.ROOT, "X-%06d,Organ,Term,term,%d,N,FATAL,N,%d/01/2024,2023-01-01", e, 10 + e, e));
        }
        return rows;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

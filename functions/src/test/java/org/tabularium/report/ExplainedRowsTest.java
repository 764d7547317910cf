package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which row and column a reader of `explain` means. Expected labels are those that the tables print.
class ExplainedRowsTest {

    private static final Path STUDIES = Path.of(System.getProperty("tabularium.root"), "test-data");

    @TempDir
    Path temp;

    private void report(String study, String... tables) {
        String[] arguments = Stream.concat(Stream.of("report", STUDIES.resolve(study).toString(), "--format", "csv"),
                Arrays.stream(tables).flatMap(table -> Stream.of("--table", table))).toArray(String[]::new);
        CommandRun run = CommandRun.of(temp, arguments);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private CommandRun explain(String... arguments) {
        return CommandRun.of(temp, Stream.concat(Stream.of("explain"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    /// Who reads the report knows a table by its printed number; ids stand in file names alone.
    @Test
    void displayIsFoundByItsPrintedNumber() {
        report("saf-202", "ae-overview", "ae-soc-pt");
        CommandRun byId = explain("out/saf-202", "ae-overview");
        assertThat(byId.out()).startsWith("Table 14.3.1.1  ");
        assertThat(explain("out/saf-202", "14.3.1.1").out()).isEqualTo(byId.out());
        assertThat(explain("out/saf-202", "table 14.3.1.1").out()).isEqualTo(byId.out());
        CommandRun absent = explain("out/saf-202", "14.3.1");
        assertThat(absent.exit()).isEqualTo(1);
        assertThat(absent.err()).contains("  Table 14.3.1.1  ", "[ae-overview]\n", "[ae-soc-pt]\n");
    }

    @Test
    void columnsBelowASharedHeaderAreNamedWithIt() {
        report("sa-or088", "ae-soc-pt");
        CommandRun choices = explain("out/sa-or088", "ae-soc-pt", "Pyrexia", "no such arm");
        assertThat(choices.exit()).isEqualTo(1);
        assertThat(choices.err()).contains("  2*10^9 (N=1) n (%)\n", "  2*10^9 (N=1) [E]\n", "  Total (N=11) n (%)\n");
        CommandRun one = explain("out/sa-or088", "ae-soc-pt", "Pyrexia", "2*10^9 (N=1) [E]");
        assertThat(one.exit()).as(one.err()).isZero();
        assertThat(one.out()).contains("> Pyrexia | 2*10^9 (N=1) [E]: ").doesNotContain("n (%)");
    }

    @Test
    void rowsOfAListingAreItsSubjectsAndTheirRecords() {
        report("sa-or088", "listing-ae");
        CommandRun all = explain("out/sa-or088", "listing-ae");
        assertThat(all.out()).contains("  SA-OR088-01-001 > ADAE row 1\n", "  SA-OR088-01-002 > ADAE row 4\n");
        CommandRun json = explain("out/sa-or088", "listing-ae", "--json");
        assertThat(ResultRecords.tree(json.out().getBytes(StandardCharsets.UTF_8)).path("results")).isNotEmpty();
        CommandRun several = explain("out/sa-or088", "listing-ae", "SA-OR088-01-001");
        assertThat(several.exit()).isEqualTo(1);
        assertThat(several.err()).contains("SA-OR088-01-001 > ADAE row 1", "SA-OR088-01-001 > ADAE row 2")
                .doesNotContain("SA-OR088-01-002");
        CommandRun row = explain("out/sa-or088", "listing-ae", "SA-OR088-01-001 > ADAE row 2");
        assertThat(row.exit()).as(row.err()).isZero();
        assertThat(row.out()).contains("SA-OR088-01-001 > ADAE row 2 | ").doesNotContain("ADAE row 1 ");
    }

    @Test
    void aRowByVisitIsNamedWithItsVisit() {
        report("saf-202", "vital-signs");
        CommandRun row = explain("out/saf-202", "vital-signs",
                "Systolic Blood Pressure (mmHg), supine > Placebo (N=15) > Week 4", "Value n");
        assertThat(row.exit()).as(row.err()).isZero();
        assertThat(row.out()).contains(" > Week 4 | Value n: 13\n").doesNotContain("Week 2 |");
    }

    @Test
    void aTextSaysThatItsNumbersAreThoseOfTheTables() {
        report("sa-or088", "results");
        CommandRun text = explain("out/sa-or088", "results", "any row");
        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("its numbers are those of the tables");
    }
}

package org.tabularium.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.publication.Runs;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Manifest;
import org.tabularium.run.folder.RunDiff.Change;
import org.tabularium.table.display.Display;

@Shows(Requirement.RUN_UNCHANGED)
class RunDiffTest {

    private static final String SOC = """
            System organ class,Placebo (N=86),Total (N=86)
            Any,3 (3.5%),3 (3.5%)
            Cardiac,,
              Palpitations,1 (1.2%),1 (1.2%)
            Nervous,,
              Headache,2 (2.3%),2 (2.3%)
            """;

    @TempDir
    Path temp;

    @Test
    void sameTablesHaveNoDifference() throws Exception {
        assertThat(diff(SOC, SOC)).isEmpty();
    }

    @Test
    void changedCellIsNamedByItsLabelsAndColumn() throws Exception {
        assertThat(diff(SOC, SOC.replace("Palpitations,1 (1.2%)", "Palpitations,2 (2.3%)")))
                .containsExactly(new Change.OfCell("t", "Cardiac > Palpitations", "Placebo (N=86)", "1 (1.2%)", "2 (2.3%)"));
    }

    @Test
    void rowsThatComeAndGoAreNamedCellByCell() throws Exception {
        assertThat(diff(SOC, SOC.replace("  Headache,2 (2.3%),2 (2.3%)", "  Dizziness,1 (1.2%),")))
                .containsExactly(new Change.OfCell("t", "Nervous > Dizziness", "Placebo (N=86)", null, "1 (1.2%)"),
                        new Change.OfCell("t", "Nervous > Headache", "Placebo (N=86)", "2 (2.3%)", null),
                        new Change.OfCell("t", "Nervous > Headache", "Total (N=86)", "2 (2.3%)", null));
    }

    @Test
    void anotherNumberOfSubjectsIsAChangedHeaderNotAnotherColumn() throws Exception {
        assertThat(diff(SOC, SOC.replace("Placebo (N=86)", "Placebo (N=87)").replace("Any,3 (3.5%)", "Any,3 (3.4%)")))
                .containsExactly(new Change.OfCell("t", "(header)", "Placebo (N=87)", "Placebo (N=86)", "Placebo (N=87)"),
                        new Change.OfCell("t", "Any", "Placebo (N=87)", "3 (3.5%)", "3 (3.4%)"));
    }

    @Test
    void newColumnIsNamedCellByCell() throws Exception {
        assertThat(diff("a,X\nr,1\n", "a,X,Y\nr,1,2\n")).containsExactly(new Change.OfCell("t", "(header)", "Y", null, "Y"),
                new Change.OfCell("t", "r", "Y", null, "2"));
    }

    /// An arm that is printed otherwise: not each of its cells gone and come.
    @Test
    void columnOfAnotherNameAtTheSamePlaceIsARenamedOne() throws Exception {
        assertThat(diff("a,Old (N=3),Total\nr,1,2\ns,1,2\n", "a,New (N=3),Total\nr,1,2\ns,0,2\n"))
                .containsExactly(new Change.OfCell("t", "(header)", "New (N=3)", "Old (N=3)", "New (N=3)"),
                        new Change.OfCell("t", "s", "New (N=3)", "1", "0"));
    }

    /// What a figure draws stands in another order: its rows are named by arm and item, not by what they are drawn as.
    @Test
    void rowsOfAFigureArePairedByWhatTheyAreOf() throws Exception {
        String head = "Drawn as,Arm,Item,What,Shown,count\n";
        assertThat(diffOfKind(Display.Kind.FIGURE, "figures/t.csv", head + "dot,A,Rash,,1 (5%),1\ndot,A,Fever,,2 (10%),2\n",
                head + "dot,A,Fever,,3 (15%),3\ndot,A,Rash,,1 (5%),1\n"))
                .containsExactly(new Change.OfCell("t", "dot > A > Fever", "Shown", "2 (10%)", "3 (15%)"),
                        new Change.OfCell("t", "dot > A > Fever", "count", "2", "3"));
    }

    private List<Change> diffOfKind(Display.Kind kind, String path, String before, String after) throws Exception {
        List<Manifest.Entry> entries = List.of(new Manifest.Entry(kind, "t", "", "T", null, null));
        Run[] runs = new Run[2];
        for (int i = 0; i < 2; i++) {
            TreeMap<String, byte[]> files = new TreeMap<>();
            files.put("results.json", "[]".getBytes(StandardCharsets.UTF_8));
            files.put(path, (i == 0 ? before : after).getBytes(StandardCharsets.UTF_8));
            RunFolder.write(temp.resolve("r" + i), Runs.held(Runs.withManifest("r" + i, entries, files)));
            runs[i] = Run.open(temp.resolve("r" + i));
        }
        return RunDiff.between(runs[0], runs[1]);
    }

    /// The same tables, written for a double click on Windows; then one cell of it changed.
    @Test
    void filesForProgramsAndForExcelAreReadAlike() throws Exception {
        String excel = """
                \uFEFFlevel,System organ class,Placebo (N=86),Total (N=86)
                0,Any,3 (3.5%),3 (3.5%)
                0,Cardiac,,
                1,Palpitations,1 (1.2%),1 (1.2%)
                0,Nervous,,
                1,Headache,2 (2.3%),2 (2.3%)
                """;
        assertThat(diff(SOC, excel)).isEmpty();
        assertThat(diff(excel, SOC)).isEmpty();
        assertThat(diff(excel, excel.replace("Palpitations,1 (1.2%)", "Palpitations,2 (2.3%)")))
                .containsExactly(new Change.OfCell("t", "Cardiac > Palpitations", "Placebo (N=86)", "1 (1.2%)", "2 (2.3%)"));
        assertThat(diff("a,X\n=r,@1\n", "\uFEFFlevel,a,X\n0,'=r,'@1\n")).isEmpty();
    }

    @Test
    void rowsOfTheSameLabelArePairedByContentFirst() throws Exception {
        String before = "Subject,Term\n001,Fever\n001,Rash\n002,Cough\n";
        String after = "Subject,Term\n001,Nausea\n001,Fever\n001,Rash\n002,Cough\n";

        assertThat(diff(before, after)).containsExactly(new Change.OfCell("t", "001", "Term", null, "Nausea"));
    }

    @Test
    void rowWithoutLabelBelongsToTheOneAbove() throws Exception {
        assertThat(diff("Subject,Term\n001,Fever\n,Rash\n", "Subject,Term\n001,Fever\n,Cough\n"))
                .containsExactly(new Change.OfCell("t", "001", "Term", "Rash", "Cough"));
    }

    @Test
    void otherOrderIsADifference() throws Exception {
        assertThat(diff("a,X\nr,1\ns,2\n", "a,X\ns,2\nr,1\n"))
                .containsExactly(new Change.OfTable("t", "has its rows or columns in another order"));
    }

    @Test
    void emptyRowThatComesIsADifference() throws Exception {
        assertThat(diff("a,X\nr,1\n", "a,X\nr,1\nCardiac,\n")).containsExactly(new Change.OfCell("t", "Cardiac", "", null, ""));
    }

    @Test
    void tablesThatComeGoOrChangeTheirStatusAreNamed() throws Exception {
        Run before = run("before",
                List.of(new Manifest.Entry(Display.Kind.TABLE, "gone", "", "G", null, null),
                        new Manifest.Entry(Display.Kind.TABLE, "lost", "14.1", "L", null, null),
                        new Manifest.Entry(Display.Kind.TABLE, "never", "", "ADEX", "no ADEX", null),
                        new Manifest.Entry(Display.Kind.TABLE, "found", "", "F", "no ADAE", null),
                        new Manifest.Entry(Display.Kind.TABLE, "renamed", "1", "Old", null, null)),
                "[]");
        Run after = run("after",
                List.of(new Manifest.Entry(Display.Kind.TABLE, "lost", "", "L", "no ADEX", null),
                        new Manifest.Entry(Display.Kind.TABLE, "found", "14.2", "Found", null, null),
                        new Manifest.Entry(Display.Kind.TABLE, "never", "", "AE", "no ADAE", null),
                        new Manifest.Entry(Display.Kind.TABLE, "renamed", "2", "New", null, null),
                        new Manifest.Entry(Display.Kind.TABLE, "new", "", "N", null, null)),
                "[]");

        assertThat(RunDiff.between(before, after)).containsExactly(new Change.OfTable("lost", "is no longer produced: no ADEX"),
                new Change.OfTable("found", "is now produced; before: no ADAE"),
                new Change.OfTable("never", "is not produced for another reason: \"no ADEX\" -> \"no ADAE\""),
                new Change.OfTable("renamed", "has another title: \"Old\" -> \"New\""),
                new Change.OfTable("renamed", "has another number: \"1\" -> \"2\""), new Change.OfTable("new", "is new"),
                new Change.OfTable("gone", "is gone"));
    }

    @Test
    void withoutCsvTheStatisticsAreCompared() throws Exception {
        String record = """
                [{"table": "t", "dataset": "ADSL", "groups": {"TRT01A": "Placebo"}, "variable": "SEX", "level": "F", "statistic": "count",
                  "value": %s, "text": null, "note": null, "where": ""}]""";
        List<Manifest.Entry> tables = List.of(new Manifest.Entry(Display.Kind.TABLE, "t", "", "T", null, null));

        assertThat(RunDiff.between(run("before", tables, record.formatted("53")), run("after", tables, record.formatted("null"))))
                .containsExactly(new Change.OfCell("t", "SEX > F > count", "TRT01A = Placebo", "53", "NE"));
    }

    @Test
    void withoutCsvWhatIsShownIsComparedFirst() throws Exception {
        String record = """
                [{"table": "t", "groups": {"TRT01A": "A"}, "variable": "AGE", "level": null, "statistic": "mean", "value": 33, "text": "%s"}]""";
        List<Manifest.Entry> tables = List.of(new Manifest.Entry(Display.Kind.TABLE, "t", "", "T", null, null));

        assertThat(RunDiff.between(run("before", tables, record.formatted("33.0")), run("after", tables, record.formatted("33"))))
                .containsExactly(new Change.OfCell("t", "AGE > mean", "TRT01A = A", "33.0", "33"));
    }

    @Test
    void cellsOfAListingWithTheSameKeysAreComparedOneByOne() throws Exception {
        String record = """
                {"table": "t", "groups": {}, "variable": "AETERM", "level": null, "statistic": "value", "value": "%s", "text": "%s"}""";
        List<Manifest.Entry> tables = List.of(new Manifest.Entry(Display.Kind.TABLE, "t", "", "T", null, null));
        String first = record.formatted("Fever", "Fever");

        assertThat(RunDiff.between(run("before", tables, "[" + first + "," + record.formatted("Rash", "Rash") + "]"),
                run("after", tables, "[" + first + "," + record.formatted("Cough", "Cough") + "]")))
                .containsExactly(new Change.OfCell("t", "AETERM > value", "all", "Rash", "Cough"));
    }

    @Test
    void brokenResultsAreSaidToBeBroken() throws Exception {
        List<Manifest.Entry> tables = List.of(new Manifest.Entry(Display.Kind.TABLE, "t", "", "T", null, null));
        Run before = run("before", tables, "[");
        Run after = run("after", tables, "[]");

        assertThatThrownBy(() -> RunDiff.between(before, after)).isInstanceOf(BrokenRunException.class)
                .hasMessageContaining("results.json");
    }

    private List<Change> diff(String before, String after) throws Exception {
        Path first = temp.resolve("before");
        Path second = temp.resolve("after");
        RunFolder.write(first, Runs.held(Runs.files("1", Map.of("t", before))));
        RunFolder.write(second, Runs.held(Runs.files("2", Map.of("t", after))));
        return RunDiff.between(Run.open(first), Run.open(second));
    }

    private Run run(String name, List<Manifest.Entry> tables, String results) throws Exception {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("results.json", results.getBytes(StandardCharsets.UTF_8));
        RunFolder.write(temp.resolve(name), Runs.held(Runs.withManifest(name, tables, files)));
        assertThat(Files.exists(temp.resolve(name))).isTrue();
        return Run.open(temp.resolve(name));
    }
}

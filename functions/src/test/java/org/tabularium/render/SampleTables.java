package org.tabularium.render;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.shell.PageLayout;
import org.tabularium.shell.PopulationName;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// Made-up tables of the kinds that studies have. All numbers are invented.
public final class SampleTables {

    private static final List<String> SOURCE = List.of("Source: ADSL, ADAE; data cut-off 31 Aug 2025; run 0123456789abcdef.");

    private static final Document.AroundPage AROUND = new Document.AroundPage("Example Therapeutics · SA-OR088",
            "DRAFT · Data cut-off 31 Aug 2025", "Run 0123456789abcdef", true);

    private SampleTables() {}

    public static Document report(List<? extends Display> tables) {
        return new Document("SA-OR088", "Example Therapeutics", "Anti-CD19/BCMA CAR-NK in pediatric SLE",
                "Data cut-off 31 Aug 2025", "0123456789abcdef",
                "Tabularium 0.1.0",
                LocalDate.of(2025, 8, 31), AROUND, tables,
                List.of(new Document.NotProduced("lab-shift", "Shift of Laboratory Grades From Baseline",
                        "ADLB is not in the study"),
                        new Document.NotProduced("time-to-event", "Time to First Dermatologic Event",
                                "ADTTE has no PARAMCD TTDE")),
                List.of("warning ADAE row 17 AESER: \"N\" a fatal event is not marked serious; check the source [AE_FATAL_NOT_SERIOUS]",
                        "note ADAE row 3 AEREL: relatedness is missing; the event is not counted as related [AREL_MISSING]"),
                results(), true, true);
    }

    /// A count, a percentage in a cell with it, a mean that is not estimable, and a text.
    private static List<Datum> results() {
        return List.of(
                datum("F", Statistic.COUNT, new Value.Whole(53), "53 (61.6%)"),
                datum("F", Statistic.PERCENT, new Value.Real(61.627906976744185), "53 (61.6%)"),
                datum("=cmd|'/c calc'!A1", Statistic.MEAN, new Value.NotEstimable("no value"), null),
                datum("M", Statistic.DECISION, new Value.Text("escalate"), "escalate"));
    }

    private static Datum datum(String level, Statistic statistic, Value value, @Nullable String text) {
        Result result = new Result("ADSL", Map.of("TRT01A", "Placebo"), "SEX", List.of(level), statistic, value,
                new Selection(PopulationName.ALL, Clauses.NONE, null, Clauses.NONE), Method.of(MethodId.COUNT));
        return new Datum("baseline", result, text, "baseline|ADSL.SEX=" + level + "|TRT01A=Placebo|" + statistic.word());
    }

    public static Document single(Display table) {
        return new Document("SA-OR088", "Example Therapeutics", "", "Data cut-off 31 Aug 2025",
                "0123456789abcdef", "Tabularium 0.1.0", null, AROUND,
                List.of(table), List.of(), List.of(), List.of(),
                false, false);
    }

    public static List<Table> all() {
        return List.of(baseline(), socPt(24, 12), listing(40), caseSeries(), none(), chinese());
    }

    public static Table baseline() {
        List<TableColumn> columns = List.of(new TableColumn("", "", Align.LEFT),
                new TableColumn("Placebo\n(N=86)", "", Align.DECIMAL),
                new TableColumn("Low Dose\n(N=84)", "Xanomeline", Align.DECIMAL),
                new TableColumn("High Dose\n(N=84)", "Xanomeline", Align.DECIMAL),
                new TableColumn("Total\n(N=254)", "", Align.DECIMAL));
        List<TableRow> rows = List.of(heading(0, 1, "Age (years)"), data(1, 1, "n", "86", "84", "84", "254"),
                data(1, 1, "Mean (SD)", "75.2 (8.59)", "75.7 (8.29)", "74.4 (7.89)", "75.1 (8.25)"),
                data(1, 1, "Median", "76.0", "77.5", "76.0", "77.0"),
                data(1, 1, "Q1, Q3", "69.0, 82.0", "71.0, 82.0", "70.5, 80.0", "70.0, 81.0"),
                data(1, 1, "Min, max", "52, 89", "51, 88", "56, 88", "51, 89"),
                heading(0, 2, "Sex, n (%)"), data(1, 2, "Female", "53 (61.6%)", "50 (59.5%)", "40 (47.6%)", "143 (56.3%)"),
                data(1, 2, "Male", "33 (38.4%)", "34 (40.5%)", "44 (52.4%)", "111 (43.7%)"), heading(0, 3, "Race, n (%)"),
                data(1, 3, "White", "78 (90.7%)", "78 (92.9%)", "74 (88.1%)", "230 (90.6%)"),
                data(1, 3, "Black or African American", "8 (9.3%)", "6 (7.1%)", "9 (10.7%)", "23 (9.1%)"),
                data(1, 3, "American Indian or Alaska Native", "0", "0", "1 (1.2%)", "1 (0.4%)"),
                heading(0, 4, "Duration of disease (years)"),
                data(1, 4, "n", "86", "1", "84", "171"),
                data(1, 4, "Mean (SD)", "3.12 (1.043)", "2.00 (NE)", "−0.57 (1.902)", "1.28 (2.114)"),
                data(1, 4, "Median", "NE", "2.00", "0.50", "1.25"), heading(0, 5, "Response, n/N (%) [95% CI]"),
                data(1, 5, "SRI-4", "10/86 (11.6%) [5.7, 20.3]", "NE", "22/84 (26.2%) [17.2, 36.9]",
                        "32/170 (18.8%) [13.2, 25.5]"));
        return new Table("baseline", "14.1.1", "Demographic and Baseline Characteristics", "Intention-to-treat population",
                columns, 1, rows,
                List.of("NE = not estimable; SD = standard deviation; Q1, Q3 = quartiles (Hyndman–Fan type 2).",
                        SOURCE.getFirst()),
                PageLayout.DEFAULT);
    }

    /// A table by system organ class and preferred term.
    public static Table socPt(int classes, int terms) {
        Random random = new Random(88);
        List<TableColumn> columns = List.of(new TableColumn("System organ class\n  Preferred term", "", Align.LEFT),
                new TableColumn("Placebo\n(N=86)", "", Align.DECIMAL), new TableColumn("Low Dose\n(N=84)", "", Align.DECIMAL),
                new TableColumn("High Dose\n(N=84)", "", Align.DECIMAL), new TableColumn("Total\n(N=254)", "", Align.DECIMAL));
        List<TableRow> rows = new ArrayList<>();
        rows.add(new TableRow(TableRow.Kind.DATA, 0, 0, counts(random, "Any adverse event")));
        for (int i = 1; i <= classes; i++) {
            rows.add(new TableRow(TableRow.Kind.DATA, 0, i, counts(random, i == 3
                    ? "Neoplasms benign, malignant and unspecified (incl cysts and polyps)"
                    : "System organ class number " + i)));
            int own = i == 5 ? 70 : 1 + random.nextInt(terms * 2);
            for (int j = 1; j <= own; j++) {
                rows.add(new TableRow(TableRow.Kind.DATA, 1, i, counts(random, "Preferred term " + i + "." + j)));
            }
        }
        return new Table("ae-soc-pt", "14.3.1.2", "Treatment-Emergent Adverse Events by System Organ Class and Preferred Term",
                "Safety population", columns,
                1, rows, List.of("A subject is counted once in each row; [E] is the number of events.",
                        "Percentages are of the subjects in the column. Terms are coded by MedDRA 27.1 and in descending order of the total column; terms "
                                + "of the same frequency stand in alphabetical order.",
                        SOURCE.getFirst()),
                PageLayout.DEFAULT);
    }

    private static List<Cell> counts(Random random, String label) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(label)));
        for (int i = 0; i < 4; i++) {
            int n = random.nextInt(4) == 0 ? 0 : random.nextInt(84);
            cells.add(n == 0
                    ? cell("0")
                    : Cell.text(
                            n + " (" + Math.round(n / 8.4) + "." + random.nextInt(10) + "%) [" + (n + random.nextInt(90)) + "]"));
        }
        return cells;
    }

    /// A listing with twelve columns of text.
    public static Table listing(int subjects) {
        Random random = new Random(12);
        String[] headers = {"Subject", "Treatment", "Age/Sex/\nRace", "System organ class", "Preferred term", "Reported term",
            "Start date\n(day)",
            "End date\n(day)", "Severity", "Serious", "Relationship to\nstudy treatment", "Action taken and outcome"};
        List<TableColumn> columns = new ArrayList<>();
        for (String header : headers) {
            columns.add(new TableColumn(header, "", Align.LEFT));
        }
        List<TableRow> rows = new ArrayList<>();
        for (int subject = 1; subject <= subjects; subject++) {
            for (int event = 0; event <= random.nextInt(4); event++) {
                List<Cell> cells = new ArrayList<>();
                for (String text : List.of("01-701-1" + (100 + subject), "Xanomeline High Dose", "77/F/\nWHITE",
                        "GENERAL DISORDERS AND ADMINISTRATION SITE CONDITIONS",
                        "APPLICATION SITE " + (event % 2 == 0 ? "PRURITUS" : "ERYTHEMA"),
                        "itching and redness below the patch, worse in the evening",
                        "2014-01-0" + (1 + event) + "\n(" + (2 + event) + ")", "Ongoing",
                        "MODERATE", "N", "PROBABLE", "Dose not changed / Recovering or resolving")) {
                    cells.add(Cell.text(text));
                }
                rows.add(new TableRow(TableRow.Kind.DATA, 0, subject, cells));
            }
        }
        return new Table("listing-ae", "16.2.7.1", "Listing of Adverse Events", "Safety population", columns, 1, rows, SOURCE,
                PageLayout.DEFAULT);
    }

    /// The layout of abstract SA-OR088 (ten columns, headers with breaks) with other subjects.
    public static Table caseSeries() {
        String[] headers = {"ID", "Age", "Gender", "Duration of\nDisease (Years)", "Kidney\nbiopsy", "Dose", "CRS",
            "Follow\nup period(M)",
            "SLEDAI-\n2K\nBaseline", "SLEDAI-\n2K at\npresent"};
        List<TableColumn> columns = new ArrayList<>();
        for (String header : headers) {
            columns.add(new TableColumn(header, "", Align.CENTER));
        }
        String[][] subjects = {{"001", "14", "F", "3", "/", "1*10^9", "/", "6", "12", "0"},
            {"002", "12", "M", "0.67", "III+V", "2*10^9", "I", "4", "16", "10"},
            {"005", "17", "F", "10", "III+III-V", "4.5*10^9", "II", "1", "8", "4"}};
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < subjects.length; i++) {
            rows.add(new TableRow(TableRow.Kind.DATA, 0, i,
                    List.of(subjects[i]).stream().map(text -> text.startsWith("00") ? Cell.text(text) : cell(text)).toList()));
        }
        return new Table("case-series", "", "Disease characteristics and safety outcomes.", "", columns, 1, rows, List.of(),
                PageLayout.DEFAULT);
    }

    public static Table none() {
        Table baseline = baseline();
        return new Table("ae-serious", "14.3.2.1", "Serious Treatment-Emergent Adverse Events", "Safety population",
                baseline.columns(), 1,
                List.of(new TableRow(TableRow.Kind.MESSAGE, 0, 0,
                        List.of(Cell.text("No serious treatment-emergent adverse events were reported.")))),
                SOURCE, PageLayout.DEFAULT);
    }

    public static Table chinese() {
        List<TableColumn> columns = List.of(new TableColumn("不良事件\n系统器官分类", "", Align.LEFT),
                new TableColumn("安慰剂组\n(N=11)", "治疗组", Align.DECIMAL),
                new TableColumn("1×10⁹/kg 低剂量组\n(N=12)", "治疗组", Align.DECIMAL));
        List<TableRow> rows = List.of(data(0, 1, "任何不良事件", "11 (100%)", "9 (75.0%)"),
                data(0, 2, "各类神经系统疾病 (α≥0.05, 37·5)", "1 (9.1%)", "0"),
                data(1, 2, "头痛", "1 (9.1%)", "0"),
                data(1, 2, "Emoji 😀 and \u0001 control; שלום עולם; عربي", "1 (9.1%)", "<0.1%"));
        return new Table("ae-chinese", "14.3.1.9", "治疗期间出现的不良事件（安全性分析集）", "安全性人群", columns, 1, rows, List.of("百分比以各列受试者数为分母。"),
                PageLayout.DEFAULT);
    }

    public static TableRow heading(int indent, int block, String label) {
        return new TableRow(TableRow.Kind.HEADING, indent, block, List.of(Cell.text(label)));
    }

    /// A row of a label and cells; a cell whose text is a plain number holds it.
    public static TableRow data(int indent, int block, String label, String... texts) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(label)));
        for (String text : texts) {
            cells.add(cell(text));
        }
        return new TableRow(TableRow.Kind.DATA, indent, block, cells);
    }

    public static Cell cell(String text) {
        return text.matches("-?\\d+(\\.\\d+)?") ? new Cell(text, new BigDecimal(text), List.of()) : Cell.text(text);
    }
}

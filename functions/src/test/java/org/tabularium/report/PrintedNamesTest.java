package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.study.Study;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.display.Text;

/// No name of a variable, of a dataset or of ours stands in what readers read, in any house style; words in capitals are explained.
/// Looked for in every display of every study of `test-data`; in `regulatory` the source line is left out.
class PrintedNamesTest {

    private static final List<String> STYLES = List.of("regulatory", "abstract", "lancet");

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}_./-])[\\p{L}][\\p{L}\\p{N}_]*(?:-[\\p{L}\\p{N}]+)*");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(-[A-Z0-9]+)?");

    /// Names that are words of medicine or of the language too, or sponsors' codes that a display's purpose is to show.
    private static final Set<String> WORDS = Set.of("AGE", "SEX", "RACE", "ARM", "DOSE", "PGA", "LLDAS", "DORIS", "CRS", "ICANS",
            "BILAG", "BMI", "ALT", "AST", "DLT", "BUN", "EGFR", "IGG", "TERM", "SCALE", "COHORT", "COUNTRY", "TITLE",
            "follow-up");

    /// What everybody knows: Roman numerals, acids, waves of the heart, what a footnote says in words (AUC0–28), the names of the
    /// products that studies of test-data are about.
    private static final Set<String> KNOWN = Set.of("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "DNA", "RNA", "ID",
            "USA", "SAS", "PCTLDEF", "TAB-101", "SAF-202", "III-V", "QRS", "QT", "AUC0");

    @TestFactory
    Stream<DynamicTest> noNameOfOursIsPrinted() {
        return Places.PRINTED_STUDIES.stream().flatMap(study -> STYLES.stream().map(style -> DynamicTest
                .dynamicTest(study + " " + style, () -> assertThat(named(study, style)).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> wordsInCapitalsAreExplained() {
        return Places.PRINTED_STUDIES.stream().flatMap(study -> Stream.of("regulatory", "lancet").map(style -> DynamicTest
                .dynamicTest(study + " " + style, () -> assertThat(unexplained(study, style)).isEmpty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sa-or088", "lancet-2025"})
    void wordAndHtmlAsTheyAreWrittenSayNoNameOfOursEither(String study) throws Exception {
        Set<String> names = names(StudySnapshot.of(new StudyFolder(Places.testData(study))));
        String word = wordText(MadeReport.ofTestData(study).file("report.docx"));
        String html = new String(MadeReport.ofTestData(study).file("report.html"), StandardCharsets.UTF_8)
                .replaceAll("(?s)^.*?<main[^>]*>|<section aria-labelledby=h-x>.*$", "").replaceAll("<[^>]*>", "\n");
        for (String text : List.of(word, html)) {
            assertThat(text).contains("Female");
            assertThat(wordsOf(text).filter(names::contains).distinct()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"saf-202", "kn5601-iit"})
    void footnotesThatBeginWithALabelBeginLarge(String study) throws Exception {
        List<String> notes = displays(StudySnapshot.of(new StudyFolder(Places.testData(study))), "lancet").stream()
                .flatMap(display -> display.footnotes().stream()).toList();
        assertThat(notes).isNotEmpty().noneMatch(note -> note.matches("[a-z]{4,}.*"));
    }

    /// What stands in a Word file, paragraph by paragraph.
    private static String wordText(byte[] docx) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().equals("word/document.xml")) {
                entry = zip.getNextEntry();
            }
            String body = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<w:t[ >][^<]*|</w:p>").matcher(body).results()
                    .map(found -> found.group().startsWith("</") ? "\n" : found.group().replaceFirst("^[^>]*>", ""))
                    .collect(Collectors.joining());
        }
    }

    private static Set<String> names(StudySnapshot snapshot) throws Exception {
        Set<String> names = new HashSet<>(ShellCatalog.builtIn().ids());
        names.removeIf(id -> !id.contains("-"));
        Study opened = Study.open(snapshot, StudyYaml.read(snapshot, ShellCatalog.builtIn()::check), new Findings());
        names.addAll(opened.datasets());
        for (String dataset : opened.datasets()) {
            opened.variables(dataset).forEach(names::add);
        }
        names.removeIf(name -> name.length() < 3 || WORDS.contains(name));
        return names;
    }

    private static List<String> named(String study, String style) throws Exception {
        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(Places.testData(study)));
        Set<String> names = names(snapshot);
        List<String> found = new ArrayList<>();
        for (Display display : displays(snapshot, style)) {
            words(style, display).filter(names::contains).distinct().forEach(word -> found.add(display.id() + ": " + word));
        }
        return found;
    }

    private static List<String> unexplained(String study, String style) throws Exception {
        List<String> found = new ArrayList<>();
        for (Display display : displays(StudySnapshot.of(new StudyFolder(Places.testData(study))), style)) {
            Set<String> explained = new HashSet<>(KNOWN);
            display.footnotes().forEach(note -> Pattern.compile("([\\w-]+) = ").matcher(note).results()
                    .forEach(match -> explained.add(match.group(1))));
            Stream.of(headed(style, display), labels(display), inPicture(display)).flatMap(texts -> texts)
                    .flatMap(PrintedNamesTest::wordsOf)
                    .filter(word -> CAPITALS.matcher(word).matches() && !explained.contains(word))
                    .distinct().forEach(word -> found.add(display.id() + ": " + word));
        }
        return found;
    }

    private static List<Display> displays(StudySnapshot snapshot, String style) throws RejectedException {
        return ReportRun.displays(snapshot, new ReportOptions(List.of(), List.of(), style, List.of()));
    }

    /// All words of a display but those of the source line.
    private static Stream<String> words(String style, Display display) {
        return Stream.of(headed(style, display), drawn(display),
                display.rows().stream().map(TableRow::cells).flatMap(List::stream).map(Cell::text))
                .flatMap(texts -> texts).flatMap(PrintedNamesTest::wordsOf);
    }

    /// What stands in a drawing. A text has no footnotes: it goes into a manuscript, which explains its abbreviations.
    private static Stream<String> inPicture(Display display) {
        return switch (display) {
            case Figure figure -> figure.drawing().shapes().stream().filter(Shape.Text.class::isInstance)
                    .map(Shape.Text.class::cast).map(Shape.Text::text)
                    .filter(label -> label.chars().anyMatch(Character::isLowerCase));
            case Table _,Listing _,Text _ -> Stream.of();
        };
    }

    /// What stands in a drawing, what is said instead of it, and what its charts are labelled with; the sentences of a text.
    private static Stream<String> drawn(Display display) {
        return switch (display) {
            case Figure figure -> Stream.of(
                    figure.drawing().shapes().stream().filter(Shape.Text.class::isInstance).map(Shape.Text.class::cast)
                            .map(Shape.Text::text),
                    Stream.of(figure.drawing().alternative()),
                    figure.charts().stream().flatMap(chart -> Stream.concat(
                            Stream.of(chart.name(), chart.x().title(), chart.y().title()),
                            chart.series().stream().map(Chart.Series::name))))
                    .flatMap(texts -> texts);
            case Text text -> text.paragraphs().stream().map(pieces -> pieces.stream().map(Text.Piece::text)
                    .collect(Collectors.joining()));
            case Table _,Listing _ -> Stream.of();
        };
    }

    /// Title, headers, footnotes and the labels of rows.
    private static Stream<String> headed(String style, Display display) {
        Stream<String> notes = display.footnotes().stream()
                .filter(note -> !style.equals("regulatory") || !note.startsWith("Source: "));
        return Stream.of(Stream.of(display.title(), display.population()),
                display.columns().stream().flatMap(column -> Stream.of(column.span(), column.header().replace("-\n", "-"))),
                notes)
                .flatMap(texts -> texts);
    }

    /// The labels of a table's rows but those that are in capitals altogether; those of a listing are records.
    private static Stream<String> labels(Display display) {
        return switch (display) {
            case Table table -> table.rows().stream().map(row -> row.cells().getFirst().text())
                    .filter(label -> label.chars().anyMatch(Character::isLowerCase));
            case Listing _ -> Stream.of();
            case Figure _,Text _ -> Stream.of();
        };
    }

    private static Stream<String> wordsOf(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }
}

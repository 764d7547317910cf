package org.tabularium.report;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tabularium.report.CatalogueExamples.Example;
import org.tabularium.shell.DeclaredShell;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;

/// The page that shows every built-in table: what it is, what it reads, what can be changed, what it looks like. Written from the
/// shells themselves, the schema of
/// shells and the examples.
final class CataloguePage {

    /// A footnote of a part of the table: the part's name in front of what is printed.
    private static final Pattern OF_PART = Pattern.compile("^\\{[^:{}]+: (.+)}$");

    private static final Map<String, String> CHAPTERS = chapters();

    /// What every table reads of ADSL, whatever it shows.
    private static final Set<String> OF_EVERY_TABLE = Set.of("USUBJID", "ITTFL", "FASFL", "EFFFL", "SAFFL", "ENRLFL", "SCRFFL",
            "ARMNRS",
            "ARMCD", "TRTSDT", "TRT01A", "TRT01AN", "TRT01P", "TRT01PN", "ARM", "COHORT", "COHORTN");

    private final List<DeclaredShell> shells;
    private final Map<String, Example> examples;

    private CataloguePage(List<DeclaredShell> shells, Map<String, Example> examples) {
        this.shells = shells.stream().sorted(Comparator.comparing(CataloguePage::number, Arrays::compare)).toList();
        this.examples = examples;
    }

    /// The page in Markdown.
    static String of(List<DeclaredShell> shells, Map<String, Example> examples) {
        return new CataloguePage(shells, examples).text();
    }

    private static Map<String, String> chapters() {
        Map<String, String> chapters = new LinkedHashMap<>();
        chapters.put("14.1", "Subjects");
        chapters.put("14.2", "Efficacy");
        chapters.put("14.3", "Safety");
        chapters.put("16", "Listings");
        chapters.put("", "Without a number");
        return chapters;
    }

    private static String chapter(Shell shell) {
        return CHAPTERS.keySet().stream().filter(shell.number()::startsWith).findFirst().orElseThrow();
    }

    /// The parts of the printed number, by which tables are ordered.
    private static int[] number(DeclaredShell declared) {
        return Pattern.compile("\\d+").matcher(declared.shell().number()).results()
                .mapToInt(part -> Integer.parseInt(part.group()))
                .toArray();
    }

    private String text() {
        StringBuilder page = new StringBuilder("""
                # The catalogue of tables

                Every table that comes with Tabularium, as it is declared in [`templates/`](../../templates) and as it looks. The pictures are the first page of each
                table's PDF, made of the studies in [`test-data/`](../../test-data), which are nobody's.

                A study without `tables:` in its `study.yaml` gets every table whose data it has. `./tabularium tables STUDY` says which those are, and why not the others.
                A table is asked for by its id, with parameters where another look is wanted; under each picture stands the entry that made it.

                - **Reads** names what the table has read of the study in the picture; without a variable in bold type the table is not produced. Beside them every table
                  reads of ADSL the subject, the flags of populations and screen failures, the date of first treatment and the arms.
                - **Parameters** are the table's own, with what the table has where it says so. With every table go `as`, `number`, `dataset`, `title`, `population`, `where`, `by`, `total`, `against`,
                  `tests`, `risk-difference`, `odds-ratio`, `exposure-adjusted`, `subgroups`, `distinct`, `zero-rows`, `decimals`, `percent-decimals`, `limits`, `page` and `footnotes`: see [shells](../shells.md).
                - **Limits** are numbers on which publications disagree: `limits: {name: number}` changes one, and what is printed follows.
                - **Footnotes** are the table's own. Below them it explains what was computed and how, its abbreviations, dictionary versions and source.

                This page is written by a program from the shells, their schema and [`examples.yaml`](examples.yaml), and a test fails when it is not up to date:

                    mvn -o -pl functions test -Dtest=CatalogueTest -Dtabularium.catalogue=write

                """);
        contents(page);
        CHAPTERS.forEach((chapter, name) -> shells.stream().filter(s -> chapter(s.shell()).equals(chapter))
                .forEach(shell -> section(page, shell)));
        return page.toString();
    }

    private void contents(StringBuilder page) {
        page.append("| table | number | title | population |\n| --- | --- | --- | --- |\n");
        CHAPTERS.forEach((chapter, name) -> {
            List<Shell> of = shells.stream().map(DeclaredShell::shell).filter(s -> chapter(s).equals(chapter)).toList();
            if (!of.isEmpty()) {
                page.append("| **").append(name).append("** | | | |\n");
            }
            of.forEach(s -> page.append("| [`%s`](#%s) | %s | %s | %s |\n".formatted(s.id(), s.id(), s.number(), s.plainTitle(),
                    population(s.population()))));
        });
    }

    private static String population(PopulationName population) {
        return switch (population) {
            case BASELINE -> "intent to treat";
            case EFFICACY -> "efficacy";
            case BY_PARAMETER -> "by parameter";
            case ENROLLED -> "enrolled";
            case SAFETY -> "safety";
            case ITT, FAS, PER_PROTOCOL, DLT -> population.word();
            case ALL -> "everybody screened";
        };
    }

    private static String populationInFull(PopulationName population) {
        return switch (population) {
            case BASELINE -> "ITTFL, else FASFL, else everybody but screen failures";
            case EFFICACY -> "FASFL, else EFFFL, else ITTFL, else everybody but screen failures";
            case BY_PARAMETER -> "that of efficacy; of a time to an adverse event that of safety";
            case ENROLLED -> "ENRLFL, else everybody but screen failures";
            case SAFETY -> "SAFFL, else who has a date of first treatment";
            case ITT -> "ITTFL";
            case FAS -> "FASFL";
            case PER_PROTOCOL -> "PPROTFL";
            case DLT -> "DLTEVLFL within safety";
            case ALL -> "everybody in ADSL";
        };
    }

    private void section(StringBuilder page, DeclaredShell declared) {
        Shell shell = declared.shell();
        Example example = requireNonNull(examples.get(shell.id()), () -> "examples.yaml has no " + shell.id());
        page.append("\n## ").append(shell.id()).append("\n\n**")
                .append(shell.number().isEmpty() ? "" : kind(shell) + " " + shell.number() + ". ")
                .append(shell.plainTitle()).append("**\n\n");
        if (example.isText()) {
            example.written().lines().filter(line -> !line.startsWith("#")).map(line -> "> " + line + "\n").forEach(page::append);
            page.append('\n');
        } else {
            picture(page, shell, example);
        }
        page.append("[`test-data/").append(example.study()).append("`](../../test-data/").append(example.study()).append("), `")
                .append(example.entry()).append("`\n\n");
        lines(page, declared, example);
    }

    private static void picture(StringBuilder page, Shell shell, Example example) {
        page.append("<img src=\"").append(shell.id()).append(".png\" alt=\"The display ").append(shell.id()).append(" of ")
                .append(example.study()).append("\">\n<!-- pictured: ").append(digest(example.written())).append(" -->\n\n");
    }

    private void lines(StringBuilder page, DeclaredShell declared, Example example) {
        Shell shell = declared.shell();
        page.append("| | |\n| --- | --- |\n");
        line(page, "Population", populationInFull(shell.population()));
        line(page, "Columns", columns(shell));
        line(page, "Rows", String.join("<br>", declared.blocks()));
        line(page, "Reads", reads(shell, example.reads()));
        line(page, "Parameters", declared.parameters().entrySet().stream()
                .map(p -> "`" + p.getKey() + "`: " + p.getValue()).collect(Collectors.joining("<br>")));
        line(page, "Limits", declared.limits().entrySet().stream()
                .map(limit -> "`" + limit.getKey() + ": " + limit.getValue() + "`").collect(Collectors.joining(", ")));
        line(page, "Footnotes", shell.footnotes().stream()
                .map(footnote -> OF_PART.matcher(footnote.strip()).replaceFirst("$1")).collect(Collectors.joining("<br>")));
        line(page, "No records", shell.none());
        line(page, "Offered", offered(shell));
    }

    private static String offered(Shell shell) {
        if (!shell.offered()) {
            return "to studies whose `tables:` name it";
        }
        return shell.offeredWith().isEmpty() ? "" : "to studies that have " + String.join(", ", shell.offeredWith());
    }

    private static void line(StringBuilder page, String name, String text) {
        if (!text.isEmpty()) {
            page.append("| **").append(name).append("** | ").append(text.replace("|", "\\|")).append(" |\n");
        }
    }

    private static String columns(Shell shell) {
        String by = switch (shell.by()) {
            case Shell.BY_TREATMENT -> "arms";
            case Shell.BY_COHORT -> "cohorts (where ADSL has COHORT)";
            case Shell.BY_NONE -> shell.rows().size() == 1 ? "its own" : "one";
            default -> "by " + shell.by();
        };
        return by + (Boolean.FALSE.equals(shell.total()) || shell.by().equals(Shell.BY_NONE) ? "" : " and total");
    }

    private static String reads(Shell shell, Map<String, Set<String>> reads) {
        List<String> datasets = new ArrayList<>();
        reads.forEach((dataset, variables) -> {
            List<String> named = variables.stream()
                    .filter(variable -> !dataset.equals(Study.ADSL) || !OF_EVERY_TABLE.contains(variable))
                    .map(v -> shell.requires().contains(dataset + "." + v) ? "**" + v + "**" : v).toList();
            if (!named.isEmpty()) {
                datasets.add(dataset + ": " + String.join(" ", named));
            }
        });
        return String.join("<br>", datasets);
    }

    /// Names what a picture shows, so that the page is out of date when a table changes.
    private static String digest(String csv) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String kind(Shell shell) {
        if (shell.figure().isPresent()) {
            return "Figure";
        }
        return shell.isListing() ? "Listing" : "Table";
    }
}

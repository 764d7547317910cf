package org.tabularium.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.finding.Finding;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.TableResults;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.table.display.Display;
import org.tabularium.table.wording.RowWords;

/// What laying out displays leaves to be said: names that are printed for want of a label, abbreviations that nothing explains.
final class LayoutNotes {

    private final StudySettings settings;
    private final Set<String> unnamed = new TreeSet<>();
    /// By abbreviation the display in which it stands first.
    private final TreeMap<String, String> unexplained = new TreeMap<>();

    LayoutNotes(StudySettings settings) {
        this.settings = settings;
    }

    /// Where names without a label are collected: dataset and variable.
    Set<String> unnamed() {
        return unnamed;
    }

    /// Looks through a display.
    ///
    /// @param shown the rows that it shows
    void add(TableResults results, List<ResultRow> shown, RowWords words, Display display) {
        addUnexplained(results, shown, words, display);
        addUnlabelledParameters(results);
    }

    /// Abbreviations in what people read first: title, headers that are no arms, and labels of rows that are no values of the
    /// data.
    private void addUnexplained(TableResults results, List<ResultRow> shown, RowWords words, Display table) {
        List<String> texts = new ArrayList<>(List.of(table.title(), table.population()));
        texts.addAll(ShellFootnotes.of(results));
        results.listing().forEach(column -> texts.add(column.header()));
        if (results.listing().isEmpty()) {
            shown.stream().map(ResultRow::label).filter(label -> !isOfData(label)).map(words::of).forEach(texts::add);
        }
        new Abbreviations(settings.display().abbreviations()).unknown(texts)
                .forEach(word -> unexplained.putIfAbsent(word, table.id()));
    }

    private static boolean isOfData(RowLabel label) {
        return label instanceof RowLabel.OfLevel || label instanceof RowLabel.AtBaseline(RowLabel.OfLevel _)
                || label instanceof RowLabel.Shifted;
    }

    /// Parameters whose code is printed for want of a PARAM.
    private void addUnlabelledParameters(TableResults results) {
        Set<String> printed = new HashSet<>();
        Stream.concat(results.rows().stream().map(ResultRow::label), results.placeholders().values().stream()).forEach(label -> {
            if (given(label) instanceof RowLabel.Given(String text)) {
                printed.add(text);
            }
        });
        Abbreviations known = new Abbreviations(settings.display().abbreviations());
        Stream.concat(results.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.results().stream()),
                results.unshown().stream()).forEach(result -> {
                    String code = result.groups().getOrDefault("PARAMCD", "");
                    if (!code.isEmpty() && printed.contains(code) && !known.explains(code)) {
                        unnamed.add(result.dataset() + " " + code);
                    }
                });
    }

    private static RowLabel given(RowLabel label) {
        return label instanceof RowLabel.Holding(RowLabel held, RowLabel.Cells _) ? held : label;
    }

    /// What is to be said of the displays laid out so far: variables whose names are printed for want of a label, abbreviations
    /// that nothing explains.
    List<Finding> findings() {
        List<Finding> notes = new ArrayList<>(unlabelled());
        unexplained.keySet().removeIf(word -> !AdamVariables.label(word).isEmpty()
                || unnamed.stream().anyMatch(name -> name.endsWith(" " + word)));
        if (!unexplained.isEmpty()) {
            notes.add(Finding.note("ABBREVIATION_UNKNOWN", "no footnote explains " + String.join(", ", unexplained.keySet())
                    + ", first in the table " + unexplained.values().iterator().next())
                    .remedy("explain what is an abbreviation in study.yaml: abbreviations: {" + unexplained.firstKey() + ": …}"));
        }
        return notes;
    }

    private List<Finding> unlabelled() {
        return unnamed.stream().map(name -> name.split(" ", 2)).map(parts -> Finding
                .note("LABEL_ABSENT", "has no label, so its name is printed")
                .in(parts[0]).of(parts[1])
                .remedy("give one in study.yaml: labels: {" + parts[1] + ": …}")).toList();
    }
}

package org.tabularium.table;

import java.util.List;
import org.tabularium.table.number.NumberStyle;

/// How numbers and tables look; read from `templates/styles/<id>.yaml`.
///
/// @param numbering where a table's number comes from
/// @param frontMatter what stands before and after the displays where study.yaml does not say
/// @param furniture what stands around each page
/// @param listings whether listings are made that nobody asked for
/// @param marks what marks the footnotes that explain one place of a table
/// @param ownFootnotes whether footnotes of ours (statistics used, abbreviations, source) are printed, not only those without
///     which numbers cannot be read
/// @param cellsInNote whether a footnote says what cells hold, "Data are n (%).", in place of labels and headers
/// @param sourceLine whether the last footnote names datasets, cut-off and run, which a journal's table never does
/// @param sentenceCase whether titles are in sentence case
/// @param populationLine whether the population stands under the title, else at the front of footnotes of ours
/// @param columnTotal pattern of the N below an arm, `{N}` being the number: `(N={N})`
/// @param continuous default rows of a continuous variable
/// @param byVisit default rows of values by visit and of their change
/// @param yesOnly whether a Y/N variable is one row (the share of Y) instead of a row a level
/// @param typesetDoses whether powers of ten in arms are set as `1 × 10⁹`; else arms stand as the data have them
/// @param spelledBelow counts below it are words in sentences; 0 for none
/// @param numbers how numbers are printed
public record HouseStyle(
        Numbering numbering,
        FrontMatter frontMatter,
        PageFurniture furniture,
        boolean listings,
        FootnoteMarks.Kind marks,
        boolean ownFootnotes,
        boolean cellsInNote,
        boolean sourceLine,
        boolean sentenceCase,
        boolean populationLine,
        String columnTotal,
        List<String> continuous,
        List<String> byVisit,
        boolean yesOnly,
        boolean typesetDoses,
        int spelledBelow,
        NumberStyle numbers) {

    /// Where a table's number comes from.
    public enum Numbering {
        /// The shell's own, such as 14.3.1.2.
        SHELL,
        /// 1, 2, 3, … in the order of the report.
        SEQUENTIAL,
        NONE
    }

    /// The house style of an id: `regulatory`, `abstract`, `lancet`.
    ///
    /// @throws IllegalStateException where there is none; study.yaml's schema and the command line let no other id through
    public static HouseStyle named(String id) {
        return HouseStyleReader.read(id);
    }
}

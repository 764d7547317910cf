package org.tabularium.table;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.TableResults;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.table.spelling.TitleCase;
import org.tabularium.table.spelling.Typography;
import org.tabularium.table.wording.RowWords;

/// The title of a display: as its shell declares it, with what the table is of and has in place of the placeholders.
final class DisplayTitle {

    /// Words that stand in the titles of house styles without footnotes of ours alone: `{abstract: in percent}`.
    private static final Pattern IN_ABSTRACT = Pattern.compile("\\{abstract:([^}]*)}");
    /// Words that stand in it where a part is in the table: `{followed: and Hy's Law}`.
    private static final Pattern PART = Pattern.compile("\\{([A-Za-z0-9|+!]+):([^}]*)}");

    private final StudySettings settings;
    private final HouseStyle style;

    DisplayTitle(StudySettings settings, HouseStyle style) {
        this.settings = settings;
        this.style = style;
    }

    /// The title as the style writes it, and in it what the study calls its parameters, as their rows have it.
    String of(TableResults results) {
        String declared = IN_ABSTRACT.matcher(results.shell().title()).replaceAll(style.ownFootnotes() ? "" : "$1");
        if (!style.sentenceCase()) {
            return of(declared, results.placeholders(), settings);
        }
        Map<String, RowLabel> placeholders = new TreeMap<>();
        results.placeholders().forEach((name, label) -> {
            String words = RowWords.inTitle(label);
            boolean first = declared.startsWith("{" + name + "}");
            placeholders.put(name, new RowLabel.Given(
                    isOurs(label) ? TitleCase.within(words) : TitleCase.label(words, first)));
        });
        return Typography.decimals(of(TitleCase.sentence(declared), placeholders, settings),
                style.numbers().decimalMark());
    }

    /// Whether a title calls it by a name of ours, not of the data.
    private static boolean isOurs(RowLabel label) {
        return label instanceof RowLabel.Named
                || (label instanceof RowLabel.Together(var of) && of.stream().allMatch(RowLabel.OfVariable.class::isInstance));
    }

    /// A declared title with its placeholders replaced.
    static String of(String declared, Map<String, RowLabel> placeholders, StudySettings settings) {
        String title = declared;
        for (Map.Entry<String, RowLabel> placeholder : placeholders.entrySet()) {
            title = title.replace("{" + placeholder.getKey() + "}", RowWords.inTitle(placeholder.getValue()));
        }
        Matcher parts = PART.matcher(title);
        title = parts.replaceAll(part -> Matcher.quoteReplacement(isShown(part.group(1), placeholders) ? part.group(2) : ""));
        for (Map.Entry<String, String> scale : settings.scales().entrySet()) {
            title = title.replace("{scale " + scale.getKey() + "}", " (" + scale.getValue() + ")");
        }
        return Typography.label(title.replaceAll("\\{scale [^}]*}", "").replaceAll("\\{(\\w+)}", "$1").strip());
    }

    /// Whether one of some parts, or where they are joined by a plus, all of them are in the table; with a `!` before it one must
    /// not be.
    private static boolean isShown(String parts, Map<String, RowLabel> shown) {
        return Arrays.stream(parts.split("\\|"))
                .anyMatch(way -> Arrays.stream(way.split("\\+")).allMatch(
                        part -> part.startsWith("!") ? !shown.containsKey(part.substring(1)) : shown.containsKey(part)));
    }
}

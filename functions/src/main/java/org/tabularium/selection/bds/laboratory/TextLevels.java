package org.tabularium.selection.bds.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tabularium.endpoint.lupus.BilagGrade;
import org.tabularium.result.RowLabel;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ParameterTimeline;

/// The text of each record of a parameter as its level: AVALC, or AVAL where that is missing. Systems of BILAG-2004 have their
/// grades, however they are written.
public final class TextLevels implements LevelSource {

    private static final int MOST_LEVELS = 50;
    private static final Pattern BILAG = Pattern.compile("BILAG[1-9]");

    private final BdsParameter parameter;
    private final ParameterTimeline timeline;
    private final List<String> levels;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean shown;

    private TextLevels(BdsParameter parameter, ParameterTimeline timeline, List<String> levels, boolean shown) {
        this.parameter = parameter;
        this.timeline = timeline;
        this.levels = levels;
        this.shown = shown;
        for (int i = 0; i < levels.size(); i++) {
            places.put(levels.get(i).toUpperCase(Locale.ROOT), i);
        }
    }

    /// The levels of a parameter.
    ///
    /// @param wanted levels in order; empty for those of the data in their natural order
    /// @throws NotProducedException where the values are no levels
    public static TextLevels of(BdsParameter parameter, ParameterTimeline timeline, List<String> wanted)
            throws NotProducedException {
        if (!wanted.isEmpty()) {
            return new TextLevels(parameter, timeline, wanted, true);
        }
        Set<String> found = new TreeSet<>(LevelOrder.natural());
        BitSet rows = parameter.every();
        for (int row = rows.nextSetBit(0); row >= 0 && found.size() <= MOST_LEVELS; row = rows.nextSetBit(row + 1)) {
            found.add(text(parameter, row));
        }
        found.remove("");
        if (found.size() > MOST_LEVELS) {
            throw new NotProducedException(new RecordObstacle.TooManyLevels(parameter.code(), MOST_LEVELS));
        }
        return new TextLevels(parameter, timeline, new ArrayList<>(found), false);
    }

    private static String text(BdsParameter parameter, int row) {
        String text = parameter.records().field("AVALC").map(f -> f.text(row)).orElse("");
        if (isSystem(parameter)) {
            return BilagGrade.of(text, AnalysisValue.number(parameter.records(), row)).map(Enum::name).orElse("");
        }
        return text.isEmpty() ? parameter.records().field("AVAL").map(f -> f.text(row)).orElse("") : text;
    }

    private static boolean isSystem(BdsParameter parameter) {
        return BILAG.matcher(parameter.code()).matches();
    }

    /// Whether some record is a system of BILAG-2004 without a letter and of 0 points, which are those of D and of E.
    public boolean hasZeroPoints() {
        return isSystem(parameter) && parameter.every().stream().anyMatch(row -> text(parameter, row).equals(BilagGrade.D.name())
                && parameter.records().field("AVALC").flatMap(text -> BilagGrade.parse(text.text(row))).isEmpty());
    }

    @Override
    public List<String> levels() {
        return levels;
    }

    @Override
    public boolean alwaysShown(int level) {
        return shown;
    }

    @Override
    public RowLabel label(int level) {
        return new RowLabel.OfLevel(variable(), levels.get(level));
    }

    @Override
    public RowLabel baselineLabel(int level) {
        return new RowLabel.AtBaseline(label(level));
    }

    @Override
    public int of(int row) {
        return places.getOrDefault(text(parameter, row).toUpperCase(Locale.ROOT), NONE);
    }

    @Override
    public int baseline(int subject) {
        int row = timeline.baseline(subject);
        return row < 0 ? NONE : of(row);
    }

    /// Levels of text stand from the worst to the best.
    @Override
    public int worse(int first, int second) {
        if (first == NONE) {
            return second;
        }
        return second == NONE ? first : Math.min(first, second);
    }

    @Override
    public String variable() {
        return "AVALC";
    }
}

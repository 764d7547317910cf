package org.tabularium.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Value;
import org.tabularium.table.wording.FilterWords;

/// `results.json`: an array with one record a statistic, one record a line, in the order given.
///
/// A double is written with the fewest digits that read back as the same double, a whole number without a fraction. What cannot
/// be computed has a null
/// value and the reason as its note.
public final class ResultsJson {

    /// About as many bytes takes a record.
    private static final long ROOM = 1_000;
    private static final String NOT_FINITE = "the computation gave no finite number";

    private final RecordsJson json;
    private final boolean selections;
    private final SharedClauses of = new SharedClauses();
    private final SharedClauses clauses = new SharedClauses();
    private final Map<Method, byte[]> methods = new HashMap<>();
    private final Members group = new Members();
    private final Members filter = new Members();
    private final Members cell = new Members();
    private final Members selection = new Members();
    private @Nullable PublishedResult previous;

    private ResultsJson(int records, boolean selections) {
        this.json = new RecordsJson(ROOM * records);
        this.selections = selections;
    }

    /// The file.
    ///
    /// @param starts where the line of each record begins, and where that of the last ends
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Written(byte[] bytes, int[] starts) {}

    public static Written of(List<PublishedResult> results) {
        return new ResultsJson(results.size(), true).write(results);
    }

    /// The same without what selects the records: where and selection are null.
    public static Written withoutSelections(List<PublishedResult> results) {
        return new ResultsJson(results.size(), false).write(results);
    }

    private Written write(List<PublishedResult> results) {
        int[] starts = new int[results.size() + 1];
        json.startArray();
        for (int i = 0; i < results.size(); i++) {
            if (i == 0) {
                json.line();
            } else {
                json.nextRecord();
            }
            starts[i] = json.size();
            write(results.get(i));
        }
        if (!results.isEmpty()) {
            json.line();
        }
        starts[results.size()] = json.size();
        json.endArray();
        json.line();
        return new Written(json.bytes(), starts);
    }

    private void write(PublishedResult published) {
        Result result = published.result();
        PublishedResult last = previous;
        boolean sameSelection = last != null && last.result().selection().equals(result.selection());
        json.startObject();
        group.write(last != null && isOfSameGroup(last, published), () -> group(published));
        json.string("variable", result.variable());
        json.name("level");
        level(result.level());
        json.string("statistic", result.statistic().word());
        json.name("value");
        value(result.value());
        json.string("text", published.text());
        place(published.place());
        json.string("note", note(result.value()));
        filter.write(sameSelection, () -> json.string("where", selections ? where(result.selection()) : null));
        json.unique("key", published.key().text());
        cell.write(last != null && last.key().cell().equals(published.key().cell()), () -> cell(published.key()));
        selection.write(sameSelection, () -> selection(result.selection()));
        json.name("method");
        json.written(methods.computeIfAbsent(result.method(), m -> json.apart(apart -> SelectionJson.write(apart, m))));
        json.endObject();
        previous = published;
    }

    private void group(PublishedResult published) {
        json.string("table", published.table());
        json.string("dataset", published.result().dataset());
        json.name("groups");
        json.startObject();
        for (Map.Entry<String, String> group : published.result().groups().entrySet()) {
            json.string(group.getKey(), group.getValue());
        }
        json.endObject();
    }

    private static boolean isOfSameGroup(PublishedResult one, PublishedResult other) {
        Result result = other.result();
        Map<String, String> groups = one.result().groups();
        return one.table().equals(other.table()) && one.result().dataset().equals(result.dataset())
                && groups.equals(result.groups())
                // Equal maps may have their keys in another order.
                && (groups.size() < 2 || List.copyOf(groups.keySet()).equals(List.copyOf(result.groups().keySet())));
    }

    private void cell(ResultKey key) {
        json.unique("cell", key.cell());
        json.string("tag", key.tag());
    }

    private void place(@Nullable Place place) {
        json.name("label");
        if (place == null) {
            json.nothing();
        } else {
            strings(place.row());
        }
        json.string("column", place == null ? null : place.column());
    }

    private void level(List<String> level) {
        switch (level.size()) {
            case 0 -> json.nothing();
            case 1 -> json.string(level.getFirst());
            default -> strings(level);
        }
    }

    private void strings(List<String> strings) {
        json.startArray();
        for (String string : strings) {
            json.string(string);
        }
        json.endArray();
    }

    private void value(Value value) {
        switch (value) {
            case Value.Whole(long whole) -> json.number(Long.toString(whole));
            case Value.Real(double real) when Double.isFinite(real) -> json.number(JsonLines.number(real));
            case Value.Text(String text) -> json.string(text);
            case Value.Real _,Value.NotEstimable _ -> json.nothing();
        }
    }

    private static @Nullable String note(Value value) {
        return switch (value) {
            case Value.NotEstimable(String reason) -> reason;
            case Value.Real(double real) when !Double.isFinite(real) -> NOT_FINITE;
            case Value.Real _,Value.Whole _,Value.Text _ -> null;
        };
    }

    private String where(Selection selection) {
        of.turnTo(selection.of());
        clauses.turnTo(selection.clauses());
        return FilterWords.of(selection, of.words, clauses.words);
    }

    private void selection(Selection selection) {
        json.name("selection");
        if (selections) {
            SelectionJson.write(json, selection, of.json, clauses.json);
        } else {
            json.nothing();
        }
    }

    /// Members that a record often has in common with the one before: written once, then copied.
    private final class Members {

        private int from;
        private int to;

        void write(boolean same, Runnable members) {
            int start = json.size();
            if (same) {
                json.again(from, to);
            } else {
                members.run();
            }
            from = start;
            to = json.size();
        }
    }

    /// Clauses that neighbouring results mostly have in common: the statistics of a row count the same records, whatever the arm.
    private final class SharedClauses {

        private @Nullable Clauses of;
        private byte[] json = {};
        private String words = "";

        void turnTo(Clauses next) {
            if (!next.equals(of)) {
                json = ResultsJson.this.json.apart(apart -> SelectionJson.write(apart, next));
                words = FilterWords.of(next);
            }
            of = next;
        }
    }
}

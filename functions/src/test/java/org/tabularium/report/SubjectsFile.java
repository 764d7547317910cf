package org.tabularium.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `subjects.json` read as docs/schema/subjects.schema.json describes it, by no code of the program.
final class SubjectsFile {

    private final List<BitSet> sets = new ArrayList<>();
    private final Map<String, List<Integer>> subjectsOfRows = new HashMap<>();
    private final List<JsonNode> behind = new ArrayList<>();
    /// Of each record of results.json, in order: the displays stand in it one after the other.
    private final List<Integer> records = new ArrayList<>();

    /// @param rows from 1, of the numerator's subjects
    record Who(BitSet numerator, BitSet denominator, BitSet rows) {}

    static SubjectsFile of(JsonNode json) {
        SubjectsFile file = new SubjectsFile();
        json.path("sets").forEach(set -> file.sets.add(set(set.asText())));
        json.path("datasets").properties().forEach(e -> file.subjectsOfRows.put(e.getKey(), sequence(e.getValue().asText())));
        json.path("behind").forEach(file.behind::add);
        json.path("displays").forEach(display -> file.records.addAll(sequence(display.path("behind").asText())));
        return file;
    }

    @Nullable
    Who behind(int record) {
        int entry = records.get(record);
        if (entry < 0) {
            return null;
        }
        JsonNode of = behind.get(entry);
        BitSet numerator = sets.get(of.get(0).intValue());
        BitSet rows = new BitSet();
        if (of.size() == 4) {
            List<Integer> subjects = requireNonNull(subjectsOfRows.get(of.get(2).textValue()));
            sets.get(of.get(3).intValue()).stream()
                    .filter(row -> subjects.get(row - 1) >= 0 && numerator.get(subjects.get(row - 1))).forEach(rows::set);
        }
        return new Who(numerator, sets.get(of.get(1).intValue()), rows);
    }

    private static BitSet set(String text) {
        BitSet set = new BitSet();
        int next = 0;
        for (String range : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] repeated = range.split("\\*", -1);
            String[] parts = repeated[0].split("\\+", -1);
            for (int time = 0; time < (repeated.length == 1 ? 1 : Integer.parseInt(repeated[1])); time++) {
                next += Integer.parseInt(parts[0]);
                int more = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
                for (int i = 0; i <= more; i++) {
                    set.set(next++);
                }
            }
        }
        return set;
    }

    private static List<Integer> sequence(String text) {
        List<Integer> values = new ArrayList<>();
        for (String run : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] parts = run.split("\\*", -1);
            for (int i = 0; i < (parts.length == 1 ? 1 : Integer.parseInt(parts[1])); i++) {
                values.add(Integer.parseInt(parts[0]));
            }
        }
        return values;
    }
}

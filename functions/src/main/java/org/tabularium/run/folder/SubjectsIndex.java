package org.tabularium.run.folder;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Ranges;
import org.tabularium.run.RunPaths;

/// What `subjects.json` says of one display: where its records are, and who is behind each.
///
/// @param offset of the first of its records in `results.json`, in bytes
/// @param length of all of them
/// @param behind of each, in their order; null where it is not said
record SubjectsIndex(long offset, int length, List<@Nullable Behind> behind) {

    /// Who is behind a result.
    ///
    /// @param numerator identifiers
    /// @param denominator identifiers
    /// @param dataset of the rows; null where none are known
    /// @param rows from 1, as in the file
    record Behind(List<String> numerator, List<String> denominator, @Nullable String dataset, BitSet rows) {}

    /// Reads it.
    ///
    /// @param bytes of the file
    /// @return null where the file does not know the display
    static @Nullable SubjectsIndex of(byte[] bytes, String display) throws IOException, BrokenRunException {
        try {
            return new Reader().read(bytes, display);
        } catch (JsonProcessingException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new BrokenRunException("%s is not as this program writes it".formatted(RunPaths.SUBJECTS));
        }
    }

    private static final class Reader {
        private final List<String> subjects = new ArrayList<>();
        private final Map<String, String> datasets = new HashMap<>();
        private final Map<String, int[]> subjectsOfRows = new HashMap<>();
        private final List<String> sets = new ArrayList<>();
        private final List<JsonNode> entries = new ArrayList<>();
        private final Map<Integer, Behind> made = new HashMap<>();

        @Nullable
        SubjectsIndex read(byte[] bytes, String display) throws IOException {
            JsonMapper mapper = new JsonMapper();
            JsonNode found = null;
            try (JsonParser json = mapper.createParser(bytes)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    switch (field) {
                        case "subjects" -> texts(json, subjects);
                        case "sets" -> texts(json, sets);
                        case "datasets" -> mapper.<JsonNode>readTree(json).properties()
                                .forEach(e -> datasets.put(e.getKey(), e.getValue().asText()));
                        case "behind" -> mapper.<JsonNode>readTree(json).forEach(entries::add);
                        case "displays" -> found = found(json, mapper, display);
                        default -> json.skipChildren();
                    }
                }
            }
            if (found == null) {
                return null;
            }
            List<@Nullable Behind> behind = new ArrayList<>();
            for (int entry : Ranges.sequence(found.path("behind").asText())) {
                behind.add(entry < 0 ? null : made.computeIfAbsent(entry, this::behind));
            }
            return new SubjectsIndex(found.path("offset").asLong(), found.path("length").asInt(), behind);
        }

        private static void texts(JsonParser json, List<String> into) throws IOException {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                into.add(json.getText());
            }
        }

        private static @Nullable JsonNode found(JsonParser json, JsonMapper mapper, String display) throws IOException {
            JsonNode found = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean is = json.currentName().equals(display);
                json.nextToken();
                if (is) {
                    found = mapper.readTree(json);
                } else {
                    json.skipChildren();
                }
            }
            return found;
        }

        private Behind behind(int entry) {
            JsonNode of = entries.get(entry);
            BitSet numerator = Ranges.set(sets.get(of.path(0).asInt()));
            BitSet denominator = Ranges.set(sets.get(of.path(1).asInt()));
            if (of.size() < 4) {
                return new Behind(names(numerator), names(denominator), null, new BitSet());
            }
            String dataset = of.path(2).asText();
            int[] subjectOf = subjectsOfRows.computeIfAbsent(dataset,
                    name -> Ranges.sequence(datasets.getOrDefault(name, "")));
            BitSet rows = new BitSet();
            Ranges.set(sets.get(of.path(3).asInt())).stream()
                    .filter(row -> subjectOf[row - 1] >= 0 && numerator.get(subjectOf[row - 1]))
                    .forEach(rows::set);
            return new Behind(names(numerator), names(denominator), dataset, rows);
        }

        private List<String> names(BitSet of) {
            return of.stream().mapToObj(subjects::get).toList();
        }
    }
}

package org.tabularium.manuscript.word;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.RunPaths;
import org.tabularium.run.folder.RunFiles;

/// What a run says of the numbers that a document holds: by their tags, each with its statistics.
final class RunNumbers {

    /// A statistic.
    ///
    /// @param value null where it is none or could not be computed
    /// @param text the displayed cell that shows it; null where none does
    private record Said(@Nullable Double value, @Nullable String text) {}

    /// What is to stand in a control.
    sealed interface Answer {

        record Text(String text) implements Answer {}

        /// No number.
        ///
        /// @param reason why the number is left as it is, for a person
        record None(String reason) implements Answer {}
    }

    private static final Answer.None ABSENT = new Answer.None("the run lacks it");

    /// How a run calls the selection of one row of a dataset, and the dataset that has one row a subject.
    private static final String RECORD = "record";
    private static final String SUBJECTS = "ADSL";

    private final Map<String, Map<String, Said>> byTag;
    private final Set<String> ofRecords;

    private RunNumbers(Map<String, Map<String, Said>> byTag, Set<String> ofRecords) {
        this.byTag = byTag;
        this.ofRecords = ofRecords;
    }

    /// Reads what the run says of these tags.
    static RunNumbers of(RunFiles run, Set<String> tags) throws IOException, BrokenRunException {
        Map<String, Map<String, Said>> byTag = new HashMap<>();
        Set<String> ofRecords = new HashSet<>();
        try (JsonParser records = new JsonMapper().createParser(run.bytes(RunPaths.RESULTS))) {
            if (records.nextToken() != JsonToken.START_ARRAY) {
                throw new BrokenRunException("%s of %s is no array of results".formatted(RunPaths.RESULTS, run.place()));
            }
            while (records.nextToken() == JsonToken.START_OBJECT) {
                JsonNode record = records.readValueAsTree();
                String tag = record.path("tag").asText();
                if (tags.contains(tag)) {
                    byTag.computeIfAbsent(tag, t -> new LinkedHashMap<>()).put(record.path("statistic").asText(), said(record));
                    if (isOfRecord(record.path("selection").path("clauses"))) {
                        ofRecords.add(tag);
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new BrokenRunException("%s of %s is no JSON".formatted(RunPaths.RESULTS, run.place()));
        }
        return new RunNumbers(byTag, ofRecords);
    }

    /// Whether a result is what a record says that its row in the dataset tells from the subject's others. A row of ADSL is its
    /// subject's only one.
    private static boolean isOfRecord(JsonNode clauses) {
        for (JsonNode clause : clauses) {
            if (clause.path("criterion").asText().equals(RECORD)) {
                return !clause.path("values").path(0).asText().equals(SUBJECTS);
            }
        }
        return false;
    }

    /// Whether the run says of a control what the record at a row of a dataset says. Where rows have moved, that is another
    /// record than it was.
    boolean isOfRecord(Control control) {
        return ofRecords.contains(control.tag());
    }

    /// Whether the run has nothing under a control's tag.
    boolean lacks(Control control) {
        return !byTag.containsKey(control.tag());
    }

    private static Said said(JsonNode record) {
        JsonNode value = record.path("value");
        JsonNode text = record.path("text");
        return new Said(value.isNumber() ? value.doubleValue() : null, text.isTextual() ? text.textValue() : null);
    }

    /// What is to stand in a control.
    Answer of(Control control) {
        Map<String, Said> said = byTag.get(control.tag());
        if (said == null) {
            return ABSENT;
        }
        if (control.statistics().isEmpty()) {
            return onlyText(said);
        }
        Said first = said.get(control.statistics().getFirst());
        if (first == null) {
            return ABSENT;
        }
        String text = first.text();
        boolean slot = control.statistics().size() == 1 && (text == null || SlotText.isOneOfSeveral(text, control.text()));
        if (slot) {
            return slot(control, first);
        }
        return text == null ? new Answer.None("the run does not show it") : new Answer.Text(text);
    }

    /// Without a title that says which statistics a control shows, they must all stand in one cell.
    private static Answer onlyText(Map<String, Said> said) {
        List<String> texts = said.values().stream().map(Said::text).filter(text -> text != null).distinct()
                .collect(Collectors.toList());
        return texts.size() == 1
                ? new Answer.Text(texts.getFirst())
                : new Answer.None("the control's title no longer says which statistic it shows");
    }

    private static Answer slot(Control control, Said said) {
        Double value = said.value();
        Optional<String> text = value == null ? Optional.empty() : SlotText.of(control.text(), value);
        return text.<Answer>map(Answer.Text::new).orElse(new Answer.None(value == null
                ? "the run could not compute it"
                : "its form is not understood"));
    }
}

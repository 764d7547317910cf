package org.tabularium.run.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A result of a run with who is behind it.
///
/// @param record as `results.json` has it
/// @param behind null where the run does not say it
public record ExplainedResult(JsonNode record, @Nullable Who behind) {

    /// Who is behind a result.
    ///
    /// @param numerator identifiers of who is counted, summarised or tested
    /// @param denominator of whom they are
    /// @param dataset where the rows are; null where none are known
    /// @param rows of the numerator's subjects, from 1, as in the file
    public record Who(List<String> numerator, List<String> denominator, @Nullable String dataset, BitSet rows) {}

    /// A field that is a text; empty where it is none.
    public String text(String field) {
        JsonNode value = record.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    /// The labels that lead to the row it stands in; of a listing's cell the subject, where it is said, and the dataset's row;
    /// for one that no cell shows its variable and levels.
    public List<String> row() {
        List<String> row = new ArrayList<>();
        if (record.path("label").isArray() && !record.path("label").isEmpty()) {
            record.path("label").forEach(label -> row.add(label.asText()));
        } else if (isListed()) {
            record.path("groups").properties().forEach(group -> row.add(group.getValue().asText()));
            row.add(text("where"));
        } else {
            if (!text("variable").isEmpty()) {
                row.add(text("variable"));
            }
            row.addAll(levels());
        }
        return row;
    }

    /// The raw levels.
    public List<String> levels() {
        List<String> levels = new ArrayList<>();
        JsonNode level = record.path("level");
        if (level.isArray()) {
            level.forEach(part -> levels.add(part.asText()));
        } else if (level.isTextual()) {
            levels.add(level.textValue());
        }
        return levels;
    }

    /// The arm as the data have it; empty for the total and for what is of all arms together.
    public Optional<String> arm() {
        JsonNode arm = record.path("selection").path("arm").path("value");
        return arm.isTextual() ? Optional.of(arm.textValue()) : Optional.empty();
    }

    /// The grouping variables but the arm, such as a visit: what tells rows of the same labels apart.
    String otherGroups() {
        String arm = record.path("selection").path("arm").path("variable").asText("");
        return record.path("groups").properties().stream()
                .filter(group -> !group.getKey().equals(arm))
                .map(group -> group.getKey() + "=" + group.getValue().asText())
                .collect(Collectors.joining("&"));
    }

    /// Whether it is a listing's cell.
    boolean isListed() {
        return text("statistic").equals("value") && record.path("label").isArray() && record.path("label").isEmpty();
    }

    /// Whether a cell shows it.
    public boolean shown() {
        return record.path("text").isTextual();
    }
}

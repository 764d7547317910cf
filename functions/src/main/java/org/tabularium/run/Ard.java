package org.tabularium.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.table.wording.StatisticWords;

/// The results of a run as one flat dataset with the columns of R's cards, in their order (`tidy_ard_column_order`): pairs of
/// grouping variable and level, the analysed variable and its level, context, name, label and value of the statistic, what is
/// displayed, warning and error. Columns of ours follow: display, dataset and the result's key.
///
/// `stat` is a number or nothing; a text (a listing's cell, a decision) stands in `stat_fmt` alone. What cannot be computed has
/// its reason as `error`. `context` is the method's id. `fmt_fun` is there since cards looks for it, and empty since a file holds
/// no functions. Percentages are 0 to 100, not 0 to 1 as `p` of cards.
public final class Ard {

    private static final String TOTAL = "..ard_total_n..";
    private static final String ROW = "..ard_row..";

    private final List<PublishedResult> results;
    private final int groups;

    private Ard(List<PublishedResult> results) {
        this.results = results;
        this.groups = results.stream().mapToInt(result -> result.result().groups().size()).max().orElse(0);
    }

    /// A column.
    ///
    /// @param number whether it holds numbers
    private record Column(String name, String label, boolean number) {}

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= groups; i++) {
            columns.add(new Column("group" + i, "Grouping Variable " + i, false));
            columns.add(new Column("group" + i + "_level", "Level of Grouping Variable " + i, false));
        }
        columns.add(new Column("variable", "Variable", false));
        columns.add(new Column("variable_level", "Level of the Variable", false));
        columns.add(new Column("context", "Method", false));
        columns.add(new Column("stat_name", "Statistic", false));
        columns.add(new Column("stat_label", "Label of the Statistic", false));
        columns.add(new Column("stat", "Value", true));
        columns.add(new Column("stat_fmt", "Displayed Value", false));
        columns.add(new Column("fmt_fun", "Formatting Function", false));
        columns.add(new Column("warning", "Warning", false));
        columns.add(new Column("error", "Error", false));
        columns.add(new Column("display", "Display", false));
        columns.add(new Column("dataset", "Dataset", false));
        columns.add(new Column("key", "Key of the Result", false));
        return columns;
    }

    /// A row, a field a column; a null is an empty one.
    private List<@Nullable String> row(PublishedResult published) {
        Result result = published.result();
        List<@Nullable String> row = new ArrayList<>();
        for (Map.Entry<String, String> group : result.groups().entrySet()) {
            row.add(group.getKey());
            row.add(group.getValue());
        }
        while (row.size() < 2 * groups) {
            row.add(null);
        }
        row.add(variable(result));
        row.add(result.level().isEmpty() ? null : String.join(" > ", result.level()));
        row.add(result.method().id().id());
        row.add(result.statistic().word());
        row.add(StatisticWords.label(result.statistic()));
        row.add(number(result.value()));
        row.add(shown(published));
        row.add(null);
        row.add(null);
        row.add(result.value() instanceof Value.NotEstimable(String reason) ? reason : null);
        row.add(published.table());
        row.add(result.dataset());
        row.add(published.key().text());
        return row;
    }

    private static String variable(Result result) {
        String variable = result.variable();
        if (variable != null) {
            return variable;
        }
        return result.statistic() == Statistic.COLUMN_TOTAL ? TOTAL : ROW;
    }

    private static @Nullable String number(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> Long.toString(whole);
            case Value.Real(double real) when Double.isFinite(real) -> JsonLines.number(real);
            case Value.Real _,Value.Text _,Value.NotEstimable _ -> null;
        };
    }

    private static @Nullable String shown(PublishedResult published) {
        return published.text() == null && published.result().value() instanceof Value.Text(String text)
                ? text
                : published.text();
    }

    /// `ard.csv`: RFC 4180, UTF-8, LF; an empty field is a missing value.
    public static byte[] csv(List<PublishedResult> results) {
        Ard ard = new Ard(results);
        StringBuilder csv = new StringBuilder();
        csv.append(String.join(",", ard.columns().stream().map(Column::name).toList())).append('\n');
        for (PublishedResult result : results) {
            String separator = "";
            for (String field : ard.row(result)) {
                csv.append(separator).append(field == null ? "" : quoted(field));
                separator = ",";
            }
            csv.append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String field) {
        boolean plain = !field.isEmpty() && field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    /// `ard.ndjson`: the same as Dataset-JSON 1.1.
    ///
    /// @param study its OID
    /// @param created ISO date or time of the documents; null for none, which the format does not know and is a fixed one
    public static byte[] ndjson(List<PublishedResult> results, String study, @Nullable String created) {
        Ard ard = new Ard(results);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            ard.metadata(json, study, created);
            List<Column> columns = ard.columns();
            for (PublishedResult result : results) {
                List<@Nullable String> row = ard.row(result);
                json.writeStartArray();
                for (int i = 0; i < columns.size(); i++) {
                    write(json, row.get(i), columns.get(i).number());
                }
                json.writeEndArray();
            }
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable String field, boolean number) throws IOException {
        if (field == null) {
            json.writeNull();
        } else if (number) {
            json.writeNumber(field);
        } else {
            json.writeString(field);
        }
    }

    private void metadata(JsonGenerator json, String study, @Nullable String created) throws IOException {
        json.writeStartObject();
        json.writeStringField("datasetJSONCreationDateTime", time(created));
        json.writeStringField("datasetJSONVersion", "1.1.0");
        json.writeStringField("studyOID", study);
        json.writeStringField("itemGroupOID", "IG.ARD");
        json.writeNumberField("records", results.size());
        json.writeStringField("name", "ARD");
        json.writeStringField("label", "Analysis Results");
        json.writeArrayFieldStart("columns");
        for (Column column : columns()) {
            json.writeStartObject();
            json.writeStringField("itemOID", "IT.ARD." + column.name());
            json.writeStringField("name", column.name());
            json.writeStringField("label", column.label());
            json.writeStringField("dataType", column.number() ? "double" : "string");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String time(@Nullable String created) {
        if (created == null) {
            return "1970-01-01T00:00:00";
        }
        return created.contains("T") ? created.replaceAll("Z$", "") : created + "T00:00:00";
    }
}

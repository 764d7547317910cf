package org.tabularium.dataset;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A dataset of a test as the bytes of a file, the same values in every format.
///
/// @param name the dataset's, in capital letters
/// @param variables in order
/// @param rows a cell a variable: a text, a number or a date, null where missing
public record WrittenDataset(String name, List<Variable> variables, List<List<@Nullable Object>> rows) {

    /// What a variable's cells are.
    public enum Kind {
        TEXT, NUMBER, DATE
    }

    /// A variable of the dataset.
    ///
    /// @param name of at most eight capital letters and digits
    public record Variable(String name, Kind kind) {}

    /// The formats, by extension.
    public static final List<String> FORMATS = List.of("csv", "json", "ndjson", "xlsx", "xpt");

    private static final long SAS_EPOCH = LocalDate.of(1960, 1, 1).toEpochDay();

    /// The file's bytes.
    public byte[] as(String format) {
        return switch (format) {
            case "csv" -> csv().getBytes(StandardCharsets.UTF_8);
            case "json" -> ("{" + metadata() + ",\"rows\":[" + String.join(",", jsonRows()) + "]}")
                    .getBytes(StandardCharsets.UTF_8);
            case "ndjson" -> ("{" + metadata() + "}\n" + jsonRows().stream().map(row -> row + "\n").collect(Collectors.joining()))
                    .getBytes(StandardCharsets.UTF_8);
            case "xlsx" -> xlsx();
            case "xpt" -> xpt();
            default -> throw new IllegalArgumentException(format);
        };
    }

    private String csv() {
        StringBuilder text = new StringBuilder(variables.stream().map(Variable::name).collect(Collectors.joining(",")))
                .append('\n');
        for (List<@Nullable Object> row : rows) {
            text.append(row.stream().map(WrittenDataset::csv).collect(Collectors.joining(","))).append('\n');
        }
        return text.toString();
    }

    private static String csv(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double number -> plain(number);
            case LocalDate date -> date.toString();
            default -> "\"" + cell.toString().replace("\"", "\"\"") + "\"";
        };
    }

    private static String plain(double number) {
        return number == StrictMath.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private String metadata() {
        String columns = variables.stream()
                .map(v -> "{\"itemOID\":\"IT.%s\",\"name\":\"%s\",\"label\":\"\",\"dataType\":%s}".formatted(v.name(), v.name(),
                        switch (v.kind()) {
                            case TEXT -> "\"string\"";
                            case NUMBER -> "\"double\"";
                            case DATE -> "\"date\",\"targetDataType\":\"integer\",\"displayFormat\":\"DATE9.\"";
                        }))
                .collect(Collectors.joining(","));
        return "\"datasetJSONCreationDateTime\":\"2025-01-01T00:00:00\",\"datasetJSONVersion\":\"1.1.0\",\"itemGroupOID\":\"IG\",\"records\":"
                + rows.size() + ",\"name\":\"" + name + "\",\"label\":\"\",\"columns\":[" + columns + "]";
    }

    private List<String> jsonRows() {
        return rows.stream().map(row -> row.stream().map(cell -> switch (cell) {
            case null -> "null";
            case Double number -> plain(number);
            default -> "\"" + cell.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }).collect(Collectors.joining(",", "[", "]"))).toList();
    }

    private byte[] xlsx() {
        StringBuilder sheet = new StringBuilder("<sheetData>");
        List<List<@Nullable Object>> lines = new ArrayList<>();
        lines.add(new ArrayList<@Nullable Object>(variables.stream().map(Variable::name).toList()));
        lines.addAll(rows);
        for (int row = 0; row < lines.size(); row++) {
            sheet.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < variables.size(); column++) {
                Object cell = lines.get(row).get(column);
                String place = letters(column) + (row + 1);
                if (cell instanceof Double number) {
                    sheet.append("<c r=\"").append(place).append("\"><v>").append(plain(number)).append("</v></c>");
                } else if (cell != null) {
                    sheet.append("<c r=\"").append(place).append("\" t=\"inlineStr\"><is><t>")
                            .append(cell.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                            .append("</t></is></c>");
                }
            }
            sheet.append("</row>");
        }
        return new XlsxBytes().sheet(sheet.append("</sheetData>").toString()).bytes();
    }

    private static String letters(int column) {
        return (column >= 26 ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
    }

    private byte[] xpt() {
        XportWriter writer = new XportWriter(name);
        for (int column = 0; column < variables.size(); column++) {
            int at = column;
            switch (variables.get(column).kind()) {
                case TEXT -> writer.text(variables.get(column).name(), rows.stream()
                        .mapToInt(row -> row.get(at) == null
                                ? 1
                                : Math.max(1, row.get(at).toString().getBytes(StandardCharsets.UTF_8).length))
                        .max().orElse(1));
                case NUMBER -> writer.number(variables.get(column).name());
                case DATE -> writer.number(variables.get(column).name(), 8, "DATE", 9);
            }
        }
        for (List<@Nullable Object> row : rows) {
            Object[] cells = new Object[variables.size()];
            for (int column = 0; column < cells.length; column++) {
                Object cell = row.get(column);
                cells[column] = switch (cell) {
                    case null -> variables.get(column).kind() == Kind.TEXT ? "" : (Object) '.';
                    case LocalDate date -> (Object) Double.valueOf((double) (date.toEpochDay() - SAS_EPOCH));
                    default -> cell;
                };
            }
            writer.row(cells);
        }
        return writer.bytes();
    }
}

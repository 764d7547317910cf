package org.tabularium.store;

/// The media type of an object, by its key's extension.
public final class MediaType {

    private MediaType() {}

    public static String of(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "html" -> "text/html; charset=utf-8";
            case "csv" -> "text/csv; charset=utf-8";
            case "pdf" -> "application/pdf";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> "application/octet-stream";
        };
    }
}

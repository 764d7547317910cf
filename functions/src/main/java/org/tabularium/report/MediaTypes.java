package org.tabularium.report;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.render.Renderer;

/// The media types of the files that leave the house: those of the formats, which their renderers say, and those of our own pages
/// and records.
public final class MediaTypes {

    private static final String OTHER = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION = Stream.concat(
            Map.of("json", "application/json", "ndjson", "application/x-ndjson").entrySet().stream(),
            ReportFormats.RENDERERS.stream().collect(Collectors.toMap(Renderer::extension, Renderer::mediaType)).entrySet()
                    .stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private MediaTypes() {}

    /// The media type of an object by its key's extension.
    public static String of(String key) {
        return BY_EXTENSION.getOrDefault(key.substring(key.lastIndexOf('.') + 1), OTHER);
    }
}

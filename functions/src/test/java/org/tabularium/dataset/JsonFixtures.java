package org.tabularium.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Dataset-JSON in its three forms, made of the metadata and the rows as JSON text.
public final class JsonFixtures {

    private JsonFixtures() {}

    /// The text of the bytes as the file's extension says: `.json`, `.ndjson` or `.dsjc`.
    ///
    /// @param metadata an object without rows
    /// @param rows each an array
    public static byte[] bytes(String fileName, String metadata, List<String> rows) throws IOException {
        if (fileName.endsWith(".json")) {
            String open = metadata.strip().substring(0, metadata.strip().length() - 1);
            return utf8(open + ",\"rows\":[" + String.join(",", rows) + "]}");
        }
        byte[] lines = utf8(metadata + "\n" + String.join("\n", rows) + "\n");
        return fileName.endsWith(".dsjc") ? zlib(lines) : lines;
    }

    /// Metadata of a dataset DM with these columns (an array as JSON).
    public static String metadata(String columns, int records) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode node = mapper.createObjectNode().put("datasetJSONVersion", "1.1.0").put("itemGroupOID", "IG.DM")
                .put("records", records).put("name", "DM").put("label", "Demographics");
        node.set("columns", mapper.readTree(columns));
        return mapper.writeValueAsString(node);
    }

    public static byte[] zlib(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressed = new DeflaterOutputStream(out)) {
            compressed.write(bytes);
        }
        return out.toByteArray();
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressed = new GZIPOutputStream(out)) {
            compressed.write(bytes);
        }
        return out.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.tabularium.publication.catalogue;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tabularium.publication.FindingCounts;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.publication.StudyStatus;
import org.tabularium.run.JsonLines;
import org.tabularium.run.Manifest;

/// `catalog.json`: one study a line. Paths are relative to the bucket; findings are counted, never shown, and
/// the reasons of tables that were not produced stay in the run, since they may name a subject.
final class CatalogJson {

    private CatalogJson() {}

    static byte[] bytes(List<CatalogEntry> entries) {
        return JsonLines.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("studies");
            for (CatalogEntry entry : entries) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, CatalogEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("study", entry.study());
        json.writeStringField("state", entry.state().word());
        if (entry.status() != null) {
            json.writeNumberField("sequence", entry.status().sequence());
            snapshot(json, "snapshot", entry.status().snapshot());
        }
        json.writeArrayFieldStart("findings");
        for (FindingCounts count : entry.findings()) {
            json.writeStartObject();
            json.writeStringField("severity", count.severity());
            json.writeStringField("code", count.code());
            JsonLines.string(json, "dataset", count.dataset());
            JsonLines.string(json, "variable", count.variable());
            json.writeNumberField("count", count.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (entry.latest() == null) {
            json.writeNullField("latest");
        } else {
            latest(json, entry, entry.latest());
        }
        json.writeEndObject();
    }

    private static void latest(JsonGenerator json, CatalogEntry entry, StudyStatus latest) throws IOException {
        String folder = new StudyKeys(entry.study()).file(String.valueOf(latest.run()), "");
        json.writeObjectFieldStart("latest");
        json.writeStringField("run", latest.run());
        json.writeNumberField("sequence", latest.sequence());
        snapshot(json, "snapshot", latest.snapshot());
        json.writeArrayFieldStart("files");
        for (Manifest.Output file : entry.reportFiles()) {
            json.writeString(folder + file.path());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tables");
        for (Manifest.Entry table : entry.tables()) {
            json.writeStartObject();
            json.writeStringField("id", table.id());
            json.writeStringField("number", table.number());
            json.writeStringField("title", table.title());
            json.writeBooleanField("produced", table.produced());
            json.writeArrayFieldStart("files");
            for (Manifest.Output file : entry.tableFiles(table.id())) {
                json.writeString(folder + file.path());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void snapshot(JsonGenerator json, String field, List<Source> snapshot) throws IOException {
        json.writeArrayFieldStart(field);
        for (Source source : snapshot) {
            json.writeStartObject();
            json.writeStringField("key", source.key());
            json.writeStringField("versionId", source.versionId());
            json.writeStringField("lastModified", source.lastModified());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

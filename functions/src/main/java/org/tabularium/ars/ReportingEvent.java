package org.tabularium.ars;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tabularium.ars.RunAnalyses.Operation;
import org.tabularium.ars.RunAnalyses.Population;
import org.tabularium.ars.RunAnalyses.Subset;
import org.tabularium.result.Clauses;
import org.tabularium.run.JsonLines;
import org.tabularium.run.PublishedResult;
import org.tabularium.table.display.Display;
import org.tabularium.table.wording.FilterWords;

/// The run as a CDISC ARS v1 reporting event: an analysis a row of a display, one for its arms and one for the total; its
/// method's operations are its statistics; analysis sets, data subsets and groupings are the selections. What no condition of the
/// model can say (a worst grade, a window) stands in the description of its data subset in words. Values of listings are no
/// analyses.
public final class ReportingEvent {

    private final String study;
    private final List<Display> displays;
    private final RunAnalyses analyses;

    private ReportingEvent(String study, List<Display> displays, RunAnalyses analyses) {
        this.study = study;
        this.displays = displays;
        this.analyses = analyses;
    }

    /// `ars.json`.
    public static byte[] bytes(String study, List<Display> displays, List<PublishedResult> results) {
        return JsonLines.bytes(new ReportingEvent(study, displays, new RunAnalyses(results))::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "RE_1");
        json.writeStringField("name", study);
        json.writeNumberField("version", 1);
        json.writeFieldName("mainListOfContents");
        contents(json);
        json.writeArrayFieldStart("terminologyExtensions");
        term(json, "TERM_REASON", "AnalysisReasonEnum", "REPORTED");
        term(json, "TERM_PURPOSE", "AnalysisPurposeEnum", "DESCRIPTION AND COMPARISON");
        json.writeEndArray();
        json.writeArrayFieldStart("analysisSets");
        int order = 0;
        for (Map.Entry<Population, String> set : analyses.sets().entrySet()) {
            new Where(json, "ADSL").write(set.getValue(), set.getKey().name(), set.getKey().of(), ++order);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("dataSubsets");
        order = 0;
        for (Map.Entry<Subset, String> subset : analyses.subsets().entrySet()) {
            new Where(json, subset.getKey().dataset()).write(subset.getValue(), FilterWords.of(subset.getKey().clauses()),
                    subset.getKey().clauses(), ++order);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("analysisGroupings");
        for (Map.Entry<String, Set<String>> grouping : analyses.arms().entrySet()) {
            grouping(json, grouping.getKey(), List.copyOf(grouping.getValue()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("methods");
        MethodWriter methods = new MethodWriter(json, analyses);
        for (Map.Entry<List<Operation>, String> method : analyses.methods().entrySet()) {
            methods.write(method.getValue(), method.getKey());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("analyses");
        AnalysisWriter writer = new AnalysisWriter(json, analyses);
        int number = 0;
        for (Map.Entry<RunAnalyses.Key, List<PublishedResult>> analysis : analyses.analyses().entrySet()) {
            writer.write(analysis.getKey(), analysis.getValue(), ++number);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outputs");
        for (Display display : displays) {
            output(json, display);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void contents(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", "Displays");
        json.writeObjectFieldStart("contentsList");
        json.writeArrayFieldStart("listItems");
        int order = 0;
        for (Display display : displays) {
            json.writeStartObject();
            json.writeStringField("name", display.heading());
            json.writeNumberField("level", 1);
            json.writeNumberField("order", ++order);
            json.writeStringField("outputId", "OUT_" + display.id());
            json.writeObjectFieldStart("sublist");
            json.writeArrayFieldStart("listItems");
            int number = 0;
            int place = 0;
            for (RunAnalyses.Key key : analyses.analyses().keySet()) {
                number++;
                if (key.display().equals(display.id())) {
                    json.writeStartObject();
                    json.writeStringField("name", key.name());
                    json.writeNumberField("level", 2);
                    json.writeNumberField("order", ++place);
                    json.writeStringField("analysisId", "AN_" + number);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void term(JsonGenerator json, String id, String enumeration, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("enumeration", enumeration);
        json.writeArrayFieldStart("sponsorTerms");
        json.writeStartObject();
        json.writeStringField("id", id + "_1");
        json.writeStringField("submissionValue", value);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void grouping(JsonGenerator json, String variable, List<String> levels) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "GRP_" + variable);
        json.writeStringField("name", variable);
        json.writeBooleanField("dataDriven", false);
        json.writeStringField("groupingDataset", "ADSL");
        json.writeStringField("groupingVariable", variable);
        json.writeArrayFieldStart("groups");
        for (int i = 0; i < levels.size(); i++) {
            new Where(json, "ADSL").write("GRP_" + variable + "_" + (i + 1), levels.get(i),
                    Clauses.equal(variable, levels.get(i)),
                    i + 1);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void output(JsonGenerator json, Display display) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "OUT_" + display.id());
        json.writeStringField("name", display.heading());
        json.writeNumberField("version", 1);
        json.writeArrayFieldStart("displays");
        json.writeStartObject();
        json.writeNumberField("order", 1);
        json.writeObjectFieldStart("display");
        json.writeStringField("id", "DISP_" + display.id());
        json.writeStringField("name", display.title());
        json.writeNumberField("version", 1);
        json.writeStringField("displayTitle", display.heading());
        if (!display.footnotes().isEmpty()) {
            json.writeArrayFieldStart("displaySections");
            json.writeStartObject();
            json.writeStringField("sectionType", "Footnote");
            json.writeArrayFieldStart("orderedSubSections");
            for (int i = 0; i < display.footnotes().size(); i++) {
                json.writeStartObject();
                json.writeNumberField("order", i + 1);
                json.writeObjectFieldStart("subSection");
                json.writeStringField("id", "DISP_" + display.id() + "_F" + (i + 1));
                json.writeStringField("text", display.footnotes().get(i));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}

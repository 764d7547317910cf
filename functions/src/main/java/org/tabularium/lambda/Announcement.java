package org.tabularium.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.portal.PortalSettings;
import org.tabularium.publication.FindingCounts;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyStatus;

/// What the topic hears: never a value, a row or a message of a finding, and no link but to a page that asks who comes.
///
/// @param subject ASCII, below 100 characters
/// @param message JSON
/// @param attributes by which a subscription chooses: `study` and `sponsor`, where they are known, and `state`
record Announcement(String subject, String message, Map<String, List<String>> attributes) {

    private static final JsonMapper JSON = new JsonMapper();

    /// What became of a study.
    static Announcement of(String study, StudyStatus status, Wiring wiring) {
        ObjectNode message = JSON.createObjectNode().put("study", study).put("state", status.state().word())
                .put("run", status.run()).put("sequence", status.sequence());
        URI portal = wiring.settings().portal();
        if (portal != null) {
            message.put("link", PortalSettings.study(portal, study).toString());
        }
        ArrayNode findings = message.putArray("findings");
        FindingCounts.of(status.findings()).forEach(c -> findings.add(JSON.valueToTree(c)));
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("study", List.of(study));
        List<String> sponsors = List.copyOf(wiring.sponsors().apply(study));
        if (!sponsors.isEmpty()) {
            attributes.put("sponsor", sponsors);
        }
        attributes.put("state", List.of(status.state().word()));
        return new Announcement("Tabularium: " + switch (status.state()) {
            case REPORTED -> "report ready";
            case REJECTED -> "report rejected";
            case FAILED -> "report failed";
            case WAITING -> status.findings().stream().anyMatch(f -> f.code().equals("ADSL_MISSING"))
                    ? "waiting for ADSL"
                    : "waiting for the rest of a delivery";
        }, message.toString(), attributes);
    }

    /// Somebody put an object where no study is.
    static Announcement ofNoStudy(String key) {
        return new Announcement("Tabularium: a delivery that is no study", JSON.createObjectNode().putNull("study")
                .put("state", "no-study").put("key", key)
                .put("remedy", "put datasets at studies/<study>/<dataset>, where a study's name is at most " + StudyKeys.LONGEST
                        + " bytes long")
                .toString(), Map.of("state", List.of("no-study")));
    }
}

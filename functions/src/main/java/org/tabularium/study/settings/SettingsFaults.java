package org.tabularium.study.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.finding.Finding;
import org.tabularium.yaml.YamlMap;

/// Faults of study.yaml that its schema cannot express.
final class SettingsFaults {

    private static final List<String> BY_NAME = List.of("variables", "datasets", "sheets", "values", "levels", "flags");

    private SettingsFaults() {}

    static List<Finding> of(YamlMap map) {
        List<Finding> faults = new ArrayList<>();
        cutOff(map).ifPresent(faults::add);
        interval(map).ifPresent(faults::add);
        JsonNode treatment = map.get("treatment");
        if (treatment.has("variable") && (treatment.has("planned") || treatment.has("actual"))) {
            faults.add(Finding
                    .error("WRONG_VALUE",
                            "names both arms at once and stands beside planned or actual; one of the two ways was expected")
                    .in(map.file()).at(map.lineOf("/treatment/variable")).of("treatment.variable"));
        }
        BY_NAME.forEach(key -> faults.addAll(twice(map, key)));
        return faults;
    }

    private static Optional<Finding> cutOff(YamlMap map) {
        String cutOff = map.get("cutoff").asText();
        if (cutOff.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                LocalDate.parse(cutOff);
            } catch (DateTimeParseException e) {
                return Optional.of(Finding.error("WRONG_VALUE", "is no day of the calendar")
                        .in(map.file()).at(map.lineOf("/cutoff")).of("cutoff").value(cutOff));
            }
        }
        return Optional.empty();
    }

    /// The interval of mTPI-2 holds the target.
    private static Optional<Finding> interval(YamlMap map) {
        JsonNode dlt = map.get("dlt");
        double target = dlt.path("target").asDouble(DoseEscalation.USUAL_TARGET);
        DoseEscalation.Interval usual = DoseEscalation.Interval.around(target);
        double low = dlt.path("interval").path(0).asDouble(usual.low());
        double high = dlt.path("interval").path(1).asDouble(usual.high());
        boolean holds = dlt.path("interval").size() != 1 && low > 0 && low < target && target < high && high < 1;
        if (holds || !dlt.path("rule").asText().equals("mtpi-2")) {
            return Optional.empty();
        }
        String expected = "does not hold the target between 0 and 1; such as [0.25, 0.35] of a target of 0.3 was expected";
        return Optional.of(Finding.error("WRONG_VALUE", expected).in(map.file())
                .at(map.lineOf(dlt.has("interval") ? "/dlt/interval" : "/dlt")).of("dlt.interval"));
    }

    /// Names count in any letter case, so two keys may be one name.
    private static List<Finding> twice(YamlMap map, String key) {
        List<Finding> faults = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        map.get(key).fieldNames().forEachRemaining(name -> {
            String earlier = seen.putIfAbsent(SettingsNodes.name(name), name);
            if (earlier != null) {
                faults.add(
                        Finding.error("WRONG_VALUE", "is the same name as " + earlier + "; letter case does not tell names apart")
                                .in(map.file()).at(map.lineOf("/" + key + "/" + name)).of(key + "." + name));
            }
        });
        return faults;
    }
}

package org.tabularium.endpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.endpoint.lupus.Bilag2004;
import org.tabularium.endpoint.lupus.BilagGrade;
import org.tabularium.endpoint.lupus.BilagSystem;
import org.tabularium.endpoint.lupus.EndpointRules;
import org.tabularium.endpoint.lupus.ItemAnswer;
import org.tabularium.endpoint.lupus.LupusSign;
import org.tabularium.endpoint.lupus.LupusVisit;
import org.tabularium.endpoint.lupus.SledaiItems;
import org.tabularium.study.settings.EndpointYaml;

/// One case of composite endpoints, as `vectors_sample.json` of the reference material lays it out and
/// `test-data/spec/endpoints.yaml` after it.
///
/// @param fields as read
record Vector(Map<?, ?> fields) {

    /// The names of the 24 items in the vectors, in the order of the index.
    private static final List<String> ITEMS = List.of("SEIZURE", "PSYCHOSIS", "OBS", "VISUAL", "CRANIAL", "HEADACHE", "CVA",
            "VASCULITIS", "ARTHRITIS", "MYOSITIS", "CASTS", "HEMATURIA", "PROTEINURIA", "PYURIA", "RASH", "ALOPECIA", "ULCERS",
            "PLEURISY", "PERICARDITIS", "LOWCOMP", "DNABIND", "FEVER", "THROMBO", "LEUKO");

    private static final Map<String, Object> USUAL_BASELINE = Map.of("items",
            List.of("ARTHRITIS", "RASH", "ALOPECIA", "LOWCOMP", "DNABIND"), "bilag", "EBEBEEEED", "pga", "2.0", "pred", "20");

    /// Compares every expectation of the case.
    void check() {
        Map<?, ?> before = fields.containsKey("baseline") ? map(fields.get("baseline")) : USUAL_BASELINE;
        LupusVisit baseline = visit(before);
        LupusVisit previous = fields.containsKey("previous") ? visit(map(fields.get("previous"))) : baseline;
        LupusVisit visit = visit(map(fields.get("visit")));
        EndpointRules rules = rules();
        Map<String, @Nullable Object> found = new HashMap<>();
        found.put("SLEDAI", whole(visit.total()));
        found.put("cSLEDAI", whole(visit.clinical()));
        found.put("newA", visit.bilag().newA(baseline.bilag()).size());
        found.put("newB", visit.bilag().newB(baseline.bilag()).size());
        for (int points = 4; points <= 8; points++) {
            found.put("SRI" + points, rules.sri(points).judge(baseline, visit).response().orElse(null));
        }
        found.put("BICLA", rules.bicla().judge(baseline, visit).response().orElse(null));
        found.put("LLDAS", rules.lowActivity().judge(previous, visit, weight()).response().orElse(null));
        found.put("DORIS", rules.remission().judge(visit, weight()).response().orElse(null));
        Map<?, ?> expected = map(fields.get("expected"));
        assertThat(found.keySet()).containsAll(expected.keySet().stream().map(String::valueOf).toList());
        expected.forEach((name, value) -> assertThat(found.get(name)).as("%s", name).isEqualTo(value));
    }

    private EndpointRules rules() {
        Map<String, Object> settings = new HashMap<>();
        if (fields.containsKey("settings")) {
            map(fields.get("settings")).forEach((key, value) -> settings.put(String.valueOf(key), value));
        }
        if (fields.containsKey("child")) {
            settings.put("definition", "child");
        }
        Set<LupusSign> assessed = new HashSet<>();
        for (LupusSign sign : LupusSign.values()) {
            if (signs(map(fields.get("visit"))).containsKey(sign.parameter())) {
                assessed.add(sign);
            }
        }
        return new EndpointRules(EndpointYaml.read(new ObjectMapper().valueToTree(settings)), assessed);
    }

    private @Nullable BigDecimal weight() {
        return number(fields.get("child"));
    }

    private static LupusVisit visit(Map<?, ?> of) {
        Map<LupusSign, Boolean> signs = new EnumMap<>(LupusSign.class);
        for (LupusSign sign : LupusSign.values()) {
            if (signs(of).get(sign.parameter()) instanceof Boolean answer) {
                signs.put(sign, answer);
            }
        }
        return new LupusVisit(null, null, items(of), bilag(String.valueOf(of.get("bilag"))), number(of.get("pga")),
                number(of.get("pred")), signs);
    }

    private static Map<?, ?> signs(Map<?, ?> visit) {
        return visit.containsKey("signs") ? map(visit.get("signs")) : Map.of();
    }

    /// The items `present` or `items`, without those `unknown`; all others absent.
    static SledaiItems items(Map<?, ?> of) {
        List<?> present = list(of.get(of.containsKey("present") ? "present" : "items"));
        List<?> unknown = of.containsKey("unknown") ? list(of.get("unknown")) : List.of();
        assertThat(ITEMS.containsAll(present) && ITEMS.containsAll(unknown)).isTrue();
        List<ItemAnswer> answers = new ArrayList<>();
        for (String item : ITEMS) {
            answers.add(unknown.contains(item)
                    ? ItemAnswer.MISSING
                    : present.contains(item) ? ItemAnswer.PRESENT : ItemAnswer.ABSENT);
        }
        return new SledaiItems(answers);
    }

    private static Bilag2004 bilag(String letters) {
        assertThat(letters).hasSize(BilagSystem.values().length);
        Map<BilagSystem, BilagGrade> grades = new EnumMap<>(BilagSystem.class);
        int at = 0;
        for (BilagSystem system : BilagSystem.values()) {
            BilagGrade.parse(letters.substring(at, at + 1)).ifPresent(grade -> grades.put(system, grade));
            at++;
        }
        return new Bilag2004(grades);
    }

    private static @Nullable Integer whole(@Nullable BigDecimal number) {
        return number == null ? null : Integer.valueOf(number.intValueExact());
    }

    static @Nullable Integer whole(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value == null ? null : new BigDecimal(String.valueOf(value));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) requireNonNull(value);
    }

    @Override
    public String toString() {
        return fields.get("id") + (fields.containsKey("why") ? ": " + fields.get("why") : "");
    }
}

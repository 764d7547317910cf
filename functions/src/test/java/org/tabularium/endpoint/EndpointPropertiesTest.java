package org.tabularium.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.endpoint.lupus.Bilag2004;
import org.tabularium.endpoint.lupus.BilagGrade;
import org.tabularium.endpoint.lupus.BilagSystem;
import org.tabularium.endpoint.lupus.EndpointRules;
import org.tabularium.endpoint.lupus.EndpointStatus;
import org.tabularium.endpoint.lupus.ItemAnswer;
import org.tabularium.endpoint.lupus.LupusVisit;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.endpoint.lupus.SledaiItems;
import org.tabularium.study.settings.EndpointSettings;

/// What holds of the composite endpoints whatever the components are: random visits near the thresholds, seeded.
class EndpointPropertiesTest {

    private static final EndpointRules RULES = new EndpointRules(EndpointSettings.DEFAULT, Set.of());
    private static final List<BilagGrade> GRADES = List.of(BilagGrade.values());
    private static final List<BilagSystem> SYSTEMS = List.of(BilagSystem.values());
    private static final int ROUNDS = 3_000;

    private static List<Optional<Boolean>> responses(LupusVisit baseline, LupusVisit previous, LupusVisit visit) {
        List<EndpointStatus> verdicts = new ArrayList<>();
        for (int points = 8; points >= 4; points--) {
            verdicts.add(RULES.sri(points).judge(baseline, visit));
        }
        verdicts.add(RULES.bicla().judge(baseline, visit));
        verdicts.add(RULES.lowActivity().judge(previous, visit, null));
        verdicts.add(RULES.remission().judge(visit, null));
        return verdicts.stream().map(EndpointStatus::response).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWorseComponentNeverMakesAResponder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int met = 0;
        for (int i = 0; i < ROUNDS; i++) {
            LupusVisit baseline = visit(random, 4);
            LupusVisit previous = visit(random, 2);
            LupusVisit visit = visit(random, 1);
            LupusVisit worse = worse(random, visit);
            List<Optional<Boolean>> before = responses(baseline, previous, visit);
            List<Optional<Boolean>> after = responses(baseline, previous, worse);
            for (int endpoint = 0; endpoint < before.size(); endpoint++) {
                met += before.get(endpoint).orElseThrow() ? 1 : 0;
                assertThat(!after.get(endpoint).orElseThrow() || before.get(endpoint).orElseThrow())
                        .as("endpoint %d of %s, worse %s", endpoint, visit, worse).isTrue();
            }
        }
        assertThat(met).as("responses, without which nothing is tested").isGreaterThan(ROUNDS / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void harderIndicesAreMetByFewer(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            LupusVisit visit = visit(random, 1);
            List<Optional<Boolean>> responses = responses(visit(random, 4), visit, visit);
            for (int sri = 1; sri < 5; sri++) {
                assertThat(!responses.get(sri - 1).orElseThrow() || responses.get(sri).orElseThrow()).isTrue();
            }
            // with nothing new, remission is low activity: a clinical score of 0 leaves serology alone, at most 4
            assertThat(!responses.get(7).orElseThrow() || responses.get(6).orElseThrow()).as("%s", visit).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void aMissingComponentMakesTheEndpointMissingWhateverTheOthersSay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            LupusVisit baseline = visit(random, 4);
            LupusVisit visit = visit(random, 1);
            LupusVisit withoutPga = new LupusVisit(null, null, visit.items(), visit.bilag(), null, visit.prednisolone(),
                    Map.of());
            assertThat(responses(baseline, baseline, withoutPga)).allMatch(Optional::isEmpty);
            List<ItemAnswer> answers = new ArrayList<>(visit.items().answers());
            answers.set(random.nextInt(19), ItemAnswer.MISSING);
            LupusVisit withoutItem = new LupusVisit(null, null, new SledaiItems(answers), visit.bilag(), visit.pga(),
                    visit.prednisolone(), Map.of());
            assertThat(responses(baseline, baseline, withoutItem)).allMatch(Optional::isEmpty);
        }
    }

    /// A visit near the thresholds.
    ///
    /// @param activity how many of ten items are present, and of ten systems active
    private static LupusVisit visit(SplittableRandom random, int activity) {
        List<ItemAnswer> answers = new ArrayList<>();
        for (int item = 0; item < Sledai2k.ITEMS.size(); item++) {
            answers.add(random.nextInt(10) < activity && random.nextBoolean() ? ItemAnswer.PRESENT : ItemAnswer.ABSENT);
        }
        Map<BilagSystem, BilagGrade> grades = new EnumMap<>(BilagSystem.class);
        for (BilagSystem system : BilagSystem.values()) {
            grades.put(system, GRADES.get(random.nextInt(10) < activity ? random.nextInt(3) : random.nextInt(2, 5)));
        }
        return new LupusVisit(null, null, new SledaiItems(answers), new Bilag2004(grades), tenths(random.nextInt(0, 13)),
                tenths(5 * random.nextInt(0, 17)), Map.of());
    }

    /// The same with one component worse.
    private static LupusVisit worse(SplittableRandom random, LupusVisit visit) {
        List<ItemAnswer> answers = new ArrayList<>(visit.items().answers());
        Map<BilagSystem, BilagGrade> grades = new EnumMap<>(visit.bilag().grades());
        BigDecimal pga = visit.pga();
        BigDecimal dose = visit.prednisolone();
        switch (random.nextInt(4)) {
            case 0 -> answers.set(random.nextInt(answers.size()), ItemAnswer.PRESENT);
            case 1 -> {
                BilagSystem system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
                int grade = GRADES.indexOf(grades.get(system));
                grades.put(system, GRADES.get(random.nextInt(0, grade + 1)));
            }
            case 2 -> pga = plus(pga, tenths(random.nextInt(0, 10)));
            default -> dose = plus(dose, tenths(random.nextInt(0, 60)));
        }
        return new LupusVisit(null, null, new SledaiItems(answers), new Bilag2004(grades), pga, dose, Map.of());
    }

    private static BigDecimal plus(@Nullable BigDecimal a, BigDecimal b) {
        return a == null ? b : a.add(b);
    }

    private static BigDecimal tenths(int tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }
}

package org.tabularium.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// All that can happen to a study while handlers work, the sponsor uploads and handlers die: [PublicationWorld] checks each
/// moment, and each end.
@Shows(Requirement.NOTHING_LOST)
class PublicationModelTest {

    private static final List<List<String>> SCRIPTS = List.of(
            List.of("adsl.csv=1"),
            List.of("adsl.csv=1", "adsl.csv=2"),
            List.of("adsl.csv=1", "adsl.csv=2", "adsl.csv=1"),
            List.of("adsl.csv=1", "adsl.csv=bad"),
            List.of("adsl.csv=1", "adsl.csv=bad", "adsl.csv=2"),
            List.of("adsl.csv=bad", "adsl.csv=1"),
            List.of("adae.csv=1", "adsl.csv=1", "adae.csv=2"),
            List.of("adsl.csv=1", "adae.csv=bad", "-adae.csv"),
            List.of("adsl.csv=1", "-adsl.csv"),
            List.of("adsl.csv=1", "readme.txt=x", "-readme.txt"),
            List.of("-adsl.csv"),
            List.of("adsl.csv=1", "-adsl.csv", "+adsl.csv"),
            List.of("study.yaml=delivery: {marker: _READY}", "adsl.csv=1", "_READY="));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyInterleavingOfTwoHandlersEndsWell(int script) throws IOException {
        long moments = explore(new PublicationWorld(SCRIPTS.get(script), 2, 1));

        assertThat(moments).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 11})
    void everyInterleavingOfThreeHandlersEndsWell(int script) throws IOException {
        assertThat(explore(new PublicationWorld(SCRIPTS.get(script), 3, 0))).isGreaterThan(1_000);
    }

    /// Every story with three handlers takes minutes: asked for with `-Dtabularium.model=all`, after a change of the protocol.
    @ParameterizedTest
    @EnabledIfSystemProperty(named = "tabularium.model", matches = "all")
    @CsvSource({"0, 2", "1, 1", "3, 1", "5, 1", "8, 1", "10, 2", "2, 0", "4, 0", "6, 0", "7, 0", "9, 0", "11, 1", "12, 0"})
    void everyInterleavingOfThreeHandlersInEveryStoryEndsWell(int script, int deaths) throws IOException {
        assertThat(explore(new PublicationWorld(SCRIPTS.get(script), 3, deaths))).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 3", "3, 3", "4, 4", "5, 4", "6, 5"})
    void anyPathOfThreeHandlersWithManyDeathsEndsWell(int seed, int deaths) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            PublicationWorld world = new PublicationWorld(SCRIPTS.get(random.nextInt(SCRIPTS.size())), 3, deaths);
            List<PublicationWorld> next = world.next();
            while (!next.isEmpty()) {
                world = next.get(random.nextInt(next.size()));
                next = world.next();
            }
            world.checkEnd();
        }
    }

    /// Goes through every moment once, whatever paths lead there.
    private static long explore(PublicationWorld start) throws IOException {
        Set<String> seen = new HashSet<>();
        Deque<PublicationWorld> open = new ArrayDeque<>();
        open.push(start);
        seen.add(start.key());
        while (!open.isEmpty()) {
            PublicationWorld world = open.pop();
            List<PublicationWorld> next = world.next();
            if (next.isEmpty()) {
                world.checkEnd();
            }
            for (PublicationWorld following : next) {
                if (seen.add(following.key())) {
                    open.push(following);
                }
            }
        }
        return seen.size();
    }
}

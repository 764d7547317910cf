package org.tabularium.endpoint.lupus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.endpoint.lupus.Sledai2k.Domain;

@Shows(Requirement.ENDPOINTS_RIGHT)
class Sledai2kTest {

    /// Oracle: Gladman 2002, eight items of 8, six of 4, seven of 2, three of 1; 64 + 24 + 14 + 3 = 105.
    @Test
    void the24WeightsAddUpTo105() {
        assertThat(Sledai2k.ITEMS).hasSize(24);
        assertThat(Sledai2k.ITEMS.stream().collect(Collectors.groupingBy(Sledai2k.Item::weight, Collectors.counting())))
                .isEqualTo(Map.of(8, 8L, 4, 6L, 2, 7L, 1, 3L));
        assertThat(Sledai2k.ITEMS.stream().mapToInt(Sledai2k.Item::weight).sum()).isEqualTo(Sledai2k.MAXIMUM);
    }

    /// Oracle: the published order; arthritis is the ninth item, rash the 15th, fever the 22nd.
    @Test
    void itemsStandInThePublishedOrder() {
        assertThat(Sledai2k.ITEMS.get(0)).isEqualTo(new Sledai2k.Item("SL2K01", "Seizure", 8, Domain.MAJOR_ORGAN));
        assertThat(Sledai2k.ITEMS.get(8)).isEqualTo(new Sledai2k.Item("SL2K09", "Arthritis", 4, Domain.OTHER));
        assertThat(Sledai2k.ITEMS.get(14)).isEqualTo(new Sledai2k.Item("SL2K15", "Rash", 2, Domain.OTHER));
        assertThat(Sledai2k.ITEMS.get(20)).isEqualTo(new Sledai2k.Item("SL2K21", "Increased DNA binding", 2, Domain.SEROLOGY));
        assertThat(Sledai2k.ITEMS.get(23)).isEqualTo(new Sledai2k.Item("SL2K24", "Leukopenia", 1, Domain.OTHER));
    }
}

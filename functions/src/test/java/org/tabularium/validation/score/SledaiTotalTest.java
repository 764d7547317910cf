package org.tabularium.validation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tabularium.validation.CheckedStudy;

/// The worked example is arthritis, rash, low complement and DNA binding: 4 + 2 + 2 + 2 = 10 (items 9, 15, 20 and 21).
class SledaiTotalTest {

    private static final List<Integer> PRESENT = List.of(9, 15, 20, 21);

    private final StringBuilder rows = new StringBuilder("USUBJID,PARAMCD,AVISIT,AVAL,AVALC,ANL01FL\n");

    @Test
    void itemsOfOneWeightOrYesAddUpToTheTotal() {
        total("Baseline", "10");
        items("Baseline", List.of("0,", "1,"), 24);
        total("Week 4", "10");
        items("Week 4", List.of("0,", "weight,"), 24);
        total("Week 8", "10");
        items("Week 8", List.of(",N", ",Y"), 24);
        assertThat(lines()).isEmpty();
    }

    @Test
    void aTotalThatIsNotTheSumIsTold() {
        items("Baseline", List.of("0,", "1,"), 24);
        total("Baseline", "12");
        assertThat(lines())
                .containsExactly("warning ADQS row 25 AVAL: \"12\" is not the sum of the 24 SLEDAI-2K items of the visit, 10; "
                        + "correct the total or the items; the tables use the total as delivered [SLEDAI_SUM]");
    }

    @Test
    void visitsThatLackAnItemAreNotCompared() {
        total("Baseline", "99");
        items("Baseline", List.of("0,", "1,"), 23);
        total("Week 4", "10");
        items("Week 4", List.of("0,", "1,"), 24);
        assertThat(lines()).isEmpty();
    }

    @Test
    void anItemThatIsNeitherAbsentNorPresentIsTold() {
        total("Baseline", "10");
        items("Baseline", List.of("0,", "3,"), 24);
        assertThat(lines()).singleElement().asString().startsWith(
                "warning ADQS row 10 AVAL: \"3\" is neither 0, 1 nor the item's weight, 4; the total was not checked (4 rows: also ");
    }

    @Test
    void theRecordForTheAnalysisCountsWhereThereAreTwo() {
        total("Baseline", "11");
        rows.append("A-01,SLEDAI2K,Baseline,10,,Y\n");
        items("Baseline", List.of("0,", "1,"), 24);
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatRemainsTwiceIsNotCompared() {
        total("Baseline", "11");
        total("Baseline", "12");
        items("Baseline", List.of("0,", "1,"), 24);
        assertThat(lines()).isEmpty();
    }

    private void total(String visit, String value) {
        rows.append("A-01,SLEDAI2K,").append(visit).append(',').append(value).append(",,\n");
    }

    /// Oracle of the weights: eight of 8, six of 4, seven of 2, three of 1.
    private void items(String visit, List<String> absentAndPresent, int count) {
        for (int item = 1; item <= count; item++) {
            int weight = item <= 8 ? 8 : item <= 14 ? 4 : item <= 21 ? 2 : 1;
            String value = absentAndPresent.get(PRESENT.contains(item) ? 1 : 0).replace("weight", String.valueOf(weight));
            rows.append(String.format(Locale.ROOT, "A-01,SL2K%02d,%s,%s,\n", item, visit, value));
        }
    }

    private List<String> lines() {
        return CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-01\n", "adqs.csv", rows.toString())).lines();
    }
}

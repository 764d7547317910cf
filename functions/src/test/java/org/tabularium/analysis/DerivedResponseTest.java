package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.endpoint.ComponentsCsv;
import org.tabularium.result.Result;
import org.tabularium.table.display.Cell;
import org.tabularium.table.wording.FilterWords;

/// Endpoints that a study does not deliver, in the tables. Three subjects whose verdicts are worked out by hand from
/// docs/endpoints.md:
///
/// - 1: baseline arthritis, rash, serology (10); week 4 nothing but DNA binding, PGA 0.4, 5 mg: SRI-4, LLDAS, DORIS.
/// - 2: baseline arthritis, rash (6); week 4 rash (2), a fall of 4, PGA 0.9 to 1.2: no SRI-4 by a rise of exactly 0.3, no LLDAS
///   by PGA, no DORIS.
/// - 3: as subject 1, but without PGA at week 4: everything missing.
class DerivedResponseTest {

    private static final String ADSL = """
            USUBJID,ITTFL,TRTSDT,WEIGHTBL
            1,Y,2025-01-03,40
            2,Y,2025-01-03,40
            3,Y,2025-01-03,
            """;

    private static ComponentsCsv components() {
        return new ComponentsCsv()
                .visit("1", 0).all("EBEBEEEEE", "2", "20", 9, 15, 20, 21)
                .visit("1", 4).all("EDEDEEEEE", "0.4", "5", 21)
                .visit("2", 0).all("EBEEEEEEE", "0.9", "5", 9, 15)
                .visit("2", 4).all("ECEEEEEEE", "1.2", "5", 15)
                .visit("3", 0).all("EBEEEEEEE", "2", "5", 9, 15)
                .visit("3", 4).items().bilag("EDEEEEEEE").number("PREDDOSE", "0");
    }

    private static SmallStudy study(ComponentsCsv adqs, String yaml) {
        return SmallStudy.of(ADSL).with("adqs.csv", adqs.toString()).with("study.yaml", yaml);
    }

    private static final String ASSESSED = "tables: [response: {denominator: assessed}]\n";

    @Test
    void derivedEndpointsStandInTheResponseTable() {
        SmallStudy study = study(components(), ASSESSED);
        assertThat(study.rows("response").stream().filter(r -> !r.contains("CI")).toList()).containsExactly(
                "n/N (%)|Total (N=3)",
                "SRI-4 Response|", "  Week 4|1/2 (50.0%)", "  At any visit|1/2 (50.0%)", "  At last assessment|1/2 (50.0%)",
                "Lupus Low Disease Activity State|", "  Week 4|1/2 (50.0%)", "  At any visit|1/2 (50.0%)",
                "  At last assessment|1/2 (50.0%)",
                "DORIS Remission|", "  Week 4|1/2 (50.0%)", "  At any visit|1/2 (50.0%)", "  At last assessment|1/2 (50.0%)");
    }

    @Test
    void theRuleAndWhatIsMissingStandInTheFootnotes() {
        assertThat(study(components(), ASSESSED).footnotes("response")).contains(
                "SRI-4 is derived: SLEDAI-2K at least 4 points below baseline, no new BILAG-2004 A and at most one new B, rise of PGA (0 to 3) below 0.3.",
                "SRI-4 Response is missing at 1 assessed visit for want of PGA (1).",
                "DORIS 2021 remission is derived: clinical SLEDAI-2K 0, PGA (0 to 3) below 0.5, prednisolone at most 5 mg/day."
                        + " Not assessed: stable immunosuppression.");
    }

    /// The dose of subject 1 at Week 4 was carried forward; its LLDAS and DORIS rest on it, its SRI-4 does not.
    @Test
    void endpointsOfImputedComponentsAreFootnotedWithTheirNumber() {
        String adqs = components().toString().lines()
                .map(line -> line + (line.startsWith("USUBJID")
                        ? ",DTYPE"
                        : line.startsWith("1,PREDDOSE,Week 4") ? ",LOCF" : ","))
                .collect(java.util.stream.Collectors.joining("\n"));
        SmallStudy study = SmallStudy.of(ADSL).with("adqs.csv", adqs).with("study.yaml", ASSESSED);
        assertThat(study.footnotes("response")).contains(
                "Lupus Low Disease Activity State is made of an imputed value at 1 visit (LOCF 1).",
                "DORIS Remission is made of an imputed value at 1 visit (LOCF 1).")
                .noneMatch(note -> note.startsWith("SRI-4 Response is made of"));
    }

    @Test
    void resultsSayWhatTheyWereDerivedFrom() {
        List<Result> results = study(components(), ASSESSED).table("response").rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::results)
                .flatMap(List::stream)
                .filter(result -> "SRI4".equals(result.groups().get("PARAMCD")))
                .toList();
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.dataset()).isEqualTo("ADQS");
            assertThat(FilterWords.of(result.selection())).contains("SRI4 derived from SLEDAI2K, BILAG, PGA");
        });
    }

    @Test
    void aThresholdOfStudyYamlHoldsAndIsPrinted() {
        SmallStudy study = study(components(), "endpoints: {sri-pga-increase-max: 0.3, doris-pga-below: 0.4}\n" + ASSESSED);
        assertThat(study.row("response", "Week 4")).isEqualTo("  Week 4|2/2 (100%)");
        assertThat(study.footnotes("response")).anyMatch(f -> f.contains("rise of PGA (0 to 3) at most 0.3"))
                .anyMatch(f -> f.contains("PGA (0 to 3) below 0.4"));
        assertThat(study.rows("response")).contains("DORIS Remission|", "  Week 4|0/2");
    }

    @Test
    void childrenNeedTheirWeight() {
        // subject 1 takes 5 mg at 40 kg, 0.125 mg/kg: low activity, no remission; subject 3 has neither weight nor PGA
        SmallStudy study = study(components(), "endpoints: {definition: child}\n" + ASSESSED);
        assertThat(study.rows("response")).containsSubsequence("Lupus Low Disease Activity State|", "  Week 4|1/2 (50.0%)",
                "DORIS Remission|", "  Week 4|0/2");
        assertThat(study.footnotes("response")).anyMatch(f -> f.contains("at most 7.5 mg/day and at most 0.15 mg/kg/day"))
                .anyMatch(f -> f.contains(
                        "Lupus Low Disease Activity State is missing at 1 assessed visit for want of PGA (1), weight at baseline (1)."));
    }

    @Test
    void theStudysOwnResponseIsUsedWhereItIsThere() {
        SmallStudy study = study(components(), ASSESSED).with("adeff.csv", """
                USUBJID,PARAMCD,AVISIT,AVALC
                1,SRI4,Week 4,N
                """);
        assertThat(study.row("response", "Week 4")).isEqualTo("  Week 4|0/1");
        assertThat(study.footnotes("response")).noneMatch(f -> f.startsWith("SRI-4 is derived"))
                .anyMatch(f -> f.startsWith("LLDAS is derived"));
    }

    @Test
    void otherEndpointsAreMadeWhereAsked() {
        SmallStudy study = study(components(),
                "tables: [response: {parameters: [SRI5, SRI8, BICLA, FLARE], denominator: assessed}]\n");
        // falls of 8 and 4; BICLA of subject 2: B to C, PGA up by 0.3, which is allowed
        assertThat(study.rows("response").stream().filter(r -> r.contains("Week 4") || !r.startsWith(" ")).toList())
                .containsExactly(
                        "n/N (%)|Total (N=3)", "SRI-5 Response|", "  Week 4|1/2 (50.0%)", "SRI-8 Response|",
                        "  Week 4|1/2 (50.0%)",
                        "BICLA Response|", "  Week 4|2/2 (100%)", "Flare|", "  Week 4|0/3");
    }

    @Test
    void theTotalIsTheSumOfItsItems() {
        SmallStudy study = study(components(),
                "tables: [change: {as: total, parameter: SLEDAI2K}, change: {as: clinical, parameter: CSLEDAI}]\n");
        // totals at baseline 10, 6, 6, at week 4 2, 2, 0; changes -8, -4, -6
        assertThat(study.rows("total")).containsSubsequence("Baseline|", "  Mean|7.3", "  SD|2.31", "Week 4|", "  Mean|1.3",
                "  SD|1.15",
                "  Change from baseline|", "    Mean|−6.0", "    SD|2.00");
        // clinical 6, 6, 6, then 0, 2, 0
        assertThat(study.rows("clinical")).containsSubsequence("Baseline|", "  Mean|6.0", "  SD|0.00", "Week 4|", "  Min|0",
                "  Max|2");
        assertThat(study.footnotes("total"))
                .contains("SLEDAI-2K is derived: the sum of its 24 items; missing where an item is missing.");
    }

    @Test
    void aComponentTwiceAtAVisitLeavesTheEndpointUnderived() {
        ComponentsCsv adqs = components().visit("2", 4).number("PGA", "1.0");
        assertThat(study(adqs, ASSESSED).whyNot("response"))
                .startsWith("SRI4 cannot be derived: ADQS has more than one PGA record of a subject at a visit: rows ");
    }

    /// The previous assessment of week 12 is week 4 where week 8 was missed; subject 1 has rash then and again.
    @Test
    void theItemsOfTheLatestAssessmentTellWhatIsNew() {
        ComponentsCsv adqs = new ComponentsCsv()
                .visit("1", 0).all("EBEEEEEEE", "1", "5", 9)
                .visit("1", 4).all("ECEEEEEEE", "1", "5", 15)
                .visit("2", 8).all("ECEEEEEEE", "1", "5", 15)
                .visit("1", 12).all("ECEEEEEEE", "1", "5", 15);
        SmallStudy study = study(adqs, "tables: [response: {parameters: [LLDAS], denominator: assessed}]\n");
        assertThat(study.row("response", "Week 4")).endsWith("|0/1");
        assertThat(study.row("response", "Week 12")).endsWith("|1/1 (100%)");
        // subject 2 has no assessment before
        assertThat(study.rows("response")).noneMatch(r -> r.contains("Week 8|1/1"));
        assertThat(study.footnotes("response"))
                .contains(
                        "Lupus Low Disease Activity State is missing at 1 assessed visit for want of SLEDAI-2K items of the previous assessment (1).");
    }

    /// A relapse is asked of those in remission before: at week 4 subject 1 is; at week 8 arthritis alone is 4, more than 3 above
    /// 0.
    @Test
    void aRelapseIsARiseAfterRemission() {
        ComponentsCsv adqs = new ComponentsCsv()
                .visit("1", 0).all("EBEEEEEEE", "2", "5", 9, 15)
                .visit("1", 4).all("EDEEEEEEE", "0.2", "5")
                .visit("1", 8).all("EBEEEEEEE", "1", "5", 9)
                .visit("2", 0).all("EBEEEEEEE", "2", "5", 9, 15)
                .visit("2", 4).all("EBEEEEEEE", "2", "5", 9)
                .visit("2", 8).all("EBEEEEEEE", "2", "5", 9, 15, 22, 1);
        SmallStudy study = study(adqs, "tables: [response: {parameters: [RELAPSE, FLARE], denominator: assessed}]\n");
        assertThat(study.rows("response")).containsSubsequence("Relapse|", "  Week 8|1/1 (100%)", "Flare|", "  Week 4|0/2",
                "  Week 8|2/2 (100%)");
    }

    /// On 0 to 100 a rise of 10 is 0.3 of 3, exactly: too much for SRI, allowed for BICLA; 9.9 is 0.297. One third of 100 is PGA
    /// 1 of LLDAS: 33.3 is below, 33.4 above.
    @Test
    void anAssessmentCollectedOn100IsJudgedOn3() {
        ComponentsCsv adqs = new ComponentsCsv()
                .visit("1", 0).all("EBEEEEEEE", "23.3", "5", 9).visit("1", 4).all("ECEEEEEEE", "33.3", "5")
                .visit("2", 0).all("EBEEEEEEE", "23.5", "5", 9).visit("2", 4).all("ECEEEEEEE", "33.4", "5");
        SmallStudy study = study(adqs,
                "endpoints: {pga-scale: 100}\ntables: [response: {parameters: [SRI4, BICLA, LLDAS], denominator: assessed}]\n");
        // subject 2 alone for SRI, subject 1 alone for LLDAS
        assertThat(study.rows("response").stream().filter(r -> r.contains("Week 4") || !r.startsWith(" ")).toList())
                .containsExactly("n/N (%)|Total (N=3)", "SRI-4 Response|", "  Week 4|1/2 (50.0%)", "BICLA Response|",
                        "  Week 4|2/2 (100%)", "Lupus Low Disease Activity State|", "  Week 4|1/2 (50.0%)");
    }

    /// A PGA of 33.3 on 0 to 100 is 1.0 of 3, which LLDAS allows, and 50 is 1.5, which it does not; the label says on which of
    /// the scales it is, unless study.yaml does.
    @ParameterizedTest
    @ValueSource(strings = {"PGA (0-100)", "PGA (0 to 100 mm VAS)", "Physician Global Assessment 100 mm visual analogue scale"})
    void theLabelNamesTheScaleOfTheAssessment(String label) {
        SmallStudy study = study(labelled(label), "tables: [response: {parameters: [LLDAS], denominator: assessed}]\n");
        assertThat(study.row("response", "Week 4")).isEqualTo("  Week 4|1/2 (50.0%)");
        assertThat(study.footnotes("response")).contains("The PGA was collected on 0 to 100 and is converted to 0 to 3.");
    }

    @Test
    void anAssessmentWhoseScaleNothingTellsIsNotUsed() {
        SmallStudy study = study(labelled("PGA (VAS)"), "tables: [response: {parameters: [LLDAS], denominator: assessed}]\n");
        assertThat(study.whyNot("response")).contains("does not tell its scale", "pga-scale");
        SmallStudy named = study(labelled("PGA (VAS)"),
                "endpoints: {pga-scale: 100}\ntables: [response: {parameters: [LLDAS], denominator: assessed}]\n");
        assertThat(named.row("response", "Week 4")).isEqualTo("  Week 4|1/2 (50.0%)");
    }

    /// The values are of 0 to 3 here, drawn on a line of 100 mm.
    @Test
    void theEndsOfTheScaleCountBeforeTheLengthOfItsLine() {
        ComponentsCsv adqs = new ComponentsCsv().visit("1", 0).all("EBEEEEEEE", "2", "5", 9).visit("1", 4)
                .all("ECEEEEEEE", "1.1", "5")
                .visit("2", 0).all("EBEEEEEEE", "2", "5", 9).visit("2", 4).all("ECEEEEEEE", "1.0", "5");
        SmallStudy study = SmallStudy.of(ADSL).with("adqs.csv", withLabel(adqs, "PGA (0-3 on 100 mm VAS)"))
                .with("study.yaml", "tables: [response: {parameters: [LLDAS], denominator: assessed}]\n");
        assertThat(study.row("response", "Week 4")).isEqualTo("  Week 4|1/2 (50.0%)");
    }

    private static SmallStudy study(String adqs, String yaml) {
        return SmallStudy.of(ADSL).with("adqs.csv", adqs).with("study.yaml", yaml);
    }

    /// Subject 1 is at 33.3 and subject 2 at 50 in week 4.
    private static String labelled(String label) {
        return withLabel(new ComponentsCsv()
                .visit("1", 0).all("EBEEEEEEE", "60", "5", 9).visit("1", 4).all("ECEEEEEEE", "33.3", "5")
                .visit("2", 0).all("EBEEEEEEE", "60", "5", 9).visit("2", 4).all("ECEEEEEEE", "50", "5"), label);
    }

    private static String withLabel(ComponentsCsv adqs, String label) {
        return adqs.toString().replace("PARAMCD,", "PARAMCD,PARAM,").replaceAll("(?m)^(\\d),(?!PGA)(\\w+),", "$1,$2,$2,")
                .replace(",PGA,", ",PGA," + label + ",");
    }
}

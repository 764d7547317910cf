package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Groups of worst grades in rows, counted by hand: subject 1 has nausea of grades 1 and 4, 2 of grade 2 and a rash of grade 3, 3 a
/// rash of grade 5.
class GradeRangesTest {

    private static SmallStudy study(String parameters) {
        return SmallStudy.of("""
                USUBJID,TRT01A,SAFFL,ITTFL,TRTSDT
                1,A,Y,Y,2025-01-01
                2,A,Y,Y,2025-01-01
                3,B,Y,Y,2025-01-01
                """).with("adae.csv", """
                USUBJID,AEBODSYS,AEDECOD,AETOXGR,TRTEMFL,AESEQ
                1,Gut,Nausea,1,Y,1
                1,Gut,Nausea,4,Y,2
                2,Gut,Nausea,2,Y,1
                2,Skin,Rash,3,Y,2
                3,Skin,Rash,5,Y,1
                """).with("study.yaml", "tables: [ae-grade: {total: false, " + parameters + "}]\n");
    }

    @Test
    void gradesStandBelowTheGroupsThatHoldThem() {
        assertThat(study("worst-grade: [1-2, 1, 2, ≥3, 3-4, 4, 5], grades-in: rows").rows("ae-grade")).containsExactly(
                "System organ class   Preferred term, n (%)|A (N=2)|B (N=1)",
                "Any adverse event|2 (100%)|1 (100%)",
                "  Grade 1–2|0|0", "    Grade 1|0|0", "    Grade 2|0|0",
                "  Grade ≥3|2 (100%)|1 (100%)", "    Grade 3–4|2 (100%)|0", "      Grade 4|1 (50.0%)|0",
                "    Grade 5|0|1 (100%)",
                "Gut|2 (100%)|0",
                "  Grade 1–2|1 (50.0%)|0", "    Grade 2|1 (50.0%)|0",
                "  Grade ≥3|1 (50.0%)|0", "    Grade 3–4|1 (50.0%)|0", "      Grade 4|1 (50.0%)|0",
                "  Nausea|2 (100%)|0",
                "    Grade 1–2|1 (50.0%)|0", "      Grade 2|1 (50.0%)|0",
                "    Grade ≥3|1 (50.0%)|0", "      Grade 3–4|1 (50.0%)|0", "        Grade 4|1 (50.0%)|0",
                "Skin|1 (50.0%)|1 (100%)",
                "  Grade ≥3|1 (50.0%)|1 (100%)", "    Grade 3–4|1 (50.0%)|0", "    Grade 5|0|1 (100%)",
                "  Rash|1 (50.0%)|1 (100%)",
                "    Grade ≥3|1 (50.0%)|1 (100%)", "      Grade 3–4|1 (50.0%)|0", "      Grade 5|0|1 (100%)");
    }
}

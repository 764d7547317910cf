package org.tabularium.report;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;

/// A study with all that figures draw, of so many subjects, arms and visits.
///
/// @param events of each subject
/// @param censored whether no time ends with an event
/// @param tied whether all that is timed falls on one day
/// @param low whether every laboratory value lies below the limit of quantification, 5
/// @param wordy whether names of arms, events and subjects are long
record ExtremeStudy(int subjects, int arms, int visits, int events, boolean censored, boolean tied, boolean low, boolean wordy) {

    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final List<String> TERMS = List.of("Cytokine release syndrome",
            "Immune effector cell-associated neurotoxicity syndrome", "Nausea", "Upper respiratory tract infection", "Headache");

    private String id(int subject) {
        return wordy
                ? String.format(Locale.ROOT, "TAB-2025-EXT-SITE%03d-%04d", subject, subject)
                : String.format(Locale.ROOT, "%03d", subject + 1);
    }

    private String arm(int subject) {
        int arm = subject % arms;
        String name = arm == 0 ? "Placebo" : arm + "0 mg";
        return wordy ? name + " of the investigational product or its vehicle every second week" : name;
    }

    /// All of it in memory.
    StudySnapshot in(String style) {
        SplittableRandom random = new SplittableRandom(subjects * 31L + arms);
        StringBuilder adsl = new StringBuilder("USUBJID,SUBJID,TRT01A,TRT01P,TRT01PN,SEX,AGEGR1,RACE,SAFFL,ITTFL,EFFFL,ENRLFL,"
                + "TRTSDT,FUPDUR,EOSSTT,DCSREAS,DTHFL,DTHDT\n");
        StringBuilder adae = new StringBuilder("USUBJID,AEDECOD,AEBODSYS,ATOXGR,AESER,AREL,TRTEMFL,ASTDT,ASTDY\n");
        StringBuilder adqs = new StringBuilder("USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,BASE,CHG,ABLFL\n");
        StringBuilder adeff = new StringBuilder("USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVALC\n");
        StringBuilder adtte = new StringBuilder("USUBJID,PARAMCD,PARAM,AVAL,CNSR\n");
        for (int subject = 0; subject < subjects; subject++) {
            boolean dead = subject % 9 == 8;
            double months = tied ? 6 : 1 + random.nextInt(230) / 10.0;
            adsl.append(String.join(",", id(subject), id(subject), arm(subject), arm(subject), Integer.toString(subject % arms),
                    subject % 3 == 0 ? "M" : "F", subject % 4 == 0 ? "<18" : ">=18", subject % 5 == 0 ? "ASIAN" : "WHITE", "Y",
                    "Y", "Y", "Y", START.toString(), Double.toString(months), dead ? "DISCONTINUED" : "ONGOING",
                    dead ? "DEATH" : "", dead ? "Y" : "N",
                    dead ? START.plusDays((long) (months * 30)).toString() : "")).append('\n');
            for (int event = 0; event < events; event++) {
                int day = tied ? 3 : 1 + random.nextInt(60);
                adae.append(String.join(",", id(subject), TERMS.get((subject + event) % TERMS.size()) + (wordy
                        && event % 2 == 1 ? " with further words of the dictionary that nobody reads" : ""), "Disorders",
                        Integer.toString(1 + random.nextInt(4)), "N", "Y", "Y", START.plusDays(day - 1L).toString(),
                        Integer.toString(day))).append('\n');
            }
            adtte.append(String.join(",", id(subject), "TTREL", "Time to relapse (weeks)",
                    tied ? "12" : Double.toString(random.nextInt(1, 200) / 2.0),
                    censored || random.nextInt(3) == 0 ? "1" : "0")).append('\n');
            values(random, subject, adqs, adeff);
        }
        List<StudySnapshot.File> files = new ArrayList<>();
        add(files, "adsl.csv", adsl);
        add(files, "adae.csv", adae);
        add(files, "adqs.csv", adqs);
        add(files, "adeff.csv", adeff);
        add(files, "adtte.csv", adtte);
        add(files, "study.yaml", new StringBuilder("study: EXT\ncutoff: 2026-12-31\nstyle: " + style + """

                treatment: {control: CONTROL}
                tables:
                  - km: {parameter: TTREL}
                  - swimmer
                  - trajectories: {parameter: SLEDAI2K}
                  - course: {parameter: CD19, log: true, limit: 5}
                  - course: {as: means, parameter: SLEDAI2K, show: mean-se}
                  - waterfall
                  - forest: {parameter: SRI4}
                  - forest: {as: hazards, parameter: TTREL}
                  - ae-profile
                  - flow
                """.replace("CONTROL", arm(0))));
        return new StudySnapshot("EXT", files);
    }

    private void values(SplittableRandom random, int subject, StringBuilder adqs, StringBuilder adeff) {
        double base = tied ? 10 : 6 + random.nextInt(14);
        for (int visit = 0; visit < visits; visit++) {
            String name = visit == 0 ? "Baseline" : "Week " + 4 * visit;
            String date = START.plusDays(28L * visit).toString();
            double score = tied ? 10 - visit : Math.max(0, base - random.nextInt(3 * visit + 1));
            adqs.append(String.join(",", id(subject), "SLEDAI2K", "SLEDAI-2K", name, Integer.toString(visit), date,
                    Double.toString(score), Double.toString(base), visit == 0 ? "" : Double.toString(score - base),
                    visit == 0 ? "Y" : "")).append('\n');
            adqs.append(String.join(",", id(subject), "CD19", "CD19 B cells (10^6/L)", name, Integer.toString(visit), date,
                    Double.toString(low ? 1 : random.nextInt(1, 400)), "", "", visit == 0 ? "Y" : "")).append('\n');
            for (String code : List.of("SRI4", "LLDAS", "DORIS")) {
                adeff.append(String.join(",", id(subject), code, code, name, Integer.toString(visit), date,
                        events > 0 && visit > 0 && random.nextInt(3) == 0 ? "Y" : "N")).append('\n');
            }
        }
    }

    private static void add(List<StudySnapshot.File> files, String name, StringBuilder text) {
        files.add(new StudySnapshot.File(name, "0".repeat(64), new Text(text.toString().getBytes(StandardCharsets.UTF_8))));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Text(byte[] bytes) implements Content {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}

package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.shell.Edition;

/// Small counts of studies drawn at random: of any size, with arms of any size, events and levels of any frequency. Whatever they
/// are, the editions for others are made, in time, and tell no small count.
class SmallCountsOfAnyStudyTest {

    private static final int STUDIES = Integer.getInteger("tabularium.studies", 8);
    private static final int FIRST = Integer.getInteger("tabularium.first", 0);

    @TempDir
    Path temp;

    @TestFactory
    List<DynamicTest> noSmallCountIsTold() {
        return new Random(FIRST + 20261130L).longs(STUDIES).boxed()
                .map(seed -> DynamicTest.dynamicTest("study " + seed,
                        () -> assertTimeoutPreemptively(Duration.ofMinutes(10), () -> check(seed))))
                .toList();
    }

    private void check(long seed) throws IOException {
        Random random = new Random(seed);
        int smallest = 2 + random.nextInt(9);
        Path folder = study(random, seed, smallest);
        EditedStudy study = new EditedStudy(folder);
        JsonNode full = ResultRecords.tree(study.report(Edition.FULL, "csv").file("results.json"));
        for (Edition edition : List.of(Edition.PUBLIC, Edition.BLINDED)) {
            MadeReport made = study.report(edition, "csv", "docx", "html", "xlsx");
            Subtraction subtraction = new Subtraction(full, ResultRecords.tree(made.file("results.json")), smallest);
            assertThat(subtraction.small()).as(edition + ", shown as they are").isEmpty();
            assertThat(subtraction.besides()).as(edition + ", other statistics of them").isEmpty();
            assertThat(subtraction.found()).as(edition + ", worked out by sums").isEmpty();
            assertThat(subtraction.foundByCovers()).as(edition + ", worked out by what covers them").isEmpty();
            for (Map.Entry<String, byte[]> file : made.report().files().entrySet()) {
                if (file.getKey().endsWith(".csv") && file.getKey().startsWith("tables/")) {
                    assertThat(new String(file.getValue(), StandardCharsets.UTF_8).lines().count()).as(file.getKey())
                            .isGreaterThan(1);
                }
            }
        }
    }

    private Path study(Random random, long seed, int smallest) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("study" + Long.toUnsignedString(seed, 36)));
        int arms = 1 + random.nextInt(4);
        int subjects = 3 + random.nextInt(random.nextBoolean() ? 20 : 120);
        StringBuilder adsl = new StringBuilder("STUDYID,USUBJID,TRT01A,AGE,SEX,RACE,SAFFL,ITTFL,TRTSDT,EOSSTT,DCSREAS,COUNTRY\n");
        StringBuilder adae = new StringBuilder(
                "STUDYID,USUBJID,AESEQ,AEBODSYS,AEDECOD,AESER,AREL,ATOXGR,TRTEMFL,ASTDT,AEACN,AEOUT\n");
        double often = 0.3 + 3 * random.nextDouble();
        for (int i = 0; i < subjects; i++) {
            String id = "S-" + String.format(Locale.ROOT, "%03d", i);
            String arm = "Arm " + (char) ('A' + (int) (arms * Math.pow(random.nextDouble(), 1.5)));
            boolean safe = random.nextInt(10) > 0;
            boolean done = random.nextInt(3) > 0;
            adsl.append("X,").append(id).append(',').append(arm).append(',').append(20 + random.nextInt(50)).append(',')
                    .append(random.nextInt(5) == 0 ? "M" : "F").append(',')
                    .append(List.of("ASIAN", "WHITE", "OTHER", "").get((int) (4 * Math.pow(random.nextDouble(), 2))))
                    .append(safe ? ",Y,Y,2025-01-" : ",N,Y,2025-01-")
                    .append(String.format(Locale.ROOT, "%02d", 1 + random.nextInt(28)))
                    .append(done ? ",COMPLETED,," : ",DISCONTINUED,WITHDRAWAL BY SUBJECT,")
                    .append(random.nextInt(6) == 0 ? "CHN" : "USA").append('\n');
            int seq = 0;
            while (safe && random.nextDouble() < often / (1 + often)) {
                int soc = (int) (5 * Math.pow(random.nextDouble(), 2));
                adae.append("X,").append(id).append(',').append(++seq).append(",SOC ").append(soc).append(",Term ").append(soc)
                        .append((int) (4 * Math.pow(random.nextDouble(), 2))).append(random.nextInt(6) == 0 ? ",Y" : ",N")
                        .append(random.nextBoolean() ? ",RELATED," : ",NOT RELATED,")
                        .append(1 + (int) (5 * Math.pow(random.nextDouble(), 3))).append(",Y,2025-02-")
                        .append(String.format(Locale.ROOT, "%02d", 1 + random.nextInt(28)))
                        .append(random.nextInt(9) == 0 ? ",DRUG WITHDRAWN,RECOVERED\n" : ",DOSE NOT CHANGED,RECOVERED\n");
            }
        }
        Files.writeString(folder.resolve("adsl.csv"), adsl);
        if (adae.chars().filter(letter -> letter == '\n').count() > 1) {
            Files.writeString(folder.resolve("adae.csv"), adae);
        }
        Files.writeString(folder.resolve("study.yaml"), "study: X\nsmallest-count: " + smallest + "\n");
        return folder;
    }
}

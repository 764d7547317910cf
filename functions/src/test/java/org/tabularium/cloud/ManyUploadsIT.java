package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred uploads over forty studies, shuffled, with duplicates, four at a time.
class ManyUploadsIT {
    private static final int STUDIES = 40;
    private static final int UPLOADS_A_STUDY = 5;
    private static LocalCloud cloud;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.running();
    }

    /// One object to put.
    record Upload(String study, String file, String text) {}

    private static String study(int i) {
        return "many-" + (i / 10) + (i % 10);
    }

    /// Adverse events of the study's two subjects, other ones in each version; the last is what counts.
    private static String adverseEvents(int study, int version) {
        return String.format(Locale.ROOT, """
                STUDYID,USUBJID,AEBODSYS,AEDECOD,TRTEMFL,AESER,ATOXGRN
                MANY,S-1,Nervous system disorders,Headache,Y,N,%d
                MANY,S-2,Gastrointestinal disorders,Nausea,Y,N,%d
                """, 1 + version % 3, 1 + study % 3);
    }

    private static String subjects(int study) {
        return String.format(Locale.ROOT, """
                STUDYID,USUBJID,SUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL
                MANY,S-1,1,%d,F,A,Y,Y
                MANY,S-2,2,40,M,B,Y,Y
                """, 20 + study);
    }

    @Test
    void everyStudyEndsAtItsFinalState(@TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        Random random = new Random(200);
        List<Upload> uploads = new ArrayList<>();
        for (int i = 0; i < STUDIES; i++) {
            uploads.add(new Upload(study(i), "adsl.csv", subjects(i)));
            uploads.add(new Upload(study(i), "adsl.csv", subjects(i)));
            for (int version = 2; version < UPLOADS_A_STUDY; version++) {
                uploads.add(new Upload(study(i), "adae.csv", adverseEvents(i, version)));
            }
        }
        Collections.shuffle(uploads, random);
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            List<Future<?>> done = new ArrayList<>();
            uploads.forEach(u -> done.add(four.submit(() -> cloud.upload(u.study(), u.file(), u.text().getBytes(UTF_8)))));
            for (Future<?> upload : done) {
                upload.get();
            }
        }
        Map<String, String> runs = IntStream.range(0, STUDIES).mapToObj(ManyUploadsIT::study)
                .collect(Collectors.toMap(s -> s, s -> {
                    assertThat(cloud.settled(s).path("state").asText()).as(s).isEqualTo("reported");
                    return cloud.latestRun(s);
                }));
        cloud.awaitNothingLeftToDo();
        assertThat(cloud.messages(cloud.output("ReportDeadLetterQueue"))).isZero();
        for (int i = 0; i < STUDIES; i++) {
            String study = study(i);
            List<String> keys = cloud.reportKeys("studies/" + study + "/runs/");
            assertThat(keys).as("no run is incomplete")
                    .contains("studies/" + study + "/runs/" + runs.get(study) + "/manifest.json");
            keys.stream().map(k -> Path.of(k).getName(3).toString()).distinct()
                    .forEach(run -> assertThat(keys).contains("studies/" + study + "/runs/" + run + "/manifest.json"));
        }
        for (int i : new int[]{0, STUDIES / 2, STUDIES - 1}) { // what the command line says of some of them
            Path input = Files.createDirectories(folder.resolve(study(i)));
            for (String file : List.of("adsl.csv", "adae.csv")) {
                String key = "studies/" + study(i) + "/" + file;
                Files.write(input.resolve(file),
                        cloud.s3.getObjectAsBytes(b -> b.bucket(cloud.output("UploadsBucket")).key(key)).asByteArray());
            }
            byte[] manifest = CommandLine.report(input, folder.resolve("out-" + i)).get("manifest.json");
            assertThat(cloud.report("studies/" + study(i) + "/runs/" + runs.get(study(i)) + "/manifest.json")).hasValue(manifest);
        }
    }
}

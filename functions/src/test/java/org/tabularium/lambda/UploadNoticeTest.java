package org.tabularium.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadNoticeTest {

    @Test
    void createdObjectNamesItsStudy() throws IOException {
        assertThat(parse("created.json").notices())
                .containsExactly(
                        new UploadNotice("KN5601", "studies/KN5601/adsl.xpt", "v0", Instant.parse("2026-01-01T00:00:00Z"),
                                "AWS:EXAMPLE"));
    }

    @Test
    void removedObjectNamesItsStudyToo() throws IOException {
        assertThat(parse("removed.json").notices()).extracting(UploadNotice::study).containsExactly("KN5601");
    }

    @Test
    void keysAreDecoded() throws IOException {
        assertThat(parse("encoded.json").notices()).extracting(UploadNotice::study).containsExactly("KN 56+01 患者");
    }

    @Test
    void eachRecordCounts() throws IOException {
        assertThat(parse("two-studies.json").notices()).extracting(UploadNotice::study).containsExactly("A", "B");
    }

    @Test
    void whatIsOfNoStudyIsDroppedWithItsReason() throws IOException {
        UploadNotice.Contents body = parse("not-of-a-study.json");

        assertThat(body.notices()).isEmpty();
        assertThat(body.dropped()).hasSize(14).contains("another bucket", "no object of a study");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "null", "7", "{\"Records\": 5}", "{\"Records\": [7, null, {\"s3\": []}]}"})
    void whatIsNoNotificationIsDropped(String body) {
        assertThat(UploadNotice.parse(body, "uploads").notices()).isEmpty();
        assertThat(UploadNotice.parse(body, "uploads").dropped()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"test_event.json, ", "output_prefix_loop.json, ", "path_traversal.json, ", "plus_and_unicode.json, HOST 01 患者"})
    void hostileEventsOfTheReference(String file, String study) throws IOException {
        Path events = Path.of(System.getProperty("tabularium.reference", "../shared/reference"), "hostile/events");
        assumeTrue(Files.isDirectory(events), events + " is not there");
        String body = Files.readString(events.resolve(file)).replace("uploads/", "studies/");

        UploadNotice.Contents parsed = UploadNotice.parse(body, "clinical-uploads");

        if (study == null) {
            assertThat(parsed.notices()).isEmpty();
            assertThat(parsed.dropped()).hasSize(1);
        } else {
            assertThat(parsed.notices()).extracting(UploadNotice::study).containsExactly(study);
        }
    }

    private static UploadNotice.Contents parse(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(UploadNoticeTest.class.getResourceAsStream("/events/" + file))) {
            return UploadNotice.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "uploads");
        }
    }
}

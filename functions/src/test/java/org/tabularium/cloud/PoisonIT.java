package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Uploads that no retry can mend: they end, and end once.
@Shows(Requirement.UPLOADS_REPORTED)
class PoisonIT {
    private static final String ADSL = "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nP,P-1,30,F,A,Y,Y\nP,P-2,40,M,B,Y,Y\n";
    private static final int MB = 1 << 20;

    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        cloud = Deployment.running();
    }

    /// 28 MB of one sheet in 30 KB: no more than other software can unpack that comes upon the file, and more than 200 times its
    /// size.
    @Test
    void zipBombIsRejectedAndTheReportBeforeItStays() throws IOException {
        String study = "bombed";
        cloud.upload(study, "adsl.csv", ADSL.getBytes(UTF_8));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        String good = cloud.latestRun(study);

        cloud.upload(study, "adae.xlsx", zipBomb());
        JsonNode status = cloud.settled(study);

        assertThat(status.path("state").asText()).isEqualTo("rejected");
        assertThat(status.path("findings").findValuesAsText("code")).contains("EXPANDS_TOO_MUCH");
        assertThat(cloud.latestRun(study)).isEqualTo(good);
        assertNothingComesAgain();
    }

    private static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "_rels/.rels", "<Relationships>" + relationship("officeDocument", "xl/workbook.xml") + "</Relationships>");
            part(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"ADAE\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels",
                    "<Relationships>" + relationship("worksheet", "worksheets/sheet1.xml") + "</Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(UTF_8));
            byte[] spaces = " ".repeat(MB).getBytes(UTF_8);
            for (int i = 0; i < 28; i++) {
                zip.write(spaces);
            }
            zip.write("</sheetData></worksheet>".getBytes(UTF_8));
        }
        assertThat(bytes.size()).isLessThan(2 * MB);
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(UTF_8));
    }

    private static String relationship(String type, String target) {
        return "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
                .formatted(type, target);
    }

    @Test
    void noticesOfAKeyThatNoLongerExistsAreDropped() {
        String study = "gone";
        cloud.awaitNothingLeftToDo();
        cloud.setEnabled("ReportFunction", false);
        cloud.upload(study, "adsl.csv", ADSL.getBytes(UTF_8));
        cloud.aws.s3.deleteObject(b -> b.bucket(cloud.output("UploadsBucket")).key("studies/" + study + "/adsl.csv"));
        cloud.aws.awaitThat("both notices", Deployment.PATIENCE, () -> cloud.messages("ReportQueue") == 2);

        cloud.setEnabled("ReportFunction", true);

        assertNothingComesAgain();
        assertThat(cloud.reportKeys("studies/" + study + "/")).as("but that it came").allMatch(key -> key.contains("/history/"));
    }

    /// The report that was there says so, and is no longer of the study as it is.
    @Test
    void studyWhoseSubjectsAreRemovedWaitsForThem() {
        String study = "emptied";
        cloud.upload(study, "adsl.csv", ADSL.getBytes(UTF_8));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        String good = cloud.latestRun(study);

        cloud.aws.s3.deleteObject(b -> b.bucket(cloud.output("UploadsBucket")).key("studies/" + study + "/adsl.csv"));

        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("waiting");
        assertThat(cloud.latestRun(study)).isEqualTo(good);
        assertNothingComesAgain();
    }

    /// Neither in the queue nor among the dead letters.
    private static void assertNothingComesAgain() {
        cloud.awaitNothingLeftToDo();
        assertThat(cloud.messages("ReportDeadLetterQueue")).isZero();
    }
}

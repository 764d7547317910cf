package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// infra/subscribe: each sponsor hears of its own studies alone.
@Shows(Requirement.ACCESS)
class SubscriptionIT {
    private static final byte[] ADSL = "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nN,N-1,30,F,A,Y,Y\nN,N-2,40,M,B,Y,Y\n"
            .getBytes(UTF_8);

    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        Scripts.requireCommandLine();
        cloud = Deployment.running();
    }

    @Test
    void sponsorHearsOfItsOwnStudiesAlone() throws Exception {
        Mailbox all = cloud.subscribe();
        Mailbox first = cloud.mailbox();
        Mailbox other = cloud.mailbox();
        assertThat(Scripts.run(cloud, "subscribe", "Nobody", first.arn())).contains("no grant is of the sponsor Nobody");
        for (Mailbox mailbox : new Mailbox[]{first, other}) {
            assertThat(Scripts.run(cloud, "subscribe", mailbox == first ? Deployment.SPONSOR : Deployment.OTHER_SPONSOR,
                    mailbox.arn())).startsWith("arn:");
        }

        cloud.upload("first-told", "adsl.csv", ADSL);
        cloud.upload("other-told", "adsl.csv", ADSL);
        cloud.upload("nobodys-told", "adsl.csv", ADSL);

        for (String study : new String[]{"first-told", "other-told", "nobodys-told"}) {
            all.awaitNotice(study, "reported");
        }
        first.awaitNotice("first-told", "reported");
        other.awaitNotice("other-told", "reported");
        assertThat(first.studies()).containsOnly("first-told");
        assertThat(other.studies()).containsOnly("other-told");
    }
}

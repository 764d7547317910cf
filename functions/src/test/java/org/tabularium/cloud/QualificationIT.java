package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// infra/qualify, as a sponsor runs it on an own stack.
@Shows(Requirement.LEAST_PRIVILEGE)
class QualificationIT {

    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        Scripts.requireCommandLine();
        cloud = Deployment.running();
    }

    /// LocalStack makes buckets without the encryption that the template asks for; a person who hears alarms is a queue here.
    @Test
    void installationAndOperationOfADeployedStackAreChecked() throws Exception {
        cloud.useWhatWasDeployed();
        cloud.hearAlarms();

        String said = Scripts.run(cloud, "qualify", "--operation");

        assertThat(said.lines().filter(line -> line.contains("  passed  ")).map(line -> line.substring(0, 5)).distinct())
                .contains("IQ-01", "IQ-02", "IQ-03", "IQ-04", "IQ-05", "IQ-06", "IQ-07", "IQ-08", "IQ-09", "IQ-10", "IQ-11",
                        "IQ-12", "IQ-13", "OQ-01", "OQ-02", "OQ-03", "OQ-04", "OQ-05", "OQ-06", "OQ-07");
        assertThat(said.lines().filter(line -> line.contains("FAILED"))).allMatch(line -> line.matches("IQ-0[34]b .*"));
    }
}

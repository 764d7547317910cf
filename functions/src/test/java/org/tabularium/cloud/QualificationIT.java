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

    @Test
    void installationAndOperationOfADeployedStackAreChecked() throws Exception {
        String said = Scripts.run(cloud, "qualify", "--operation");

        assertThat(said).contains("OQ-01  passed", "OQ-02  passed", "OQ-03  passed", "OQ-04  passed", "OQ-05  passed",
                "IQ-06  passed");
        // LocalStack makes buckets without the encryption that the template asks for; other tests of this stack leave other code.
        assertThat(said.lines().filter(line -> line.contains("FAILED")))
                .allMatch(line -> line.matches("IQ-0[23]b .*|IQ-06 .*ReportFunction-.* differs in CodeSha256"));
    }
}

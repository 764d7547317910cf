package org.tabularium.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.store.InMemoryObjectStore;

/// Both buckets from a backup: objects and their bytes come back, versions and times do not.
@Shows(Requirement.RUN_UNCHANGED)
class RestoreTest {

    @Test
    void restoredBucketsHoldTheSameRunsAndHistoryAndGoOn() throws IOException {
        PortalWorld lost = new PortalWorld();
        String first = lost.publish("KN5601", "40.1");
        String second = lost.publish("KN5601", "41.2");
        PortalWorld restored = new PortalWorld();
        restored.uploads.put("nothing", "so that versions are others");
        copy(lost.uploads, restored.uploads);
        copy(lost.reports, restored.reports);
        List<String> runs = runs(restored.reports);

        assertThat(restored.publish("KN5601")).as("the same content is the same run").isEqualTo(second);

        assertThat(runs(restored.reports)).as("no file of a run is written anew").isEqualTo(runs).isEqualTo(runs(lost.reports));
        assertThat(restored.history("KN5601")).extracting(e -> String.valueOf(e.fields().get("run"))).contains(first, second);
        String reader = restored.token("ann", "kn-readers");
        assertThat(restored.get(reader, "/").body()).contains("KN5601");
        assertThat(restored.get(reader, "/file", "study", "KN5601", "run", first, "path", "report.xlsx").status()).isEqualTo(303);
        assertThat(restored.publish("KN5601", "40.1")).isEqualTo(first);
    }

    private static void copy(InMemoryObjectStore from, InMemoryObjectStore to) throws IOException {
        for (String key : from.keys()) {
            to.put(key, from.get(key).orElseThrow().bytes());
        }
    }

    /// Each file of a run with its ETag.
    private static List<String> runs(InMemoryObjectStore reports) throws IOException {
        return reports.list("studies/").stream().filter(v -> v.key().contains("/runs/")).map(v -> v.key() + " " + v.eTag())
                .toList();
    }
}

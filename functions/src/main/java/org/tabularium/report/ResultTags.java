package org.tabularium.report;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.render.Tags;
import org.tabularium.result.Result;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.ResultKey;

/// The tags of a run's results, for the formats that name what they show; made when the first is asked for.
final class ResultTags implements Tags {

    private final List<PublishedResult> results;
    private @Nullable IdentityHashMap<Result, ResultKey> keys;

    ResultTags(List<PublishedResult> results) {
        this.results = results;
    }

    @Override
    public String of(Result result) {
        ResultKey key = keys().get(result);
        return key == null ? "" : key.tag();
    }

    /// Formats are drawn side by side. Two cells may hold equal results.
    private synchronized IdentityHashMap<Result, ResultKey> keys() {
        if (keys == null) {
            keys = new IdentityHashMap<>();
            for (PublishedResult published : results) {
                keys.put(published.result(), published.key());
            }
        }
        return keys;
    }
}

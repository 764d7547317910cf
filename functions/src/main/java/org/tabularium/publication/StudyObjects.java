package org.tabularium.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.publication.Step.Conclusion;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.run.Manifest;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.StoredStudy;
import org.tabularium.study.IgnoredFile;
import org.tabularium.study.Study;

/// The objects of a study in the bucket, as one listing gives them.
///
/// @param inputs what a report is made of: name relative to the study → version
/// @param ignored names of what else lies there, sorted
/// @param names of all objects at the study's top level and of its templates
record StudyObjects(NavigableMap<String, ObjectVersion> inputs, List<String> ignored, Set<String> names) {

    static StudyObjects of(StudyKeys keys, List<ObjectVersion> versions) {
        StoredStudy.Parts parts = StoredStudy.Parts.of(keys.prefix(), versions);
        NavigableMap<String, ObjectVersion> inputs = new TreeMap<>();
        List<String> ignored = new ArrayList<>(parts.ignored());
        for (Map.Entry<String, ObjectVersion> object : parts.objects().entrySet()) {
            if (Study.isInput(object.getKey())) {
                inputs.put(object.getKey(), object.getValue());
            } else {
                ignored.add(object.getKey());
            }
        }
        return new StudyObjects(inputs, ignored.stream().sorted().toList(), Set.copyOf(parts.objects().keySet()));
    }

    /// The inputs in their order, not read yet.
    List<Source> sources() {
        return sources(List.of());
    }

    /// @param sha256 of each input in their order; empty where they were not read
    private List<Source> sources(List<String> sha256) {
        List<Source> sources = new ArrayList<>();
        for (ObjectVersion version : inputs.values()) {
            // Without versioning all versions are called alike and the ETag tells them apart.
            String versionId = version.versionId().equals("null") ? "null " + version.eTag() : version.versionId();
            sources.add(new Source(version.key(), versionId, sha256.isEmpty() ? null : sha256.get(sources.size()),
                    version.lastModified().toString()));
        }
        return sources;
    }

    /// What is to be said of a study without a report.
    Conclusion conclusion(StudyState state, List<String> sha256, List<Finding> findings) {
        return conclusion(state, null, sha256, findings, null);
    }

    /// What is to be said of a study with one.
    Conclusion reported(String run, List<String> sha256, List<Finding> findings, Manifest manifest) {
        return conclusion(StudyState.REPORTED, run, sha256, findings, manifest);
    }

    private Conclusion conclusion(StudyState state, @Nullable String run, List<String> sha256, List<Finding> findings,
            @Nullable Manifest manifest) {
        List<Finding> all = new ArrayList<>(findings);
        ignored.forEach(name -> all.add(IgnoredFile.finding(name)));
        return new Conclusion(state, run, sources(sha256), ignored, all, manifest);
    }
}

package org.tabularium.portal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tabularium.portal.AccessList.Grant;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.catalogue.Scope;

/// Somebody with what they may do.
///
/// @param grants those whose claim they have
public record Caller(Person person, List<Grant> grants) {

    /// Who reads reports.
    private static final Set<Role> READERS = Set.of(Role.READER, Role.OPERATOR, Role.AUDITOR);

    /// Which studies they may know of.
    public Scope scope() {
        Set<String> names = new HashSet<>();
        Set<String> beginnings = new HashSet<>();
        for (Grant grant : grants) {
            if (grant.roles().isEmpty()) {
                continue;
            }
            for (String study : grant.studies()) {
                if (study.endsWith("*")) {
                    beginnings.add(study.substring(0, study.length() - 1));
                } else {
                    names.add(study);
                }
            }
        }
        return new Scope(names, beginnings);
    }

    /// Whether they may know of this study.
    public boolean sees(String study) {
        return StudyKeys.isName(study) && scope().sees(study);
    }

    public boolean may(Role role, String study) {
        return StudyKeys.isName(study) && grants.stream().anyMatch(g -> g.roles().contains(role) && g.covers(study));
    }

    /// Whether they upload anywhere.
    public boolean uploads() {
        return grants.stream().anyMatch(g -> g.roles().contains(Role.UPLOADER));
    }

    /// The editions of a study's reports that they may read, in the order of the grants.
    public List<String> editions(String study) {
        return !StudyKeys.isName(study)
                ? List.of()
                : grants.stream().filter(g -> g.covers(study) && g.roles().stream().anyMatch(READERS::contains))
                        .flatMap(g -> g.editions().stream()).distinct().toList();
    }
}

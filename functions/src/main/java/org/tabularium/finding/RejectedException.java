package org.tabularium.finding;

import java.util.List;

/// The input is rejected: no report can be made of it. Carries the findings that say why; at least one is an error.
public final class RejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public RejectedException(List<Finding> findings) {
        super(findings.isEmpty() ? "rejected" : findings.getFirst().line());
        this.findings = List.copyOf(findings);
    }

    public RejectedException(Finding finding) {
        this(List.of(finding));
    }

    public List<Finding> findings() {
        return findings;
    }
}

package org.tabularium.study.settings;

/// What study.yaml says of what may leave the sponsor: `identifiers`, `smallest-count`.
///
/// @param identifiers whether subject identifiers are shown
/// @param smallestCount counts from 1 to below it are not shown in editions for others; 0 shows all
public record DisclosureSettings(boolean identifiers, int smallestCount) {

    /// What study.yaml without any of the keys means.
    public static final DisclosureSettings DEFAULT = new DisclosureSettings(true, 0);
}

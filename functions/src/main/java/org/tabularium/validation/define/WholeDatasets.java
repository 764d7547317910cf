package org.tabularium.validation.define;

import java.util.List;
import java.util.Optional;
import org.tabularium.study.Study;
import org.tabularium.study.define.DefinedDataset;
import org.tabularium.validation.rule.ExaminedDataset;

/// The datasets that define.xml describes as they are read. One that study.yaml makes of several files has a description for
/// each, of which none is that of the whole: it is not compared.
final class WholeDatasets {

    private WholeDatasets() {}

    /// Our names of those that are compared.
    static List<String> names(Study study) {
        return ExaminedDataset.names(study).stream().filter(name -> definition(study, name).isPresent()).toList();
    }

    /// What define.xml says of a dataset of ours that is one file.
    static Optional<DefinedDataset> definition(Study study, String name) {
        return study.parts(name).size() > 1 ? Optional.empty() : study.defined(name);
    }
}

package org.tabularium.validation.define;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.FlagCoding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.define.DefinedDataset;
import org.tabularium.study.define.DefinedVariable;
import org.tabularium.validation.rule.Rule;

/// Datasets and variables are those that define.xml describes, and of the type that it says. Of a format without types (CSV) the
/// values decide, and only variables that are read are compared. Flags are not: they are read as text in whatever coding.
public final class DefinedStructure implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        // What headers say is known without reading.
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Study study = data.study();
        if (!study.definition().isGiven()) {
            return;
        }
        Map<String, DefinedDataset> defined = study.definition().datasets();
        Set<String> there = study.sources().keySet();
        if (defined.keySet().stream().noneMatch(there::contains)) {
            findings.accept(Finding
                    .warning("DEFINE_OTHER", "describes none of the study's datasets")
                    .in(study.definition().file()).remedy("put the definition of these datasets in its place"));
            return;
        }
        defined.values().stream().filter(d -> !d.withoutData() && !there.contains(d.name()))
                .forEach(d -> findings.accept(Finding
                        .note("DEFINE_DATASET_ABSENT", "is described in " + study.definition().file()
                                + " and is not in the study's folder")
                        .in(d.name()).remedy("deliver it, if it belongs to the study")));
        there.stream().filter(name -> !defined.containsKey(name))
                .forEach(name -> findings.accept(Finding
                        .note("DEFINE_SILENT", "is not described in " + study.definition().file()).in(name)
                        .remedy("describe the dataset there")));
        WholeDatasets.names(study)
                .forEach(name -> WholeDatasets.definition(study, name).ifPresent(d -> check(data, name, d, findings)));
    }

    private static void check(StudyData data, String name, DefinedDataset defined, Consumer<Finding> findings) {
        Study study = data.study();
        String shown = study.shownName(name);
        Set<String> there = study.variables(name);
        for (DefinedVariable variable : defined.variables().values()) {
            if (!there.contains(variable.name())) {
                if (!variable.withoutData()) {
                    findings.accept(Finding
                            .warning("DEFINE_VARIABLE_ABSENT", "is described in " + study.definition().file()
                                    + " and is not in the dataset")
                            .in(shown).of(variable.name()).remedy("deliver it, or correct the definition"));
                }
                continue;
            }
            Optional<Kind> kind = FlagCoding.isFlag(variable.name())
                    ? Optional.empty()
                    : kind(data, name, variable.name());
            if (kind.isPresent() && variable.kind().isPresent() && !kind.equals(variable.kind())) {
                findings.accept(Finding
                        .warning("DEFINE_TYPE", "is " + word(kind.get()) + "; " + study.definition().file() + " says "
                                + variable.dataType() + ". The data count")
                        .in(shown).of(variable.name()).remedy("correct whichever is wrong"));
            }
        }
        List<String> silent = there.stream().filter(variable -> !defined.variables().containsKey(variable)).toList();
        silent.forEach(variable -> findings.accept(Finding
                .note("DEFINE_SILENT", "is not described in " + study.definition().file()).in(shown).of(variable)
                .remedy("describe the variable there")));
    }

    /// The kind that a variable has: of those that were read as they were read, of others as their header says; empty where it
    /// has no value.
    private static Optional<Kind> kind(StudyData data, String name, String variable) {
        return data.dataset(name).flatMap(dataset -> dataset.column(variable))
                .filter(DefinedStructure::hasValue)
                .map(column -> column instanceof NumericColumn ? Kind.NUMERIC : Kind.TEXT);
    }

    private static boolean hasValue(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return true;
            }
        }
        return false;
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case NUMERIC -> "numeric";
            case TEXT -> "text";
        };
    }
}

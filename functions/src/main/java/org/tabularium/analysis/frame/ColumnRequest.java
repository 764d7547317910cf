package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.Shell;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;

/// How a kind of rows asks for columns before anything is read.
///
/// @param study whose headers are known
/// @param shell the table
/// @param columns what has been asked for
public record ColumnRequest(Study study, Shell shell, RequestedColumns columns) {

    /// Variables of ADSL.
    public void ofAdsl(Collection<String> variables) {
        columns.ask(Study.ADSL, List.copyOf(variables));
    }

    /// Variables of the table's own dataset. A filter or a listing may look at the subject's variables too, so ADSL is asked as
    /// well.
    public void ofTable(Collection<String> variables) {
        String dataset = shell.dataset().isEmpty() ? Study.ADSL : shell.dataset();
        columns.ask(dataset, List.copyOf(variables));
        columns.ask(Study.ADSL, List.copyOf(variables));
    }

    /// What parameters are made of, in every dataset that may hold them.
    public void ofParameters() {
        DerivedEndpoints.ask(study, columns);
        for (String dataset : BdsParameter.candidates(study, shell.dataset())) {
            BdsParameter.ask(study, dataset, columns);
            columns.ask(dataset, ConditionVariables.of(shell.where(), study));
        }
    }

    /// Variables that a parameter's dataset or ADSL may have.
    public void beside(List<String> variables) {
        BdsParameter.candidates(study, shell.dataset()).forEach(dataset -> columns.ask(dataset, variables));
        columns.ask(Study.ADSL, variables);
    }

    /// What conditions on parameters look at.
    ///
    /// @param where on the subject; null for none
    public void ofConditions(@Nullable Condition where, List<LabelledCondition> conditions) {
        columns.ask(Study.ADSL, ConditionVariables.of(where, study));
        List<String> variables = new ArrayList<>();
        ConditionVariables.named(conditions).forEach(name -> variables.add(name.substring(name.indexOf('.') + 1)));
        beside(variables);
    }
}

package org.tabularium.validation;

import java.util.List;
import org.tabularium.validation.event.AstctGradeDifferences;
import org.tabularium.validation.event.DateOrder;
import org.tabularium.validation.event.FatalEventSeriousness;
import org.tabularium.validation.event.GradeValues;
import org.tabularium.validation.event.MissingEventDetails;
import org.tabularium.validation.event.OnsetBeforeTreatment;
import org.tabularium.validation.record.AnalysisFlagUse;
import org.tabularium.validation.record.DerivedRecords;
import org.tabularium.validation.record.RecordsAfterCutOff;
import org.tabularium.validation.record.UnitsOfParameter;
import org.tabularium.validation.rule.Rule;
import org.tabularium.validation.score.ChangeFromBaseline;
import org.tabularium.validation.score.EndpointDifferences;
import org.tabularium.validation.score.ParametersTwice;
import org.tabularium.validation.score.PgaScale;
import org.tabularium.validation.score.RemissionWithoutLowActivity;
import org.tabularium.validation.score.SledaiTotal;
import org.tabularium.validation.score.UnscheduledVisits;
import org.tabularium.validation.structure.EmptyDatasets;
import org.tabularium.validation.structure.NearNames;
import org.tabularium.validation.structure.VariableTypes;
import org.tabularium.validation.subject.AgeRange;
import org.tabularium.validation.subject.BlankFlags;
import org.tabularium.validation.subject.Deaths;
import org.tabularium.validation.subject.FlagValues;
import org.tabularium.validation.subject.SafetyFlag;
import org.tabularium.validation.subject.SubjectKeys;
import org.tabularium.validation.subject.UnknownSubjects;

/// Every rule there is, in the order their findings are read: what rejects a study first.
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new SubjectKeys(),
            new VariableTypes(),
            new UnknownSubjects(),
            new GradeValues(),
            new AstctGradeDifferences(),
            new FlagValues(),
            new SafetyFlag(),
            new ParametersTwice(),
            new AgeRange(),
            new FatalEventSeriousness(),
            new DateOrder(),
            new OnsetBeforeTreatment(),
            new RecordsAfterCutOff(),
            new AnalysisFlagUse(),
            new UnitsOfParameter(),
            new ChangeFromBaseline(),
            new SledaiTotal(),
            new PgaScale(),
            new EndpointDifferences(),
            new RemissionWithoutLowActivity(),
            new Deaths(),
            new NearNames(),
            new BlankFlags(),
            new MissingEventDetails(),
            new UnscheduledVisits(),
            new DerivedRecords(),
            new EmptyDatasets());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}

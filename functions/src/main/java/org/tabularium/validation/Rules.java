package org.tabularium.validation;

import java.util.List;

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
            new EmptyDatasets());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}

package org.tabularium.validation;

import java.util.List;
import java.util.Set;
import org.tabularium.validation.define.DefinedCodes;
import org.tabularium.validation.define.DefinedKeys;
import org.tabularium.validation.define.DefinedStructure;
import org.tabularium.validation.event.AstctGradeDifferences;
import org.tabularium.validation.event.DateOrder;
import org.tabularium.validation.event.DuplicateEvents;
import org.tabularium.validation.event.EventContradictions;
import org.tabularium.validation.event.EventWords;
import org.tabularium.validation.event.GradeTwins;
import org.tabularium.validation.event.DoseLevelOrder;
import org.tabularium.validation.event.TreatmentEmergence;
import org.tabularium.validation.event.UncountedToxicities;
import org.tabularium.validation.event.UntimelyToxicities;
import org.tabularium.validation.event.FatalEventSeriousness;
import org.tabularium.validation.event.GradeValues;
import org.tabularium.validation.event.MissingEventDetails;
import org.tabularium.validation.event.OnsetBeforeTreatment;
import org.tabularium.validation.record.AnalysisFlagUse;
import org.tabularium.validation.record.DerivedRecords;
import org.tabularium.validation.record.EndpointsOfDisease;
import org.tabularium.validation.record.RecordsAfterCutOff;
import org.tabularium.validation.record.UnitsOfParameter;
import org.tabularium.validation.record.UnmetSettings;
import org.tabularium.validation.rule.Rule;
import org.tabularium.validation.score.BaselineValues;
import org.tabularium.validation.score.CensoringValues;
import org.tabularium.validation.score.ChangeFromBaseline;
import org.tabularium.validation.score.EndpointDifferences;
import org.tabularium.validation.score.NegativeExposure;
import org.tabularium.validation.score.NegativeTimes;
import org.tabularium.validation.score.ParametersTwice;
import org.tabularium.validation.score.ItemWords;
import org.tabularium.validation.score.PgaScale;
import org.tabularium.validation.score.RemissionWithoutLowActivity;
import org.tabularium.validation.score.ScoreRanges;
import org.tabularium.validation.score.SledaiTotal;
import org.tabularium.validation.score.TimeUnits;
import org.tabularium.validation.score.UnnumberedVisits;
import org.tabularium.validation.score.UnscheduledVisits;
import org.tabularium.validation.structure.DateValues;
import org.tabularium.validation.structure.EmptyDatasets;
import org.tabularium.validation.structure.ImplausibleNumbers;
import org.tabularium.validation.structure.NearNames;
import org.tabularium.validation.structure.StudyIdentifiers;
import org.tabularium.validation.structure.VariableTypes;
import org.tabularium.validation.subject.AgeRange;
import org.tabularium.validation.subject.ArmVariables;
import org.tabularium.validation.subject.BlankFlags;
import org.tabularium.validation.subject.BodyMeasures;
import org.tabularium.validation.subject.CodesWithoutWords;
import org.tabularium.validation.subject.ControlArms;
import org.tabularium.validation.subject.Deaths;
import org.tabularium.validation.subject.FlagValues;
import org.tabularium.validation.subject.RecordTreatments;
import org.tabularium.validation.subject.PopulationContradictions;
import org.tabularium.validation.subject.PopulationFlags;
import org.tabularium.validation.subject.SubjectKeys;
import org.tabularium.validation.subject.UnknownSubjects;

/// Every rule there is, in the order their findings are read: what rejects a study first.
public final class Rules {

    private Rules() {}

    /// Every rule, for one run.
    ///
    /// @param read our names of the datasets that tables of this run read
    public static List<Rule> of(Set<String> read) {
        return List.of(
                new SubjectKeys(),
                new VariableTypes(read),
                new UnknownSubjects(),
                new StudyIdentifiers(),
                new GradeValues(),
                new GradeTwins(),
                new AstctGradeDifferences(),
                new EventWords(),
                new DuplicateEvents(),
                new FlagValues(),
                new PopulationFlags(),
                new PopulationContradictions(),
                new ArmVariables(),
                new ControlArms(),
                new RecordTreatments(),
                new ParametersTwice(),
                new AgeRange(),
                new BodyMeasures(),
                new CodesWithoutWords(),
                new FatalEventSeriousness(),
                new DoseLevelOrder(),
                new UncountedToxicities(),
                new UntimelyToxicities(),
                new DateValues(),
                new ImplausibleNumbers(),
                new DateOrder(),
                new OnsetBeforeTreatment(),
                new TreatmentEmergence(),
                new EventContradictions(),
                new UnmetSettings(),
                new RecordsAfterCutOff(),
                new AnalysisFlagUse(),
                new UnitsOfParameter(),
                new ChangeFromBaseline(),
                new BaselineValues(),
                new SledaiTotal(),
                new ItemWords(),
                new UnnumberedVisits(),
                new ScoreRanges(),
                new PgaScale(),
                new NegativeTimes(),
                new CensoringValues(),
                new TimeUnits(),
                new NegativeExposure(),
                new EndpointsOfDisease(),
                new EndpointDifferences(),
                new RemissionWithoutLowActivity(),
                new Deaths(),
                new DefinedStructure(),
                new DefinedCodes(),
                new DefinedKeys(),
                new NearNames(),
                new BlankFlags(),
                new MissingEventDetails(),
                new UnscheduledVisits(),
                new DerivedRecords(),
                new EmptyDatasets());
    }
}

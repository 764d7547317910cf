package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.display.PopulationRemark.AllButScreenFailures;
import org.tabularium.result.display.PopulationRemark.NoColumn;
import org.tabularium.result.display.PopulationRemark.NoSubgroup;
import org.tabularium.result.display.PopulationRemark.OneOfTreatments;
import org.tabularium.result.display.PopulationRemark.OtherTreatment;
import org.tabularium.result.display.PopulationRemark.RowsLeftOut;
import org.tabularium.result.display.PopulationRemark.SeveralTreatments;
import org.tabularium.result.display.PopulationRemark.SubgroupRows;
import org.tabularium.result.display.PopulationRemark.SubgroupsWithoutRoom;
import org.tabularium.result.display.PopulationRemark.TreatedByDate;
import org.tabularium.result.display.PopulationRemark.TreatmentOfPeriod;
import org.tabularium.result.display.PopulationRemark.UnknownTreatment;
import org.tabularium.result.display.PopulationRemark.Withheld;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.shell.PopulationName;

/// Who is counted, and in which column.
public final class PopulationWords {

    /// What stands in a cell that is not to be shown.
    public static final String WITHHELD = "[c]";

    private static final String NO_FLAG = "The data have no %s flag: ";

    private PopulationWords() {}

    /// The line under the title.
    public static String of(PopulationName.Members members) {
        return switch (members) {
            case SCREENED -> "All screened subjects";
            case ALL -> "All subjects";
            case ENROLLED -> "Enrolled subjects";
            case INTENT_TO_TREAT -> "Intent-to-treat population";
            case FULL_ANALYSIS -> "Full analysis set";
            case EFFICACY -> "Efficacy population";
            case SAFETY -> "Safety population";
            case PER_PROTOCOL -> "Per-protocol population";
            case DLT_EVALUABLE -> "DLT-evaluable subjects";
            case TREATED -> "Treated subjects";
        };
    }

    static String of(PopulationRemark remark, PrintedNames names) {
        return switch (remark) {
            case TreatedByDate() -> NO_FLAG.formatted("safety population") + "subjects with a date of first treatment are shown.";
            case AllButScreenFailures(String flag) ->
                NO_FLAG.formatted(population(flag)) + "all subjects except screen failures are shown.";
            case NoColumn column -> ofColumn(column, names);
            case OtherTreatment(long subjects, boolean actual, boolean listed) -> {
                String under = (listed ? "shown" : "counted") + " under the treatment " + (actual ? "received." : "planned.");
                yield Plural.of(subjects,
                        "{n} subject received another treatment than planned and is " + under,
                        "{n} subjects received another treatment than planned and are " + under);
            }
            case SeveralTreatments(boolean actual) -> "A subject is counted under each treatment "
                    + (actual ? "received" : "planned") + " and once in the total; a record is counted under its own treatment.";
            case TreatmentOfPeriod() -> "A record that names no treatment is counted under that of its period.";
            case UnknownTreatment(long records) -> Plural.of(records,
                    "{n} record names no treatment that its subject received and is counted in the total only.",
                    "{n} records name no treatment that their subjects received and are counted in the total only.");
            case OneOfTreatments(long records) -> Plural.of(records,
                    "Subjects had several treatments and are counted under one; {n} record of another treatment is counted there, too.",
                    "Subjects had several treatments and are counted under one; {n} records of another treatment are counted there,"
                            + " too.");
            case Withheld(long smallest) ->
                WITHHELD + " is not shown, so that no count below " + smallest + " can be worked out.";
            case RowsLeftOut(long smallest) ->
                "Rows are left out so that no count below " + smallest + " can be worked out; other rows may add up to less.";
            case SubgroupRows() ->
                "The first row of a subgroup is its number of subjects; percentages and tests within it are based on"
                        + " these subjects alone, without adjustment for multiplicity.";
            case SubgroupsWithoutRoom(List<String> variables) -> "The figure has no room for the subgroups of "
                    + variables.stream().map(names::ofVariable).collect(Collectors.joining(", ")) + ".";
            case NoSubgroup(long subjects, String variable) -> Plural.of(subjects,
                    "{n} subject has no value of \"" + names.ofVariable(variable) + "\" and is in no subgroup.",
                    "{n} subjects have no value of \"" + names.ofVariable(variable) + "\" and are in no subgroup.");
        };
    }

    private static String population(String flag) {
        return switch (flag) {
            case "ITTFL" -> "intent-to-treat population";
            case "EFFFL" -> "efficacy population";
            case "ENRLFL" -> "enrolled subjects";
            default -> "safety population";
        };
    }

    private static String ofColumn(NoColumn column, PrintedNames names) {
        String what = column.variable().isEmpty() ? "treatment arm" : "value of \"" + names.ofVariable(column.variable()) + "\"";
        String drawn = column.figure() ? "shown in no arm." : "counted in no column.";
        String where = column.total() ? "counted in the total column only." : drawn;
        return Plural.of(column.subjects(),
                "{n} subject has no " + what + " and is " + where,
                "{n} subjects have no " + what + " and are " + where);
    }
}

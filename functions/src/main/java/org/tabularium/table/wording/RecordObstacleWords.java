package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.result.obstacle.RecordObstacle.Choice;
import org.tabularium.result.obstacle.RecordObstacle.InTwoDatasets;
import org.tabularium.result.obstacle.RecordObstacle.CodesOfWords;
import org.tabularium.result.obstacle.RecordObstacle.NotYesOrNo;
import org.tabularium.result.obstacle.RecordObstacle.OneTreatmentOnly;
import org.tabularium.result.obstacle.RecordObstacle.Pair;
import org.tabularium.result.obstacle.RecordObstacle.SeveralAtVisit;
import org.tabularium.result.obstacle.RecordObstacle.SeveralDoseLevels;
import org.tabularium.result.obstacle.RecordObstacle.SeveralOfSubject;
import org.tabularium.result.obstacle.RecordObstacle.SeveralValues;
import org.tabularium.result.obstacle.RecordObstacle.TooManyCategories;
import org.tabularium.result.obstacle.RecordObstacle.TooManyLevels;
import org.tabularium.result.obstacle.RecordObstacle.TwoBaselines;
import org.tabularium.result.obstacle.RecordObstacle.UnknownTreatments;

/// Records that do not tell which of them counts.
final class RecordObstacleWords {

    private RecordObstacleWords() {}

    static String of(RecordObstacle obstacle) {
        return switch (obstacle) {
            case UnknownTreatments(List<String> periods, String variable, String dataset) ->
                several(periods, variable,
                        dataset + " has no " + variable + " or APERIOD, which would say under which of them a record is");
            case OneTreatmentOnly(List<String> periods, String variable) ->
                several(periods, variable, "a table of this kind cannot count each record under its own (" + variable + ")");
            case SeveralDoseLevels(int subjects, String variable, String dataset) ->
                Plural.of(subjects, "{n} subject was", "{n} subjects were") + " treated at two dose levels (" + variable
                        + ", TRT02A … of ADSL, TRTA of " + dataset
                        + "), and nothing tells at which of them they are evaluable; `tables: [dlt: {by: TRT01A}]` in study.yaml counts each at the first,"
                        + " and any other variable of ADSL at the level that it names";
            case SeveralAtVisit(String dataset, String parameter, List<Pair> records, int more, Choice choice) ->
                dataset + " has more than one " + parameter + " record of a subject at a visit: " + named(records, more)
                        + of(choice, dataset, true);
            case SeveralOfSubject(String dataset, String parameter, List<Pair> records, int more, Choice choice) ->
                dataset + " has more than one " + parameter + " record of a subject: " + named(records, more)
                        + of(choice, dataset, false);
            case InTwoDatasets(String code, String first, String second) -> inTwo(code, first, second);
            case SeveralValues(String code, String variable, List<String> levels) ->
                code + " has several values of " + variable + ": " + String.join(", ", levels)
                        + "; choose one in study.yaml by `where: {" + variable + ": " + levels.getFirst() + "}` of the table";
            case TwoBaselines(String dataset, String variable, String parameter, long first, long second) ->
                dataset + " has two values of " + variable + " for " + parameter + " of a subject: " + rows(first, second);
            case TooManyLevels(String parameter, int most) ->
                parameter + " has more than " + most + " different values; this table is for levels";
            case TooManyCategories(String parameter, int values, String visit) ->
                parameter + " has " + values + " different values at " + visit + "; this table is for categories";
            case CodesOfWords(String code, List<String> words) ->
                "the numbers of " + code + " are codes of words, which have no mean: " + String.join(", ", words)
                        + "; tables: [change: {parameter: " + code + "}] in study.yaml, if it is a score";
            case NotYesOrNo(String code, List<String> values, boolean more) ->
                code + " is no response answered yes or no (Y/N): its values are " + String.join(", ", values)
                        + (more ? " and others" : "");
        };
    }

    static String inTwo(String code, String first, String second) {
        return code + " is in " + first + " and in " + second + "; name the dataset in study.yaml";
    }

    private static String several(List<String> periods, String variable, String why) {
        return "subjects had several treatments ("
                + (periods.size() > 1 ? String.join(", ", periods) : variable + " of their records") + "), and " + why + "; by: "
                + periods.getFirst() + " makes the table by the first";
    }

    private static String named(List<Pair> records, int more) {
        return records.stream()
                .map(pair -> (pair.visit().isEmpty() ? "" : pair.visit() + ", ") + rows(pair.first(), pair.second()))
                .collect(Collectors.joining("; ")) + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String rows(long first, long second) {
        return "rows " + first + " and " + second;
    }

    /// @param atVisit whether there may be one record at each visit, else one of each subject
    private static String of(Choice choice, String dataset, boolean atVisit) {
        String variable = choice.variable();
        if (variable == null) {
            return otherwise(choice, dataset, atVisit);
        }
        return variable.equals("DTYPE") && choice.level().isEmpty()
                ? ". DTYPE tells them apart: `where: {DTYPE: {missing: true}}` of the table in study.yaml takes those observed"
                : ". " + variable + " tells them apart; choose one in study.yaml by `where: {" + variable + ": "
                        + choice.level() + "}` of the table";
    }

    /// Where no variable is known to tell the records apart.
    private static String otherwise(Choice choice, String dataset, boolean atVisit) {
        String where = atVisit ? " at the visit" : "";
        if (!choice.level().isEmpty()) {
            return ". If " + choice.level() + " picks one record a " + (atVisit ? "visit" : "subject")
                    + ", name it in study.yaml: `flags: {" + dataset + ": " + choice.level() + "}`";
        }
        if (choice.conditions().isEmpty()) {
            return ". Keep one of them, or flag the one that counts" + where + " (ANL01FL)";
        }
        return ". " + String.join(", ", choice.conditions()) + " may tell them apart; choose one in study.yaml by `where: {"
                + choice.conditions().getFirst() + ": …}` of the table, or flag the record that counts" + where + " (ANL01FL)";
    }
}

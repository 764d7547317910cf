package org.tabularium.analysis.frame;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;

/// Whether a study can have parameters by visit at all: what several kinds of rows need.
public final class ParametersByVisit {

    private static final String VISIT = "AVISIT";
    /// SDTM's result as a number, else as text.
    private static final List<Predicate<String>> RESULTS = List.of(Pattern.compile("[A-Z]{2}STRESN").asMatchPredicate(),
            Pattern.compile("[A-Z]{2}STRESC").asMatchPredicate());

    private ParametersByVisit() {}

    /// Why there are none, as far as the datasets' headers tell; empty where there may be.
    public static Optional<Obstacle> lacking(Shell shell, Study study) {
        if (!BdsParameter.candidates(study, shell.dataset()).isEmpty()) {
            return Optional.empty();
        }
        Stream<String> all = shell.dataset().isEmpty() ? study.datasets().stream() : Stream.of(shell.dataset());
        return Optional.of(all.filter(name -> study.has(name, "PARAMCD")).findFirst()
                .map(name -> without(shell.dataset(), name, study))
                .orElseGet(() -> new AbsenceObstacle.NoVisits(shell.dataset(), VISIT, "")));
    }

    /// What a dataset of parameters lacks, and a variable of SDTM that says it.
    private static AbsenceObstacle.NoVisits without(String asked, String name, Study study) {
        boolean visits = study.has(name, VISIT) || study.has(name, "AVISITN");
        if (!visits) {
            return new AbsenceObstacle.NoVisits(asked, VISIT, study.has(name, "VISIT") ? "VISIT" : "");
        }
        String like = RESULTS.stream().flatMap(result -> study.variables(name).stream().sorted().filter(result)).findFirst()
                .orElse("");
        return new AbsenceObstacle.NoVisits(asked, like.endsWith("C") ? "AVALC" : "AVAL", like);
    }
}

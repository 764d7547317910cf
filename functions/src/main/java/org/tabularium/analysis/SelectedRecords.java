package org.tabularium.analysis;

import java.util.BitSet;
import java.util.List;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.Population;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Which records a table counts or lists: those of its dataset that pass its own filter, of subjects of its population.
final class SelectedRecords {

    private SelectedRecords() {}

    static TableRecords of(StudyData data, Shell shell, TableFrame frame, TableBody body)
            throws NotProducedException {
        JoinedRecords records = records(data, shell);
        if (shell.hasParameters()) {
            return new TableRecords(records, Filter.EVERYTHING, ofPopulation(records, records.select(Filter.EVERYTHING),
                    frame.population()));
        }
        Filter table = tableFilter(shell, records);
        Filter occurred = OccurredRecords.of(table, shell, records);
        BitSet selected = ofPopulation(records, records.select(occurred), frame.population());
        if (!occurred.equals(table)) {
            OccurredRecords.addRemark(ofPopulation(records, records.select(table), frame.population()), selected, body);
        }
        return new TableRecords(records, occurred, selected);
    }

    private static JoinedRecords records(StudyData data, Shell shell) throws NotProducedException {
        if (shell.dataset().isEmpty() || shell.dataset().equals(Study.ADSL) || shell.hasParameters()) {
            return JoinedRecords.ofSubjects(data);
        }
        return JoinedRecords.of(data, shell.dataset())
                .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NothingOf(List.of(shell.dataset()))));
    }

    private static Filter tableFilter(Shell shell, JoinedRecords records) throws NotProducedException {
        return Filter.of(shell.where(), records)
                .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NoValueForFilter(records.name(),
                        ConditionVariables.of(shell.where(), records.data().study()).stream()
                                .filter(v -> records.collected(v).isEmpty())
                                .findFirst()
                                .orElse(""))));
    }

    /// Those of some records that are of subjects of a population.
    static BitSet ofPopulation(JoinedRecords records, BitSet rows, Population population) {
        BitSet kept = new BitSet();
        rows.stream().filter(row -> population.subjects().get(records.subject(row))).forEach(kept::set);
        return kept;
    }
}

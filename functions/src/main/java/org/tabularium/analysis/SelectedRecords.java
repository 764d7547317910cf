package org.tabularium.analysis;

import java.util.BitSet;
import java.util.List;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RecordRemark;
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
        Filter counted = RecordsOfNothing.of(occurred, shell, records);
        BitSet selected = ofPopulation(records, records.select(counted), frame.population());
        int left = left(records, table, occurred, frame);
        if (left > 0) {
            body.remarks.add(new RecordRemark.NotOccurred(left));
        }
        int nothing = left(records, occurred, counted, frame);
        if (nothing > 0) {
            body.remarks.add(new RecordRemark.NothingReported(nothing));
        }
        return new TableRecords(records, counted, selected);
    }

    /// How many records of the population a filter leaves out that another does not.
    private static int left(JoinedRecords records, Filter wider, Filter narrower, TableFrame frame) {
        return narrower.equals(wider)
                ? 0
                : ofPopulation(records, records.select(wider), frame.population()).cardinality()
                        - ofPopulation(records, records.select(narrower), frame.population()).cardinality();
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

package org.tabularium.report;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.finding.Finding;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.result.display.TableResults;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.table.wording.ObstacleWords;
import org.tabularium.table.wording.PrintedNames;
import org.tabularium.table.wording.RowWords;

/// Parts of a display that are not shown, for whoever runs the report: the display itself tells its readers why without variables
/// and lines of study.yaml, the finding with them.
final class AbsentParts {

    private AbsentParts() {}

    static List<Finding> of(TableResults results) {
        List<Finding> findings = new ArrayList<>();
        RowWords words = new RowWords(PrintedNames.AS_WRITTEN, false);
        String above = "";
        for (ResultRow row : results.rows()) {
            if (row.label() instanceof RowLabel.Because(Obstacle obstacle)) {
                findings.add(finding(results, above, obstacle));
            } else {
                above = words.of(row.label());
            }
        }
        for (Remark remark : results.remarks()) {
            if (remark instanceof EfficacyRemark.NotShown(String label, Obstacle obstacle)) {
                findings.add(finding(results, label, obstacle));
            } else if (remark instanceof SubjectRemark.SeveralRecords(List<SubjectRemark.SeveralRecords.LeftOut> parameters)) {
                parameters.forEach(of -> findings.add(finding(results, of.label(), of.obstacle())));
            }
        }
        return findings;
    }

    private static Finding finding(TableResults results, String part, Obstacle obstacle) {
        return Finding.note("PART_NOT_SHOWN",
                "the display " + results.shell().name() + " does not show \"" + part + "\": " + ObstacleWords.of(obstacle));
    }
}

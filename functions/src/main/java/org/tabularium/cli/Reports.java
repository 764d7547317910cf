package org.tabularium.cli;

import java.io.IOException;
import java.util.List;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.report.Progress;
import org.tabularium.report.Report;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.run.DisplayStatus;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.s3.S3ObjectStore;

/// What the commands ask of the rest of the program; tests put something else in its place.
interface Reports {

    /// [ReportRun].
    Reports REAL = new Reports() {
        @Override
        public Report report(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException {
            return ReportRun.report(snapshot, options, progress);
        }

        @Override
        public Findings check(StudySnapshot snapshot, ReportOptions options, Progress progress) {
            return ReportRun.check(snapshot, options, progress);
        }

        @Override
        public List<DisplayStatus> tables(StudySnapshot snapshot, ReportOptions options, Progress progress)
                throws RejectedException {
            return ReportRun.tables(snapshot, options, progress);
        }

        @Override
        public List<String> unknownTables(StudySnapshot snapshot, ReportOptions options) throws RejectedException {
            return ReportRun.unknownTables(snapshot, options);
        }

        @Override
        public List<DisplayStatus> catalogue() {
            return ReportRun.catalogue();
        }

        @Override
        public List<String> builtIn() {
            return ReportRun.builtIn();
        }
    };

    Report report(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException;

    Findings check(StudySnapshot snapshot, ReportOptions options, Progress progress);

    List<DisplayStatus> tables(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException;

    /// Of the tables that the options name those that the study has not.
    default List<String> unknownTables(StudySnapshot snapshot, ReportOptions options) throws RejectedException {
        List<String> names = tables(snapshot, options, Progress.NONE).stream().map(DisplayStatus::name).toList();
        return options.tables().stream().filter(name -> !names.contains(name)).toList();
    }

    List<DisplayStatus> catalogue();

    /// The names of the catalogue.
    default List<String> builtIn() {
        return catalogue().stream().map(DisplayStatus::name).toList();
    }

    /// A bucket in S3, reached as the usual environment variables and profiles say. Nothing of the AWS SDK is loaded before this
    /// is called.
    ///
    /// @throws IOException where region or credentials are not set up
    default ObjectStore bucket(String name) throws IOException {
        return S3ObjectStore.open(name);
    }
}

package org.tabularium.analysis;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.result.display.TableResults;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.HouseDefaults;
import org.tabularium.shell.Shell;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.StudyReader;
import org.tabularium.study.records.AfterCutOff;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.TableLayout;
import org.tabularium.table.display.Display;
import org.tabularium.table.wording.ObstacleWords;

/// A study of a few rows in memory and its tables as text.
public final class SmallStudy {

    private static final String MARK = "[ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐ*†‡§¶‖]";
    private static final Pattern LEADING_MARK = Pattern.compile("^" + MARK + "\u00A0");

    private static final String HOLDING = ", n(/N)? \\(%\\)(?=\\||$)";

    private final List<StudySnapshot.File> files = new ArrayList<>();
    private final Findings findings = new Findings();

    private SmallStudy() {}

    /// A study whose ADSL is this CSV text.
    public static SmallStudy of(String adsl) {
        return new SmallStudy().with("adsl.csv", adsl);
    }

    /// Adds a file: a dataset as CSV, study.yaml or a shell.
    public SmallStudy with(String name, String text) {
        files.add(new StudySnapshot.File(name, "0".repeat(64), new Text(text.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    /// What a table shows: its rows as cells joined by `|`, the label indented by its level; the header first.
    public List<String> rows(String id) {
        Display table = table(id);
        Stream<String> header = Stream
                .of(String.join("|", table.columns().stream().map(c -> c.header().replace("\n", " ")).toList()));
        return Stream.concat(header, table.rows().stream()
                .map(r -> "  ".repeat(r.indent()) + String.join("|", r.cells().stream().map(c -> c.text()).toList())))
                .toList();
    }

    /// A row of a table by its label, which may leave out what the cells hold.
    public String row(String id, String label) {
        return rows(id).stream()
                .filter(r -> r.strip().replaceFirst(HOLDING, "").startsWith(label.replaceFirst(HOLDING, "") + "|"))
                .findFirst().orElse("no row " + label);
    }

    /// The footnotes without their marks.
    public List<String> footnotes(String id) {
        return table(id).footnotes().stream().map(note -> LEADING_MARK.matcher(note).replaceFirst("")).toList();
    }

    public Display table(String id) {
        return table(id, "regulatory");
    }

    public Display table(String id, String style) {
        try {
            return lay(id, style);
        } catch (NotProducedException e) {
            throw new AssertionError(ObstacleWords.of(e.obstacle()), e);
        }
    }

    /// Why a table cannot be made.
    public String whyNot(String id) {
        try {
            lay(id, "regulatory");
            return "it can";
        } catch (NotProducedException e) {
            return ObstacleWords.of(e.obstacle());
        }
    }

    /// The findings' codes of the last table made.
    public List<String> codes() {
        return findings.listed().stream().map(Finding::code).toList();
    }

    /// The results of some tables, and what they are of.
    public record Computed(List<TableResults> tables, StudyData data) {}

    /// The results of some tables.
    public Computed computed(String... ids) {
        try {
            StudySnapshot snapshot = new StudySnapshot("S", files);
            ShellCatalog catalog = ShellCatalog.load(files.stream().filter(f -> Study.isTemplate(f.name())).toList());
            StudySettings settings = StudyYaml.read(snapshot, catalog::check);
            Study study = Study.open(snapshot, settings, findings);
            List<Shell> shells = Stream.of(ids)
                    .map(id -> settings.tables().stream().map(catalog::shell).filter(s -> s.name().equals(id)).findFirst()
                            .orElseGet(() -> catalog.shell(id)))
                    .toList();
            RequestedColumns requested = new RequestedColumns();
            shells.forEach(shell -> Analyses.ask(study, shell, requested));
            StudyData data = StudyReader.read(study, requested, findings, step -> {}).orElseThrow();
            List<TableResults> tables = new ArrayList<>();
            for (Shell shell : shells) {
                tables.add(Analyses.compute(data, Analyses.ofItsPopulation(data, shell),
                        new HouseDefaults(List.of(), List.of("n", "mean", "sd", "median", "min", "max"), false)));
            }
            return new Computed(tables, data);
        } catch (RejectedException e) {
            throw new AssertionError(e.findings().stream().map(Finding::line).toList().toString(), e);
        } catch (NotProducedException e) {
            throw new AssertionError(ObstacleWords.of(e.obstacle()), e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Display lay(String id, String style) throws NotProducedException {
        try {
            StudySnapshot snapshot = new StudySnapshot("S", files);
            ShellCatalog catalog = ShellCatalog.load(files.stream().filter(f -> Study.isTemplate(f.name())).toList());
            StudySettings settings = StudyYaml.read(snapshot, catalog::check).withStyle(style);
            Study study = Study.open(snapshot, settings, findings);
            Shell shell = settings.tables().stream()
                    .map(catalog::shell)
                    .filter(s -> s.name().equals(id))
                    .findFirst()
                    .orElseGet(() -> catalog.shell(id));
            Obstacle unmet = Analyses.unmet(study, shell).orElse(null);
            if (unmet != null) {
                throw new NotProducedException(unmet);
            }
            RequestedColumns requested = new RequestedColumns();
            Analyses.ask(study, shell, requested);
            AfterCutOff.ask(study, requested);
            StudyData data = StudyReader.read(study, requested, findings, step -> {}).map(AfterCutOff::apply)
                    .map(DerivedEndpoints::addTo)
                    .orElseThrow();
            HouseStyle house = HouseStyle.named(style);
            TableResults results = Analyses.compute(data, shell,
                    new HouseDefaults(house.continuous(), house.byVisit(), house.yesOnly()));
            return new TableLayout(data, house, "0123456789abcdef").display(results, 1);
        } catch (RejectedException e) {
            throw new AssertionError(e.findings().stream().map(Finding::line).toList().toString(), e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class Text implements Content {
        private final byte[] bytes;

        Text(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}

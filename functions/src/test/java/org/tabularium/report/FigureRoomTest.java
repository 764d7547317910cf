package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.finding.RejectedException;
import org.tabularium.store.StudyFolder;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.table.display.Figure;

/// Figures in little room: narrow panels and low pages.
class FigureRoomTest {

    private static Figure figure(Path folder, String named) throws IOException, RejectedException {
        ReportOptions options = new ReportOptions(List.of(), List.of(named), null, List.of());
        return ReportRun.displays(StudySnapshot.of(new StudyFolder(folder)), options).stream().filter(Figure.class::isInstance)
                .map(Figure.class::cast).findFirst().orElseThrow();
    }

    private static List<String> texts(Drawing drawing) {
        return drawing.shapes().stream().filter(Shape.Text.class::isInstance).map(shape -> ((Shape.Text) shape).text()).toList();
    }

    /// Three panels beside each other: "Physician Global Assessment (0–3)" is wider than one.
    @Test
    void titleOfANarrowPanelIsBrokenAndNotCut() throws IOException, RejectedException {
        assertThat(texts(figure(Places.testData("lancet-2025"), "trajectories-pga").drawing()))
                .contains("Physician global assessment", "(0–3)").noneMatch(text -> text.contains("…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"km-ttneut", "course-cd19", "waterfall"})
    void figureIsLowerOnALowPage(String id, @TempDir Path folder) throws IOException, RejectedException {
        try (Stream<Path> files = Files.list(Places.testData("kn5501"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Drawing upright = figure(folder, id).drawing();
        Path settings = folder.resolve("study.yaml");
        Files.writeString(settings,
                Files.readString(settings) + "page: {paper: letter, orientation: landscape, margins: 30}\n");
        Drawing landscape = figure(folder, id).drawing();
        assertThat(landscape.height()).isLessThan(upright.height()).isLessThan(330);
        assertThat(landscape.width()).isGreaterThan(upright.width());
    }
}

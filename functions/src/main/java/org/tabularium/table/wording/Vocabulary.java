package org.tabularium.table.wording;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tabularium.result.RowName;
import org.tabularium.result.display.ComparisonRemark;
import org.tabularium.result.display.DoseRemark;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.display.SubjectRemark;

/// Which class has the words of a family: of its names of rows and of what is remarked on them. A kind of rows that has words of
/// its own is added here; a test holds that no family is forgotten.
final class Vocabulary {

    private static final List<Names<?>> NAMES = List.of(
            new Names<>(RowName.Shared.class, RowWords::of),
            new Names<>(RowName.Comparison.class, ComparisonWords::of),
            new Names<>(RowName.Event.class, EventWords::of),
            new Names<>(RowName.Narrative.class, EventWords::of),
            new Names<>(RowName.Dose.class, DoseWords::of),
            new Names<>(RowName.Subject.class, SubjectWords::of),
            new Names<>(RowName.Laboratory.class, LaboratoryWords::of),
            new Names<>(RowName.Efficacy.class, EfficacyWords::of));

    private static final List<Remarks<?>> REMARKS = List.of(
            new Remarks<>(PopulationRemark.class, PopulationWords::of),
            new Remarks<>(ComparisonRemark.class, ComparisonWords::of),
            new Remarks<>(EventRemark.class, EventWords::of),
            new Remarks<>(DoseRemark.class, DoseWords::of),
            new Remarks<>(SubjectRemark.class, SubjectWords::of),
            new Remarks<>(LaboratoryRemark.class, LaboratoryWords::of),
            new Remarks<>(EfficacyRemark.class, EfficacyWords::of),
            new Remarks<>(RecordRemark.class, RecordWords::of),
            new Remarks<>(Remark.Within.class, RemarkWords::within));

    private record Names<N extends RowName>(Class<N> family, Function<N, String> words) {

        Optional<String> of(RowName name) {
            return family.isInstance(name) ? Optional.of(words.apply(family.cast(name))) : Optional.empty();
        }
    }

    private record Remarks<R extends Remark>(Class<R> family, BiFunction<R, PrintedNames, String> words) {

        Optional<String> of(Remark remark, PrintedNames names) {
            return family.isInstance(remark) ? Optional.of(words.apply(family.cast(remark), names)) : Optional.empty();
        }
    }

    private Vocabulary() {}

    /// A row's label.
    static String of(RowName name) {
        return NAMES.stream().flatMap(family -> family.of(name).stream()).findFirst()
                .orElseThrow(() -> new IllegalStateException("no words of rows " + name));
    }

    /// A footnote.
    static String of(Remark remark, PrintedNames names) {
        return REMARKS.stream().flatMap(family -> family.of(remark, names).stream()).findFirst()
                .orElseThrow(() -> new IllegalStateException("no words of the remark " + remark));
    }

    /// Whether a class of names of rows, or of remarks, has words.
    static boolean knows(Class<?> type) {
        return NAMES.stream().anyMatch(family -> family.family().isAssignableFrom(type))
                || REMARKS.stream().anyMatch(family -> family.family().isAssignableFrom(type));
    }
}

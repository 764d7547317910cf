package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.study.TimeUnit;
import org.tabularium.study.TimeUnit.Written;

/// What a study says of the unit of a parameter's times: in the label that is printed, in PARAM and in AVALU.
///
/// @param units each unit that is said, once, as it is written first; more than one where they contradict each other
/// @param other what AVALU says where nothing says a unit of time: small letters; empty for nothing
public record StatedUnit(List<Written> units, String other) {

    public static StatedUnit of(BdsParameter parameter) {
        Set<String> labels = new LinkedHashSet<>(List.of(parameter.label()));
        labels.addAll(texts(parameter, "PARAM"));
        Set<String> given = texts(parameter, "AVALU");
        List<Written> found = new ArrayList<>();
        labels.forEach(label -> TimeUnit.ofLabel(label).ifPresent(found::add));
        given.forEach(text -> TimeUnit.written(text).ifPresent(found::add));
        List<Written> once = new ArrayList<>();
        for (Written one : found) {
            if (once.stream().noneMatch(known -> known.unit() == one.unit())) {
                once.add(one);
            }
        }
        String other = given.stream().filter(text -> !text.isBlank()).findFirst().orElse("").strip();
        return new StatedUnit(List.copyOf(once), once.isEmpty() ? other.toLowerCase(Locale.ROOT) : "");
    }

    private static Set<String> texts(BdsParameter parameter, String variable) {
        Set<String> texts = new LinkedHashSet<>();
        Optional<JoinedColumn> field = parameter.records().field(variable).filter(f -> f.via() == null);
        field.ifPresent(f -> parameter.rows().stream().forEach(row -> texts.add(f.text(row))));
        return texts;
    }

    /// Whether it is said in two ways.
    public boolean isContradictory() {
        return units.size() > 1;
    }

    /// The unit as it is printed; empty where none is said, or several are.
    public String printed() {
        if (isContradictory()) {
            return "";
        }
        return units.isEmpty() ? other : units.getFirst().written();
    }

    /// Whether nothing that is said stands against a unit.
    ///
    /// @param asked in any spelling
    public boolean allows(String asked) {
        return units.isEmpty()
                ? other.isEmpty() || other.equalsIgnoreCase(asked.strip())
                : units.stream().anyMatch(one -> TimeUnit.named(asked).filter(one.unit()::equals).isPresent());
    }

    /// What is said, in words.
    public List<String> words() {
        return units.isEmpty() ? List.of(other) : units.stream().map(Written::written).toList();
    }
}

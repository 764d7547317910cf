package org.tabularium.selection.bds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.study.unit.MeasurementUnit;

/// The unit in which a shell names the numbers that values of a parameter are compared with (`limit-units`), beside the unit of
/// the
/// values: PARAM's in brackets or AVALU's. Values stay as they are; the limits are converted.
///
/// @param limits the unit of the limits; null where the shell says none
/// @param values that of the values; null where the data do not say it, or where nothing is to be converted
public record LimitUnit(@Nullable MeasurementUnit limits, @Nullable MeasurementUnit values, Optional<LaboratoryRemark> remark) {

    private static final Set<String> VALUES = Set.of("AVAL", "BASE", "CHG");
    private static final LimitUnit NONE = new LimitUnit(null, null, Optional.empty());

    /// That of a parameter in a shell.
    ///
    /// @param units of the shell, by our PARAMCD
    /// @throws NotProducedException where the values are in a unit that the limits cannot be converted to
    public static LimitUnit of(BdsParameter parameter, Map<String, String> units) throws NotProducedException {
        String named = units.get(parameter.code());
        MeasurementUnit limits = named == null ? null : MeasurementUnit.of(named).orElse(null);
        if (named == null || limits == null) {
            return NONE;
        }
        List<String> said = said(parameter);
        Optional<String> known = said.stream().filter(text -> isOf(text, limits)).findFirst();
        if (known.isPresent()) {
            MeasurementUnit values = MeasurementUnit.of(known.get()).orElseThrow();
            String one = values.from(BigDecimal.ONE, limits).toPlainString();
            return values.equals(limits)
                    ? NONE
                    : new LimitUnit(limits, values,
                            Optional.of(new LaboratoryRemark.ConvertedLimits(parameter.label(), known.get(), named, one)));
        }
        if (!said.isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.OtherUnit(parameter.label(), said.getFirst(), named));
        }
        return new LimitUnit(limits, null, Optional.of(new LaboratoryRemark.LimitsWithoutUnit(parameter.label(), named)));
    }

    /// Those of some parameters that can be compared with a shell's limits.
    ///
    /// @param remarks take what is said of those left out
    /// @throws NotProducedException where there is none
    public static List<BdsParameter> comparable(List<BdsParameter> parameters, Map<String, String> units,
            Consumer<Remark> remarks)
            throws NotProducedException {
        List<BdsParameter> found = new ArrayList<>();
        NotProducedException first = null;
        for (BdsParameter parameter : parameters) {
            try {
                of(parameter, units);
                found.add(parameter);
            } catch (NotProducedException e) {
                remarks.accept(new EfficacyRemark.NotShown(parameter.label(), e.obstacle()));
                first = first == null ? e : first;
            }
        }
        if (first != null && found.isEmpty()) {
            throw first;
        }
        return found;
    }

    /// Whether a variable of a parameter's records is a value in its unit.
    public static boolean isValue(String variable) {
        return VALUES.contains(variable);
    }

    private static boolean isOf(String text, MeasurementUnit limits) {
        return MeasurementUnit.of(text).filter(unit -> unit.quantity() == limits.quantity()).isPresent();
    }

    /// What the data say of the unit: the label's, where it looks like one, then that of the values.
    private static List<String> said(BdsParameter parameter) {
        Optional<JoinedColumn> given = Dimensions.unitField(parameter.records());
        Map<String, String> once = new TreeMap<>();
        given.ifPresent(f -> parameter.rows().stream().mapToObj(f::text).filter(text -> !text.isBlank())
                .forEach(text -> once.putIfAbsent(MeasurementUnit.key(text), text)));
        Stream<String> own = Stream.ofNullable(parameter.within().get("AVALU"));
        Stream<String> ofLabel = Stream.of(Dimensions.unitOf(parameter.label())).filter(MeasurementUnit::isOne);
        return Stream.concat(Stream.concat(own, ofLabel), once.values().stream()).toList();
    }

    /// A condition with its numbers in the unit of the values.
    ///
    /// @param isValue which variables are values of the parameter
    public @Nullable Condition convert(@Nullable Condition condition, Predicate<String> isValue) {
        return values == null || condition == null ? condition : converted(condition, isValue);
    }

    /// Conditions on values of the parameter with their numbers in the unit of the values.
    public List<LabelledCondition> convert(List<LabelledCondition> conditions) {
        return conditions.stream()
                .map(one -> new LabelledCondition(one.label(), convert(one.where(), LimitUnit::isValue))).toList();
    }

    private Condition converted(Condition condition, Predicate<String> isValue) {
        return switch (condition) {
            case Condition.Compare(String variable, var comparator, List<String> numbers) when isValue.test(variable) ->
                new Condition.Compare(variable, comparator, numbers.stream().map(this::converted).toList());
            case Condition.And(List<Condition> all) ->
                new Condition.And(all.stream().map(one -> converted(one, isValue)).toList());
            case Condition.Or(List<Condition> any) -> new Condition.Or(any.stream().map(one -> converted(one, isValue)).toList());
            case Condition.Not(Condition negated) -> new Condition.Not(converted(negated, isValue));
            case Condition.Compare _,Condition.Missing _,Condition.Named _,Condition.Term _ -> condition;
        };
    }

    private String converted(String number) {
        try {
            return values == null || limits == null ? number : values.from(new BigDecimal(number), limits).toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }
}

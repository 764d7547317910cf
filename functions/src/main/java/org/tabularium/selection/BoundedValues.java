package org.tabularium.selection;

import java.util.List;
import java.util.Optional;
import org.tabularium.study.records.BeyondLimit;
import org.tabularium.study.unit.MeasurementUnit;

/// What texts say of values that have no number (AVAL): that they lie below or above one. A text with a unit of its own, as
/// `<1 /µL`, says so only where that is the unit of the record: AVALU's, else the one in the brackets of PARAM, else the one
/// that
/// was collected.
public final class BoundedValues {

    private static final List<String> COLLECTED = List.of("LBSTRESU", "VSSTRESU", "EGSTRESU");

    private final JoinedColumn texts;
    private final Optional<JoinedColumn> unit;
    private final Optional<JoinedColumn> label;
    private final Optional<JoinedColumn> collected;

    private BoundedValues(JoinedColumn texts, JoinedRecords records) {
        this.texts = texts;
        this.unit = records.field("AVALU").filter(field -> !field.numeric());
        this.label = records.field("PARAM").filter(field -> !field.numeric());
        this.collected = COLLECTED.stream().flatMap(name -> records.field(name).stream()).filter(field -> !field.numeric())
                .findFirst();
    }

    /// Those of a dataset; empty where it has no texts of values (AVALC).
    public static Optional<BoundedValues> of(JoinedRecords records) {
        return records.field("AVALC").filter(field -> !field.numeric()).map(field -> new BoundedValues(field, records));
    }

    /// What the text of a row says.
    public Optional<BeyondLimit.Bound> of(int row) {
        return BeyondLimit.bound(texts.text(row))
                .filter(bound -> bound.unit().isEmpty()
                        || MeasurementUnit.key(bound.unit()).equals(MeasurementUnit.key(unit(row))));
    }

    private String unit(int row) {
        String given = text(unit, row);
        String labelled = given.isBlank() ? MeasurementUnit.ofLabel(text(label, row)) : given;
        return labelled.isBlank() ? text(collected, row) : labelled;
    }

    private static String text(Optional<JoinedColumn> field, int row) {
        return field.map(f -> f.text(row)).orElse("");
    }
}

package org.tabularium.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tabularium.dataset.dictionary.PackedCodes;

/// Columns that repeat another one: a parameter's name stands beside its code, a visit's number beside its name. Codes are
/// given in the order in which values come, so that those of both columns are the same, and are held once.
public final class SharedCodes {

    private SharedCodes() {}

    /// The same columns, of which those with the same codes share them.
    public static List<Column> of(Collection<? extends Column> columns) {
        List<PackedCodes> met = new ArrayList<>();
        List<Column> shared = new ArrayList<>();
        for (Column column : columns) {
            shared.add(switch (column) {
                case TextColumn text -> text.sharing(held(text.packed(), met));
                case NumericColumn number -> number.packed().map(codes -> number.sharing(held(codes, met))).orElse(number);
            });
        }
        return shared;
    }

    private static PackedCodes held(PackedCodes codes, List<PackedCodes> met) {
        Optional<PackedCodes> like = met.stream().filter(codes::isLike).findFirst();
        if (like.isEmpty()) {
            met.add(codes);
        }
        return like.orElse(codes);
    }
}

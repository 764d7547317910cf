package org.tabularium.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of subjects with a value after baseline, at any time and scheduled or not, that meets a condition.
///
/// @param parameters PARAMCDs in order, or [DeclaredRows#ALL]; those the study lacks are passed over
/// @param where which subjects; null for all
/// @param conditions rows of counts; each looks at AVAL, CHG, PCHG, R2BASE, R2ANRHI, ATOXGR and other variables of the record
/// @param emerging whether only the subjects count in a row whose baseline does not meet its condition
public record AtAnyTime(List<String> parameters, @Nullable Condition where, List<DeclaredRows.Labelled> conditions,
        boolean emerging) implements DeclaredRows {

    public static final RowsDeclaration<AtAnyTime> DECLARATION = RowsDeclaration.of("at-any-time", AtAnyTime.class,
            NamedVariable.Of.PARAMETER,
            map -> new AtAnyTime(
                    YamlWords.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    RowsDeclarations.labelled(map.path("conditions")),
                    map.path("not-at-baseline").asBoolean()));

    @Override
    public boolean hasParameters() {
        return true;
    }
}

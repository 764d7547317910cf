package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tabularium.shell.DeclaredKinds;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.shell.RowsDeclaration;

/// What a shell can write and what can be computed are the same, so that no shell that passes its schema meets an analysis that
/// is not there.
class RowsKindsTest {

    @Test
    void wordsOfKindsAreTheNamesOfTheirRecords() {
        // The sentences of a text are `text:` in its shell, which is no record's name.
        assertThat(RowsKinds.ALL.stream().filter(kind -> kind.declaration() != DeclaredRows.Prose.TEXT)).isNotEmpty()
                .allSatisfy(kind -> {
                    RowsDeclaration<?> declaration = kind.declaration();
                    assertThat(declaration.word()).isEqualTo(word(declaration.rows()));
                });
        assertThat(RowsKinds.ALL.stream().filter(kind -> kind.declaration().figureKeys() == null))
                .hasSameSizeAs(DeclaredKinds.words());
    }

    @Test
    void everyDeclarationOfRowsHasItsKind() {
        assertThat(RowsKinds.ALL.stream().map(kind -> kind.declaration().rows().getName()).toList())
                .containsAll(Arrays.stream(DeclaredRows.class.getDeclaredClasses())
                        .filter(DeclaredRows.class::isAssignableFrom).map(Class::getName).toList());
    }

    /// `time-to-event` of TimeToEvent.
    private static String word(Class<?> declaration) {
        return declaration.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

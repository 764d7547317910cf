package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tabularium.shell.rows.DeclaredKinds;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.shell.rows.RowsDeclaration;

/// What a shell can write and what can be computed are the same, so that no shell that passes its schema meets an analysis that
/// is not there.
class RowsKindsTest {

    @Test
    void wordsOfKindsAreTheNamesOfTheirRecords() {
        assertThat(RowsKinds.ALL).isNotEmpty().allSatisfy(kind -> {
            RowsDeclaration<?> declaration = kind.declaration();
            String named = declaration.word().equals("text") ? "prose" : declaration.word();
            assertThat(named).isEqualTo(word(declaration.rows()));
        });
        assertThat(RowsKinds.ALL.stream().filter(kind -> kind.declaration().figureKeys() == null))
                .hasSameSizeAs(DeclaredKinds.words());
    }

    @Test
    void everyDeclarationOfRowsHasItsKind() {
        assertThat(RowsKinds.ALL.stream().map(kind -> kind.declaration().rows().getName()).toList())
                .containsExactlyInAnyOrderElementsOf(new ClassFileImporter().importPackagesOf(DeclaredRows.class).stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(DeclaredRows.class)).map(JavaClass::getName)
                        .toList());
    }

    /// `time-to-event` of TimeToEvent.
    private static String word(Class<?> declaration) {
        return declaration.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

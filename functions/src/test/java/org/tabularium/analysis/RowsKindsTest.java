package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.shell.ShellCatalog;

/// What a shell can write and what can be computed are the same, so that no shell that passes its schema meets an analysis that
/// is not there.
class RowsKindsTest {

    @Test
    void everyWordOfAShellHasAKindAndEveryKindAWord() {
        List<String> words = RowsKinds.ALL.stream().map(kind -> word(kind.declared())).toList();
        assertThat(words).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ShellCatalog.rowWords());
    }

    @Test
    void everyDeclarationOfRowsHasItsKind() {
        assertThat(RowsKinds.ALL.stream().map(RowsKind::declared).map(Class::getName)).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(DeclaredRows.class.getDeclaredClasses()).filter(DeclaredRows.class::isAssignableFrom)
                        .map(Class::getName).toList());
    }

    /// `time-to-event` of TimeToEvent.
    private static String word(Class<?> declaration) {
        return declaration.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

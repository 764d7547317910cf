package org.tabularium.table.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabularium.result.RowName;
import org.tabularium.result.display.Remark;

/// Names of rows and remarks are open to kinds of rows to come, so that the compiler does not see a family without words.
class VocabularyTest {

    @Test
    void everyFamilyOfNamesAndRemarksHasWords() {
        List<Class<?>> families = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.tabularium.result", "org.tabularium.analysis")
                .stream()
                .filter(type -> !type.isInterface() && (type.isAssignableTo(RowName.class) || type.isAssignableTo(Remark.class)))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
        assertThat(families).hasSizeGreaterThan(20).allMatch(Vocabulary::knows);
    }
}

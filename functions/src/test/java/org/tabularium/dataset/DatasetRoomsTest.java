package org.tabularium.dataset;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A room a format: none knows another, and they are found without being named.
class DatasetRoomsTest {

    private static final String DATASET = "org.tabularium.dataset";
    private static final String DICTIONARY = DATASET + ".dictionary";
    /// What rooms of formats may use besides the parent, and none of these uses one.
    private static final Set<String> SHARED = Set.of(DICTIONARY, DATASET + ".scan", DATASET + ".encoding");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption((Location location) -> location.contains("/classes/"))
            .importPackages("org.tabularium");

    @Test
    void formatsAreAskedInTheAlphabetsOrderWhateverTheClassPaths() {
        assertThat(DatasetFormats.all()).extracting(DatasetFormat::extension).isSorted().doesNotHaveDuplicates()
                .contains("csv", "xpt");
    }

    @Test
    void noRoomKnowsAnother() {
        slices().matching(DATASET + ".(*)").namingSlices("$1").should().notDependOnEachOther()
                .ignoreDependency(describe("any", _ -> true),
                        describe("what they share", used -> SHARED.contains(used.getPackageName())))
                .check(OURS);
    }

    @Test
    void nobodyEntersARoom() {
        noClasses().that().resideOutsideOfPackage(DATASET + "..").should().dependOnClassesThat()
                .resideInAPackage(DATASET + ".*..")
                .check(OURS);
        noClasses().that().resideInAPackage(DATASET).should().dependOnClassesThat(
                describe("are in the room of a format", used -> isInARoom(used) && !used.getPackageName().equals(DICTIONARY)))
                .check(OURS);
        noClasses().that(describe("are shared", javaClass -> SHARED.contains(javaClass.getPackageName())))
                .should().dependOnClassesThat(describe("are in the room of a format", DatasetRoomsTest::isOfAFormat)).check(OURS);
    }

    @Test
    void onlyTheProvidersOfARoomArePublic() {
        classes().that(describe("are in the room of a format", DatasetRoomsTest::isOfAFormat))
                .and().areTopLevelClasses().and().arePublic().should().implement(DatasetFormat.class).check(OURS);
    }

    @Test
    void noPackageHoldsMoreThanThirtyClasses() {
        Map<String, Long> classes = OURS.stream()
                .filter(javaClass -> javaClass.isTopLevelClass() && javaClass.getPackageName().startsWith(DATASET)
                        && !javaClass.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(classes).isNotEmpty().allSatisfy((name, number) -> assertThat(number).as(name).isLessThanOrEqualTo(30));
    }

    private static boolean isInARoom(JavaClass javaClass) {
        return javaClass.getPackageName().startsWith(DATASET + ".");
    }

    private static boolean isOfAFormat(JavaClass javaClass) {
        return isInARoom(javaClass) && !SHARED.contains(javaClass.getPackageName());
    }
}

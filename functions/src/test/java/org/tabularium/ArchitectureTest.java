package org.tabularium;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every package is a room, and what it may use stands at its door: the [Room] of its package-info. Dependencies go one way
/// (docs/architecture.md).
class ArchitectureTest {
    private static final String BASE = "org.tabularium";

    /// Names of packages and classes that say nothing. As a class's last word, a "model" may be a statistical one.
    private static final Set<String> NAMELESS = Set.of("util", "utils", "common", "helper", "helpers", "model", "models",
            "service",
            "services", "manager", "managers");
    private static final Set<String> NAMELESS_LAST_WORDS = Set.of("util", "utils", "helper", "helpers", "service", "manager");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    private static final Rooms ROOMS = Rooms.of(OURS);

    static Stream<String> rooms() {
        return ROOMS.names().stream();
    }

    @Test
    void everyPackageIsARoomWithADoor() {
        assertThat(ROOMS.withoutDoor()).isEmpty();
        assertThat(ROOMS.names()).contains("statistic", "selection.bds", "analysis.frame", "report", "lambda");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void roomUsesWhatItsDoorSays(String room) {
        assertThat(ROOMS.used(room)).as("what %s uses", room).isEqualTo(ROOMS.uses(room));
    }

    @Test
    void roomsStandOneAboveTheOther() {
        assertThat(ROOMS.fromTheBottomUp()).as("every room stands above those it uses").hasSameSizeAs(ROOMS.names());
    }

    @Test
    void noClassOfTheStoryLooksBack() {
        check(slices().assignedFrom(new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return javaClass.getPackageName().equals(BASE + ".report")
                        ? SliceIdentifier.of(javaClass.getName().replaceFirst("\\$.*", ""))
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "classes of the story";
            }
        }).should().beFreeOfCycles());
    }

    /// A room of many classes is a hall.
    @ParameterizedTest
    @MethodSource("rooms")
    void roomHoldsAtMostThirtyClasses(String room) {
        assertThat(ROOMS.classes(room)).as("classes of %s", room).hasSizeLessThanOrEqualTo(room.equals("analysis") ? 10 : 30);
    }

    /// Formats and families are entered through their parent alone; siblings share one room.
    @ParameterizedTest
    @CsvSource("analysis, frame")
    void onlyTheParentEntersItsRooms(String parent, String shared) {
        for (String room : ROOMS.names()) {
            boolean inside = room.equals(parent) || room.startsWith(parent + ".");
            assertThat(ROOMS.uses(room)).as(room).noneMatch(used -> used.startsWith(parent + ".") && !room.equals(parent)
                    && !(inside && used.equals(parent + "." + shared)));
        }
    }

    @Test
    void onlyTheStoryEntersTheAnalysisAndOnlyTheFrontDoorsTheStory() {
        for (String room : ROOMS.names()) {
            assertThat(ROOMS.uses(room).contains("analysis")).as(room + " enters analysis").isEqualTo(room.equals("report"));
            assertThat(ROOMS.uses(room).contains("report")).as(room + " enters report")
                    .isEqualTo(Set.of("cli", "lambda").contains(room));
        }
    }

    @Test
    void tableOfRoomsInTheDocumentationIsTheirDoors() throws IOException {
        Path file = Path.of(System.getProperty("tabularium.root", "..")).resolve("docs/architecture.md");
        String text = Files.readString(file);
        int from = text.indexOf(Rooms.BEGIN) + Rooms.BEGIN.length();
        int to = text.indexOf(Rooms.END);
        String generated = "\n" + ROOMS.table() + "\n";
        if (Objects.equals(System.getProperty("tabularium.architecture"), "write")) {
            Files.writeString(file, text.substring(0, from) + generated + text.substring(to));
        }
        assertThat(text.substring(from, to)).as("write it anew with -Dtabularium.architecture=write").isEqualTo(generated);
    }

    @Test
    void theAwsSdkIsSeenOnlyByItsStoreAndLambda() {
        check(only(List.of("store.s3", "lambda"), "software.amazon..", "com.amazonaws.."));
    }

    @Test
    void nativeCryptographyIsSeenOnlyByLambda() {
        check(only(List.of("lambda"), "com.amazon.corretto.."));
    }

    @Test
    void theTokenLibraryIsSeenOnlyByThePortal() {
        check(only(List.of("portal"), "com.nimbusds.."));
    }

    @Test
    void openPdfIsSeenOnlyByItsRenderer() {
        check(only(List.of("render.pdf"), "org.openpdf.."));
    }

    @Test
    void poiIsSeenOnlyWhereExcelAndWordAre() {
        check(only(List.of("render.xlsx", "render.docx", "render.office", "manuscript"), "org.apache.poi..",
                "org.apache.xmlbeans..", "org.openxmlformats.."));
    }

    /// Where there are no fonts, as in Lambda, AWT fails.
    @Test
    void nothingDrawsWithAwt() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing.."));
    }

    @Test
    void picocliIsSeenOnlyByTheCommandLine() {
        check(only(List.of("cli"), "picocli.."));
    }

    @Test
    void namesSayWhatThingsAre() {
        check(classes().that(describe("are top-level", JavaClass::isTopLevelClass))
                .should(new ArchCondition<>("have no nameless name") {
                    @Override
                    public void check(JavaClass javaClass, ConditionEvents events) {
                        boolean named = Stream.of(javaClass.getName().toLowerCase(Locale.ROOT).split("\\.", -1))
                                .noneMatch(NAMELESS::contains)
                                && !NAMELESS_LAST_WORDS.contains(lastWord(javaClass.getSimpleName()));
                        events.add(new SimpleConditionEvent(javaClass, named, javaClass.getName() + " is named for no thing"));
                    }
                }));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes().should(new ArchCondition<>("be in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(javaClass, marked, javaClass.getPackageName() + " is not @NullMarked"));
            }
        }));
    }

    /// The same content gives the same bytes on every machine; only the command line may look at the clock, for its progress, and
    /// the stream that ends in an error when reading takes too long. (Implicit use of the default locale, charset and time zone is
    /// refused by the compiler's lint.)
    @Test
    void outputDependsOnNoClockHostOrDefault() {
        check(noClasses().that().resideOutsideOfPackages(within("cli"), within("lambda"))
                .and().doNotHaveFullyQualifiedName(BASE + ".dataset.TimedStream")
                .should()
                .callCodeUnitWhere(describe("asks the machine (clock, host, default locale or time zone, platform mathematics)",
                        ArchitectureTest::asksTheMachine)));
    }

    /// A function has little room on its disk, and what was written there may be read by who comes next: only the command line
    /// makes temporary files.
    @Test
    void nothingIsWrittenToScratchSpace() {
        check(noClasses().that().resideOutsideOfPackage(within("cli")).should()
                .callCodeUnitWhere(describe("makes a temporary file",
                        (JavaCall<?> call) -> Set.of("createTempFile", "createTempDirectory", "deleteOnExit")
                                .contains(call.getTarget().getName())
                                || makesAScratchFile(call.getTarget()))));
    }

    /// POI's streaming workbook and sheet do, and its writer of rows unless it is told where to write.
    private static boolean makesAScratchFile(CodeUnitCallTarget target) {
        return switch (target.getOwner().getName()) {
            case "org.apache.poi.xssf.streaming.SXSSFWorkbook", "org.apache.poi.xssf.streaming.SXSSFSheet" -> true;
            case "org.apache.poi.xssf.streaming.SheetDataWriter" -> target.getName().equals("<init>")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.getName().equals("java.io.Writer"));
            case String _ -> false;
        };
    }

    private static boolean asksTheMachine(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        List<String> parameters = target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        String method = target.getName();
        return switch (target.getOwner().getName()) {
            case "java.lang.Math" ->
                Set.of("exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin", "acos",
                        "atan", "atan2", "sinh", "cosh", "tanh").contains(method);
            case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(method);
            case "java.util.Date", "java.util.GregorianCalendar" -> method.equals("<init>") && parameters.isEmpty();
            case "java.util.Locale", "java.util.TimeZone", "java.time.ZoneId" ->
                Set.of("getDefault", "systemDefault").contains(method);
            case "java.net.InetAddress" -> method.equals("getLocalHost");
            case String owner when owner.startsWith("java.time.") -> method.equals("now");
            case String _ -> false;
        };
    }

    private static ArchRule only(List<String> packages, String... libraries) {
        return noClasses().that().resideOutsideOfPackages(packages.stream().map(ArchitectureTest::within).toArray(String[]::new))
                .should().dependOnClassesThat().resideInAnyPackage(libraries);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    private static String within(String stage) {
        return BASE + "." + stage + "..";
    }

    private static String lastWord(String camelCase) {
        return camelCase.replaceAll(".*(?=\\p{Lu})", "").toLowerCase(Locale.ROOT);
    }
}

package org.tabularium;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Packages are the stages of the pipeline; dependencies go one way (docs/architecture.md).
class ArchitectureTest {
    private static final String BASE = "org.tabularium";

    /// The stages, from the bottom up: a stage may use the lines above its own. `shell` and `study` share a line, but still without a cycle.
    private static final List<Set<String>> STAGES = List.of(
            Set.of("finding"),
            Set.of("statistic"),
            Set.of("store"),
            Set.of("yaml"),
            Set.of("dataset"),
            Set.of("snapshot"),
            Set.of("shell", "study"),
            Set.of("endpoint"),
            Set.of("validation"),
            Set.of("analysis"),
            Set.of("reconciliation"),
            Set.of("table"),
            Set.of("render"),
            Set.of("publish"));

    /// The two front doors: they alone call [ReportRun], and nothing calls them.
    private static final Set<String> FRONT_DOORS = Set.of("cli", "lambda");

    /// Names of packages and classes that say nothing. As a class's last word, a "model" may be a statistical one.
    private static final Set<String> NAMELESS = Set.of("util", "utils", "common", "helper", "helpers", "model", "models",
            "service",
            "services", "manager", "managers");
    private static final Set<String> NAMELESS_LAST_WORDS = Set.of("util", "utils", "helper", "helpers", "service", "manager");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    static Stream<String> stages() {
        return STAGES.stream().flatMap(Set::stream).sorted();
    }

    @Test
    void classesAreSeen() {
        assertThat(OURS).as("classes under " + BASE).isNotEmpty();
    }

    @Test
    void everyPackageIsAStageOrAFrontDoor() {
        Set<String> known = new HashSet<>(FRONT_DOORS);
        STAGES.forEach(known::addAll);
        assertThat(OURS).extracting(ArchitectureTest::stageOf).containsAnyOf("").isSubsetOf(with(known, ""));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void stageUsesOnlyStagesBeforeIt(String stage) {
        Set<String> allowed = new HashSet<>();
        for (Set<String> line : STAGES) {
            allowed.addAll(line);
            if (line.contains(stage)) break;
        }
        check(noClasses().that().resideInAPackage(within(stage))
                .should().dependOnClassesThat(describe("belong to a later stage",
                        used -> isOurs(used) && !allowed.contains(stageOf(used)))));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(BASE + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void stagesHaveNoCycles() {
        check(slices().matching(BASE + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void findingUsesNothingOfOurs() {
        check(usesNothingOfOursBut("finding"));
    }

    @Test
    void statisticUsesNothingOfOurs() {
        check(usesNothingOfOursBut("statistic"));
    }

    @Test
    void endpointNeverUsesAnalysis() {
        check(noClasses().that().resideInAPackage(within("endpoint"))
                .should().dependOnClassesThat().resideInAnyPackage(within("analysis"), within("table"), within("render")));
    }

    @Test
    void onlyTheFrontDoorsUseTheReportRun() {
        check(noClasses().that().resideOutsideOfPackages(BASE, within("cli"), within("lambda"))
                .should().dependOnClassesThat().resideInAPackage(BASE));
    }

    @Test
    void nothingUsesTheFrontDoors() {
        check(noClasses().that().resideOutsideOfPackages(within("cli"), within("lambda"))
                .should().dependOnClassesThat().resideInAnyPackage(within("cli"), within("lambda")));
    }

    @Test
    void theAwsSdkIsSeenOnlyByStoreAndLambda() {
        check(only(List.of("store", "lambda"), "software.amazon..", "com.amazonaws.."));
    }

    @Test
    void openPdfIsSeenOnlyByItsRenderer() {
        check(only(List.of("render.pdf"), "org.openpdf.."));
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

    /// The same content gives the same bytes on every machine; only the command line may look at the clock, for its progress, the run folder, for the age of
    /// what a dead writer left behind, and the stream that ends in an error when reading takes too long. (Implicit use of the default locale, charset and time zone is refused by the compiler's lint.)
    @Test
    void outputDependsOnNoClockHostOrDefault() {
        check(noClasses().that().resideOutsideOfPackages(within("cli"), within("lambda"))
                .and().doNotHaveFullyQualifiedName(BASE + ".publish.RunFolder")
                .and().doNotHaveFullyQualifiedName(BASE + ".dataset.TimedStream")
                .should()
                .callCodeUnitWhere(describe("asks the machine (clock, host, default locale or time zone, platform mathematics)",
                        ArchitectureTest::asksTheMachine)));
    }

    /// A function has little room on its disk, and what was written there may be read by who comes next: only the command line makes temporary files.
    @Test
    void nothingIsWrittenToScratchSpace() {
        check(noClasses().that().resideOutsideOfPackage(within("cli")).should()
                .callCodeUnitWhere(describe("makes a temporary file",
                        (JavaCall<?> call) -> Set.of("createTempFile", "createTempDirectory", "deleteOnExit")
                                .contains(call.getTarget().getName())
                                || call.getTarget().getOwner().getName().startsWith("org.apache.poi.xssf.streaming"))));
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

    private static ArchRule usesNothingOfOursBut(String stage) {
        return noClasses().that().resideInAPackage(within(stage))
                .should()
                .dependOnClassesThat(describe("are ours", (JavaClass used) -> isOurs(used) && !stageOf(used).equals(stage)));
    }

    private static ArchRule only(List<String> packages, String... libraries) {
        return noClasses().that().resideOutsideOfPackages(packages.stream().map(ArchitectureTest::within).toArray(String[]::new))
                .should().dependOnClassesThat().resideInAnyPackage(libraries);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    private static boolean isOurs(JavaClass javaClass) {
        return resideInAPackage(BASE + "..").test(javaClass);
    }

    private static String within(String stage) {
        return BASE + "." + stage + "..";
    }

    /// The stage a class belongs to, "" in the base package itself.
    private static String stageOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.equals(BASE) ? "" : name.substring(BASE.length() + 1).split("\\.", 2)[0];
    }

    private static String lastWord(String camelCase) {
        return camelCase.replaceAll(".*(?=\\p{Lu})", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> with(Set<String> set, String more) {
        Set<String> result = new HashSet<>(set);
        result.add(more);
        return result;
    }
}

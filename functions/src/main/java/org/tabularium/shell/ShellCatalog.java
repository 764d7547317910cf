package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.condition.ConditionReader;
import org.tabularium.shell.condition.Contradictions;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.settings.PageSettings;
import org.tabularium.study.settings.StudySettings.TableRequest;
import org.tabularium.yaml.NearestWord;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlReader;
import org.tabularium.yaml.YamlSchema;

/// The shells of a report: the built-in ones, and a sponsor's own, of which one with a built-in id replaces it.
///
/// A built-in shell is read when it is first asked for; a sponsor's is read and checked at once.
public final class ShellCatalog {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern KNOWN_PLACEHOLDER = Pattern
            .compile("parameter|variables|grade|analysed|scale [A-Za-z0-9]+|[A-Za-z0-9|+!]+:.*");

    private final Map<String, YamlMap> shells = new ConcurrentHashMap<>();
    private final List<String> ids;
    private final Map<String, YamlMap> own;
    private final UsualPage page;

    private ShellCatalog(NavigableMap<String, YamlMap> own, UsualPage page) {
        this.page = page;
        this.own = Collections.unmodifiableMap(own);
        Set<String> all = new LinkedHashSet<>(BuiltInTemplates.shells());
        all.addAll(own.keySet());
        this.ids = List.copyOf(all);
        shells.putAll(own);
    }

    /// The schema is compiled when it is first needed: a report without a study.yaml does without.
    private static final class Schema {
        static final YamlSchema INSTANCE = YamlSchema.ofResource("templates/schema/shell.schema.json");
    }

    /// The catalogue of the built-in shells alone.
    public static ShellCatalog builtIn() {
        return new ShellCatalog(new TreeMap<>(), UsualPage.UNSAID);
    }

    /// The catalogue with these shells of a sponsor's in it. Of two with the same id in different folders the first is taken.
    ///
    /// @throws RejectedException with every fault of every file: not YAML, against the schema, the same id twice in a folder
    public static ShellCatalog load(List<StudySnapshot.File> templates) throws IOException, RejectedException {
        NavigableMap<String, YamlMap> own = new TreeMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (StudySnapshot.File file : templates) {
            try (InputStream in = file.content().open()) {
                YamlMap shell = YamlReader.read(file.name(), in.readNBytes(YamlReader.LARGEST + 1));
                List<Finding> faults = new ArrayList<>(Schema.INSTANCE.check(shell));
                faults.addAll(placeholders(shell, NamedLimits.names(shell.node())));
                faults.addAll(NamedLimits.unknown(shell));
                String id = shell.get("id").asText();
                String folder = file.name().substring(0, file.name().lastIndexOf('/') + 1);
                String other = id.isEmpty() ? null : seen.putIfAbsent(folder + "\n" + id, file.name());
                if (other != null) {
                    faults.add(Finding.error("SHELL_TWICE", "is also the id of the shell in " + other)
                            .in(file.name()).at(shell.lineOf("/id")).of("id").value(id).remedy("give one of them another id"));
                }
                if (faults.isEmpty()) {
                    faults.addAll(Contradictions.of(shell));
                    faults.addAll(IdleOptions.ofShell(shell));
                    own.putIfAbsent(id, shell);
                }
                findings.addAll(faults);
            } catch (RejectedException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new RejectedException(findings);
        }
        return new ShellCatalog(own, UsualPage.UNSAID);
    }

    /// @param limits the names of the shell's limits, which may stand in the title too
    private static List<Finding> placeholders(YamlMap map, Set<String> limits) {
        List<Finding> findings = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(map.get("title").asText());
        while (matcher.find()) {
            if (!limits.contains(matcher.group(1)) && !KNOWN_PLACEHOLDER.matcher(matcher.group(1)).matches()) {
                findings.add(Finding
                        .error("WRONG_VALUE",
                                "is not {parameter}, {variables}, {grade}, {analysed}, {scale CRS}, {PART: words} or the name of a limit")
                        .in(map.file()).at(map.lineOf("/title")).of("title").value(matcher.group()));
            }
        }
        return findings;
    }

    /// The same shells on the pages that study.yaml asks for, where a shell does not say it itself.
    public ShellCatalog on(PageSettings pages) {
        return new ShellCatalog(new TreeMap<>(own), UsualPage.of(pages));
    }

    /// A sponsor's own shells as they are written, by id.
    public Map<String, YamlMap> own() {
        return own;
    }

    /// The ids of all shells: the built-in ones in the order of the catalogue, then the sponsor's other ones by name.
    public List<String> ids() {
        return ids;
    }

    /// The shell of an id, as it is declared.
    ///
    /// @throws IllegalArgumentException where [#ids] does not have it
    public Shell shell(String id) {
        return ShellReader.read(declared(id).node(), id, page);
    }

    /// The shell that an entry of `tables:` asks for: its parameters put in place, `as` its name, and the parameter that a name
    /// such as `km-ttde` ends with.
    ///
    /// @param request which [#check] finds no fault in
    /// @throws IllegalArgumentException where neither [#ids] has its id nor a shell is left open
    public Shell shell(TableRequest request) {
        YamlMap parameters = request.parameters();
        String id = idOf(request.id());
        Shell shell = parameters.node().isEmpty()
                ? ShellReader.read(declared(id).node(), request.id(), page)
                : ShellReader.read(ShellParameters.merge(declared(id).node(), parameters.node(), Schema.INSTANCE),
                        name(request), page).narrowedBy(ConditionReader.read(parameters.get("where")));
        return id.equals(request.id())
                ? shell
                : shell.ofParameter(request.id().substring(id.length() + 1).toUpperCase(Locale.ROOT), shell.name(),
                        shell.number());
    }

    /// The shell that leaves its parameter open of which a name such as `km-ttde` is one: `km`. Empty for a name of another form.
    public Optional<Shell> open(String name) {
        return ids.stream().filter(id -> name.startsWith(id + "-") && name.length() > id.length() + 1)
                .max(Comparator.comparingInt(String::length)).map(this::shell).filter(Shell::isOnePerParameter);
    }

    private String idOf(String name) {
        return ids.contains(name) ? name : open(name).map(Shell::id).orElse(name);
    }

    /// Checks the entries of `tables:`: that each id exists, that the shell knows the parameters and their values are right, that
    /// no name stands twice.
    ///
    /// @return every fault with its line in study.yaml; empty where there are none
    public List<Finding> check(List<TableRequest> requests) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> names = new LinkedHashMap<>();
        for (TableRequest request : requests) {
            YamlMap parameters = request.parameters();
            String id = idOf(request.id());
            if (!ids.contains(id)) {
                findings.add(unknown(request));
                continue;
            }
            if (!id.equals(request.id()) && parameters.node().has("parameter")) {
                findings.add(Finding.error("WRONG_VALUE", "stands beside a name that says the parameter already")
                        .in(parameters.file()).at(parameters.lineOf("/parameter")).of("tables." + request.id() + ".parameter")
                        .value(parameters.get("parameter").asText())
                        .remedy("write `" + id + ": {parameter: …}`, or leave the parameter out"));
            }
            if (!parameters.node().isEmpty()) {
                Map<String, String> known = ShellParameters.known(declared(id).node(), Schema.INSTANCE);
                List<Finding> faults = new ArrayList<>(Schema.INSTANCE.check(parameters, known));
                Set<String> limits = NamedLimits.names(declared(id).node());
                faults.addAll(placeholders(parameters, limits));
                faults.addAll(NamedLimits.undeclared(parameters, limits));
                if (faults.isEmpty()) {
                    faults.addAll(Contradictions.of(parameters));
                    faults.addAll(Contradictions.between(declared(id).get("where"), parameters));
                    faults.addAll(IdleOptions.ofEntry(parameters,
                            ShellParameters.merge(declared(id).node(), parameters.node(), Schema.INSTANCE), Schema.INSTANCE));
                }
                faults.forEach(fault -> findings.add(fault.of("tables." + request.id() + "." + fault.variable())));
            }
            Integer first = names.putIfAbsent(name(request), parameters.line());
            if (first != null) {
                findings.add(Finding.error("TABLE_TWICE", "is asked for twice, first in line " + first)
                        .in(parameters.file())
                        .at(parameters.lineOf("/as"))
                        .of("tables")
                        .value(name(request))
                        .remedy("leave one out, or give it another name with `as`"));
            }
        }
        return findings;
    }

    private Finding unknown(TableRequest request) {
        return Finding.error("UNKNOWN_TABLE", "is no table of this version or of the study's templates")
                .in(request.parameters().file())
                .at(request.parameters().line())
                .of("tables")
                .value(request.id())
                .remedy(NearestWord.of(request.id(), ids)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("known tables: " + String.join(", ", ids)));
    }

    private static String name(TableRequest request) {
        JsonNode as = request.parameters().get("as");
        return as.asText(request.id());
    }

    private YamlMap declared(String id) {
        if (!ids.contains(id)) {
            throw new IllegalArgumentException("no shell " + id);
        }
        return Objects.requireNonNull(shells.computeIfAbsent(id, BuiltInTemplates::shell));
    }
}

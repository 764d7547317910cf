package org.tabularium.manuscript.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.language.Stem;
import org.tabularium.manuscript.language.Synonyms;
import org.tabularium.manuscript.language.Timepoint;
import org.tabularium.manuscript.language.Grade;
import org.tabularium.manuscript.language.NameStems;
import org.tabularium.study.country.CountryNames;

/// What each concept of a run may be called in a text: by the printed labels of its rows, by its code, and by synonyms.
public final class ConceptNames {

    private static final Set<String> OF_TITLES = NameStems.all("change", "from", "visit", "listing", "overview", "adverse",
            "event",
            "system", "organ", "preferred", "term", "shift", "time", "response", "worst", "grade", "value");
    private static final Pattern STATISTIC = Pattern.compile(
            "(?i)(n|mean|sd|se|median|min|max|minimum|maximum|q1|q3|range|iqr|ls mean|\\d+% ?ci|events|censored|p[- ]value|missing)\\b.*");
    private static final Pattern SUFFIX = Pattern.compile("\\([^)]*\\)|, (median|mean|n)\\b.*");
    private static final Set<String> VAGUE = Set.of("yes", "no", "y", "n", "unknown", "missing", "other", "not done", "none",
            "onset",
            "duration",
            "normal", "high", "low", "full", "a", "b", "c", "d", "e");

    /// Levels of reasons that are what other rows count.
    private static final Set<String> ELSEWHERE = Set.of("adverse event", "adverse events", "death");

    private static final Set<String> YES = Set.of("yes", "y");
    private static final String LISTED = "value";

    private final Map<String, List<String>> labels;
    private final Map<String, String> titles;
    private final Synonyms synonyms = Synonyms.read();
    private final Map<String, Concept> concepts = new HashMap<>();

    private ConceptNames(Map<String, List<String>> labels, Map<String, String> titles) {
        this.labels = labels;
        this.titles = titles;
    }

    /// The names that results have in print.
    ///
    /// @param titles of the displays, by id
    public static ConceptNames of(List<RecordedResult> results, Map<String, String> titles) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (RecordedResult result : results) {
            List<String> named = named(result.label());
            if (!named.isEmpty()) {
                labels.putIfAbsent(id(result), named);
            }
        }
        return new ConceptNames(labels, titles);
    }

    /// The labels that name something: neither visit nor grade nor statistic.
    private static List<String> named(List<String> labels) {
        List<String> named = new ArrayList<>();
        for (String label : labels) {
            String name = Grade.without(SUFFIX.matcher(label).replaceAll(" ")).strip();
            boolean isTime = Timepoint.of(name).kind() != Timepoint.Kind.NAMED;
            if (!name.isEmpty() && !isTime && !STATISTIC.matcher(name).matches()
                    && !name.equalsIgnoreCase("change from baseline")
                    && !name.equalsIgnoreCase("after baseline")) {
                named.add(name);
            }
        }
        return named;
    }

    public static String id(RecordedResult result) {
        List<String> level = result.level().stream().map(ConceptNames::plainLevel).filter(l -> !l.isEmpty()).toList();
        return result.table() + "|" + result.dataset() + "." + (result.variable() == null ? "" : result.variable()) + "|"
                + result.groups().getOrDefault("PARAMCD", "") + "|" + String.join(">", level);
    }

    /// A level without visit and grade.
    private static String plainLevel(String level) {
        return Timepoint.of(level).kind() == Timepoint.Kind.NAMED ? Grade.without(level) : "";
    }

    public Concept concept(RecordedResult result) {
        return concepts.computeIfAbsent(id(result), id -> make(id, result));
    }

    private Concept make(String id, RecordedResult result) {
        List<String> path = new ArrayList<>(labels.getOrDefault(id, List.of()));
        if (path.isEmpty()) {
            result.level().stream().map(ConceptNames::plainLevel).filter(l -> !l.isEmpty()).forEach(path::add);
        }
        if (result.statistic().equals(LISTED) && !result.column().isEmpty()) {
            path = named(List.of(result.column().replace('\n', ' ')));
        }
        if (path.size() > 1 && YES.contains(path.getLast().toLowerCase(Locale.ROOT))) {
            path.removeLast(); // "Steroids at Baseline > Yes" counts those with steroids
        }
        String parameter = result.groups().get("PARAMCD");
        @Nullable
        String head = path.isEmpty() ? null : path.getLast();
        Set<List<String>> names = new LinkedHashSet<>();
        if (head != null) {
            names.addAll(synonyms.of(NameStems.of(head)));
        }
        if (result.variable() != null && !result.level().isEmpty()) {
            CountryNames.all(result.variable(), result.level().getLast())
                    .forEach(country -> names.addAll(synonyms.of(NameStems.of(country))));
        }
        String title = titles.getOrDefault(result.table(), "");
        if (parameter != null && (result.level().isEmpty() || plainLevel(result.level().getLast()).isEmpty())) {
            names.addAll(synonyms.of(List.of(Stem.of(parameter))));
            List<String> ofTitle = NameStems.of(title).stream().filter(s -> !OF_TITLES.contains(s)).toList();
            if (!ofTitle.isEmpty() && result.table().startsWith("change-")) {
                names.addAll(synonyms.of(ofTitle));
            }
        } else if (head == null && result.variable() != null) {
            names.addAll(synonyms.of(List.of(Stem.of(result.variable()))));
        } else if (head == null && !result.level().isEmpty()) {
            names.addAll(synonyms.of(NameStems.of(title)));
        }
        Set<String> context = new HashSet<>();
        path.stream().limit(Math.max(0, path.size() - 1)).forEach(part -> context.addAll(NameStems.of(part)));
        names.forEach(context::removeAll);
        Set<List<String>> qualified = new LinkedHashSet<>();
        names.forEach(name -> qualified.add(qualified(name, result)));
        boolean vague = head != null && ((names.size() < 2 && isVague(head))
                || (!context.isEmpty() && ELSEWHERE.contains(head.toLowerCase(Locale.ROOT))));
        String family = result.table() + "|" + result.variable() + "|" + parameter;
        return new Concept(id, family, List.copyOf(qualified), context, vague,
                result.variable() != null && (result.variable().equals("CHG") || result.variable().equals("PCHG")));
    }

    /// Where only serious or related events are counted, the name says so.
    private static List<String> qualified(List<String> name, RecordedResult result) {
        List<String> qualified = new ArrayList<>();
        if (result.serious() && !name.contains(Stem.of("serious"))) {
            qualified.add(Stem.of("serious"));
        }
        if (result.related() && !name.contains(Stem.of("related"))) {
            qualified.add(Stem.of("related"));
        }
        qualified.addAll(name);
        return qualified;
    }

    private static boolean isVague(String head) {
        String plain = head.toLowerCase(Locale.ROOT);
        return VAGUE.contains(plain) || (head.chars().noneMatch(Character::isLowerCase) && head.length() <= 3)
                || NameStems.of(head).isEmpty() || head.matches("[IV]+[+-].*");
    }
}

package org.tabularium.study.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the words of an event's relationship to treatment mean: built-in ones, else those of study.yaml, `values: {AEREL:
/// {related: […], unrelated: […]}}`.
///
/// A word in no list counts as missing, and missing ones count as related only where study.yaml says so (`relatedness-missing:
/// related`).
public final class RelationWords {

    /// The variables of the relationship: AREL is AEREL's analysis variable, so a list named for one serves the other.
    public static final List<String> VARIABLES = List.of("AREL", "AEREL");

    private static final Pattern OF_ONE_TREATMENT = Pattern.compile("AE?REL[0-9]{1,2}");
    private static final String RELATED = "related";
    private static final String UNRELATED = "unrelated";
    private static final Map<String, Set<String>> BUILT_IN = Map.of(
            RELATED, Set.of("RELATED", "POSSIBLE", "POSSIBLY RELATED", "PROBABLE", "PROBABLY RELATED", "DEFINITE", "Y", "YES"),
            UNRELATED, Set.of("NOT RELATED", "UNLIKELY", "UNLIKELY RELATED", "UNRELATED", "NONE", "N", "NO"));
    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s_]+");

    /// What an event's word says.
    public enum Answer {
        RELATED, UNRELATED,
        /// Nothing is written.
        MISSING,
        /// A word in no list.
        UNKNOWN
    }

    private final Set<String> related;
    private final Set<String> unrelated;
    private final boolean missingCounts;

    private RelationWords(Set<String> related, Set<String> unrelated, boolean missingCounts) {
        this.related = related;
        this.unrelated = unrelated;
        this.missingCounts = missingCounts;
    }

    /// Whether a variable says how an event is related to one of several treatments: AREL1, AEREL2.
    public static boolean areOfOneTreatment(String variable) {
        return OF_ONE_TREATMENT.matcher(variable).matches();
    }

    /// The words of a study.
    ///
    /// @param variable AREL or AEREL, or one that study.yaml names
    public static RelationWords of(StudySettings settings, String variable) {
        Set<String> related = words(settings, variable, RELATED);
        Set<String> unrelated = words(settings, variable, UNRELATED);
        return new RelationWords(related.isEmpty() ? BUILT_IN.getOrDefault(RELATED, Set.of()) : related, unrelated,
                settings.records().missingIsRelated());
    }

    private static Set<String> words(StudySettings settings, String variable, String set) {
        return (VARIABLES.contains(variable) ? VARIABLES : List.of(variable)).stream()
                .flatMap(name -> settings.values().getOrDefault(name, Map.of()).getOrDefault(set, List.of()).stream())
                .map(RelationWords::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String word) {
        return BLANKS.matcher(word.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }

    /// What a word says, in any letter case. A word of a built-in list that study.yaml names in neither of its own is what its
    /// list says, but related only where study.yaml has no list of related ones.
    public Answer of(String word) {
        String plain = plain(word);
        if (plain.isEmpty()) {
            return Answer.MISSING;
        }
        if (unrelated.contains(plain)) {
            return Answer.UNRELATED;
        }
        if (related.contains(plain)) {
            return Answer.RELATED;
        }
        return BUILT_IN.values().stream().anyMatch(words -> words.contains(plain)) ? Answer.UNRELATED : Answer.UNKNOWN;
    }

    /// Whether a word that usually says related is in neither of study.yaml's lists and so does not count.
    public boolean isLeftOut(String word) {
        String plain = plain(word);
        return of(word) == Answer.UNRELATED && !unrelated.contains(plain) && BUILT_IN.getOrDefault(RELATED, Set.of()).contains(plain);
    }

    /// Whether an event with this word counts as related.
    public boolean counts(String word) {
        Answer answer = of(word);
        return answer == Answer.RELATED || (missingCounts && isMissing(answer));
    }

    /// Whether an answer counts as missing.
    private static boolean isMissing(Answer answer) {
        return answer == Answer.MISSING || answer == Answer.UNKNOWN;
    }

    /// Whether missing ones count as related.
    public boolean missingCounts() {
        return missingCounts;
    }

    /// The words that count, in capital letters.
    public List<String> counted() {
        return related.stream().filter(word -> !unrelated.contains(word)).sorted().toList();
    }

    /// Of the words of one event on several treatments (`relatedness-of`) the one that is the event's: related to any of
    /// them is
    /// related; else a word in no list, which may be related; else unrelated, where only treatments that were not given are
    /// blank.
    public String ofAny(List<String> words) {
        return Stream.of(Answer.RELATED, Answer.UNKNOWN, Answer.UNRELATED)
                .flatMap(answer -> words.stream().filter(word -> of(word) == answer)).findFirst().orElse("");
    }
}

package org.tabularium.endpoint.toxicity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the words of an event's action taken (AEACN) and outcome (AEOUT) mean: the terms of CDISC's code lists ACN and OUT, and
/// words in common use for those that tables
/// count. Letter case, hyphens and underscores make no difference.
public final class EventTerms {

    /// The outcome of an event of which the subject died.
    public static final String FATAL = "FATAL";
    public static final String ACTION = "AEACN";
    public static final String OUTCOME = "AEOUT";

    private static final Pattern RELATIONSHIP_TO_ONE = Pattern.compile("AE?REL[0-9]{1,2}");

    private static final Map<String, Map<String, Set<String>>> COUNTED = Map.of(
            ACTION, Map.of(
                    "DRUG WITHDRAWN", Set.of("WITHDRAWN", "DRUG DISCONTINUED", "DISCONTINUED", "PERMANENTLY DISCONTINUED",
                            "PERMANENTLY WITHDRAWN", "DRUG PERMANENTLY DISCONTINUED", "DRUG PERMANENTLY WITHDRAWN",
                            "PERMANENT DISCONTINUATION", "DRUG STOPPED", "DOSE DISCONTINUED", "STUDY DRUG DISCONTINUED",
                            "STUDY DRUG PERMANENTLY DISCONTINUED", "STUDY DRUG WITHDRAWN", "STUDY TREATMENT DISCONTINUED",
                            "STUDY TREATMENT PERMANENTLY DISCONTINUED", "STUDY TREATMENT WITHDRAWN", "TREATMENT DISCONTINUED",
                            "TREATMENT PERMANENTLY DISCONTINUED", "TREATMENT WITHDRAWN", "永久停药", "停止用药", "终止用药", "停用药物"),
                    "DRUG INTERRUPTED", Set.of("INTERRUPTED", "DOSE INTERRUPTED", "DRUG TEMPORARILY INTERRUPTED",
                            "TEMPORARILY INTERRUPTED", "TEMPORARILY DISCONTINUED", "DOSE HELD", "DRUG HELD", "DOSE INTERRUPTION",
                            "STUDY DRUG INTERRUPTED", "STUDY TREATMENT INTERRUPTED", "TREATMENT INTERRUPTED", "暂停用药", "中断用药"),
                    "DOSE REDUCED",
                    Set.of("REDUCED", "DOSE DECREASED", "DOSE REDUCTION", "STUDY DRUG REDUCED", "减少剂量", "剂量减少", "减量")),
            OUTCOME, Map.of(FATAL, Set.of("DEATH", "DIED", "DEAD", "RESULTED IN DEATH", "FATAL/DEATH", "DEATH/FATAL", "死亡")));
    private static final Map<String, Pattern> OTHERS = Map.of(
            ACTION,
            Pattern.compile("DOSE INCREASED|DOSE NOT CHANGED|NOT CHANGED|NO CHANGE|UNCHANGED|DOSE UNCHANGED|DOSE RATE REDUCED|"
                    + "NOT APPLICABLE|NOT EVALUABLE|UNKNOWN|NONE|NO|NO ACTION|NO ACTION TAKEN|N/A|NA|OTHER|CONTINUED|剂量不变|不变|不适用|未知|无"),
            OUTCOME,
            Pattern.compile(".*(?:RECOVER|RESOLV|ONGOING|CONTINU|IMPROV|STABL|UNKNOWN|SEQUEL|PERSIST|WORSEN|CHANGED|LOST|CURED|"
                    + "NOT APPLICABLE|痊愈|恢复|好转|缓解|持续|未知|后遗症).*"));
    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\u00a0\u2010-\u2015_-]+");

    private EventTerms() {}

    /// Whether a variable says how an event is related to one of several treatments: AREL1, AEREL2.
    public static boolean isRelationshipToOne(String variable) {
        return RELATIONSHIP_TO_ONE.matcher(variable).matches();
    }

    /// The term of the code list that tables count and that a word means.
    ///
    /// @param variable AEACN or AEOUT; empty for any other
    public static Optional<String> counted(String variable, String word) {
        String plain = plain(word);
        return COUNTED.getOrDefault(variable, Map.of()).entrySet().stream()
                .filter(term -> term.getKey().equals(plain) || term.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Whether it is known what a word means.
    public static boolean isKnown(String variable, String word) {
        Pattern others = OTHERS.get(variable);
        return others == null || counted(variable, word).isPresent() || others.matcher(plain(word)).matches();
    }

    private static String plain(String word) {
        return BLANKS.matcher(word.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}

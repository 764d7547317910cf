package org.tabularium.manuscript.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/// Words that leave open what a number counts, or of whom: no result of the same words can then contradict it.
public final class Vagueness {

    private static final Set<String> THINGS = Set.of("level", "levels", "cohort", "cohorts", "group", "groups", "arm", "arms",
            "visit", "visits", "doses", "infusion", "infusions", "cycle", "cycles", "site", "sites", "centre", "centres",
            "center",
            "centers", "country", "countries", "timepoint", "timepoints", "assessments", "categories", "regimens", "studies",
            "trials", "endpoints", "treatments", "periods", "occasions", "domains", "criteria", "reviewers", "investigators",
            "readers",
            "assessors", "raters", "physicians", "clinicians", "experts", "pathologists", "radiologists", "hospitals", "members",
            "laboratories", "batches", "vials", "tablets", "capsules", "questionnaires", "items", "points", "replicates",
            "amendments");
    private static final Set<String> PARTING = Set.of("of", "in", "with", "and", "or", "had", "was", "were", "to", "at", "for",
            "by", "from", "received", "among", "out", "while", "who", "achieved", "reached", "attained", "completed",
            "discontinued",
            "required", "on", "per");
    private static final Set<String> GROUPS = Set.of("arm", "arms", "group", "groups", "cohort", "cohorts", "level", "levels",
            "latter", "former", "other", "others", "highest", "lowest", "higher", "lower", "each", "both");
    private static final Set<String> ROUGH = Set.of("about", "approximately", "nearly", "almost", "some", "roughly", "around",
            "over", "under", "below", "above", "than", "half", "every");
    private static final Set<String> ELSEWHERE = Set.of("previous", "prior", "earlier", "other", "another", "published",
            "historical", "similar", "recent", "external");
    private static final Set<String> WORKS = Set.of("trial", "trials", "study", "studies", "report", "reports", "series",
            "cohort", "cohorts", "controls", "publications", "analyses", "registries", "registry");
    private static final Set<String> OF_A_STUDY = Set.of("visit", "visits", "drug", "treatment", "medication", "day");
    private static final Set<String> PEOPLE = Set.of("patient", "patients", "subject", "subjects", "participants", "children",
            "adults", "women", "men", "individuals", "people", "cases");
    private static final Set<String> PLANS = Set.of("planned", "will", "anticipated", "intended", "envisaged", "target",
            "targeted");
    private static final int MOST_BETWEEN = 2;
    private static final int MOST_BEFORE_THINGS = 5;
    private static final int MOST_BEFORE_PLANS = 4;
    private static final int NEAR = 6;
    private static final int MOST_NUMBERS = 4;

    private Vagueness() {}

    /// "four dose levels", "three CAR NK-cell infusions": what is counted is no subject.
    public static boolean isOfThings(List<Token> tokens, int number) {
        for (int i = number + 1; i < tokens.size() && i <= number + 1 + MOST_BEFORE_THINGS; i++) {
            String word = word(tokens, i);
            if (THINGS.contains(word)) {
                return true;
            }
            boolean joint = word.equals("-") && tokens.get(i).start() == tokens.get(i - 1).end();
            if ((tokens.get(i).kind() != Token.Kind.WORD && !joint) || PARTING.contains(word) || PEOPLE.contains(word)) {
                return false;
            }
        }
        return false;
    }

    /// "36 patients are planned to be enrolled", "a target of 36 patients", "36 patients will receive": no result yet.
    public static boolean isPlanned(List<Token> tokens, int number) {
        for (int i = number + 1; i < tokens.size() && i <= number + MOST_BEFORE_PLANS; i++) {
            if (PLANS.contains(word(tokens, i))) {
                return true;
            }
            if (tokens.get(i).isNumber() || tokens.get(i).kind() == Token.Kind.SIGN) {
                return false;
            }
        }
        return PLANS.contains(word(tokens, number - 1)) || PLANS.contains(word(tokens, number - 2));
    }

    /// "00715F5II4.5*10^9II3100": columns of a table run together.
    public static boolean isRunTogether(List<Token> tokens, int number) {
        int from = number;
        while (from > 0 && tokens.get(from - 1).end() == tokens.get(from).start()) {
            from--;
        }
        int to = number;
        while (to + 1 < tokens.size() && tokens.get(to).end() == tokens.get(to + 1).start()) {
            to++;
        }
        int turns = 0;
        int numbers = 0;
        boolean digit = false;
        for (int i = from; i <= to; i++) {
            numbers += tokens.get(i).isNumber() ? 1 : 0;
            for (char letter : tokens.get(i).text().toCharArray()) {
                if (Character.isDigit(letter)) {
                    digit = true;
                } else if (Character.isUpperCase(letter) && digit) {
                    turns++;
                    digit = false;
                }
            }
        }
        return turns >= 2 || (turns == 1 && numbers >= MOST_NUMBERS);
    }

    /// "all but one": what is left of others.
    public static boolean isRest(List<Token> tokens, int number) {
        String before = word(tokens, number - 1);
        return (before.equals("but") && word(tokens, number - 2).equals("all")) || before.equals("except")
                || (before.equals("for") && word(tokens, number - 2).equals("except"));
    }

    /// "one in three": a share in round words, from its first number.
    public static boolean isShare(List<Token> tokens, int number) {
        return number >= 0 && number + 2 < tokens.size() && isSpelled(tokens, number) && word(tokens, number + 1).equals("in")
                && isSpelled(tokens, number + 2);
    }

    private static boolean isSpelled(List<Token> tokens, int at) {
        return tokens.get(at).isNumber() && !tokens.get(at).hasDigits();
    }

    /// "about 40", "over 20".
    public static boolean isRough(List<Token> tokens, int number) {
        return ROUGH.contains(word(tokens, number - 1));
    }

    /// "of the nine", "these 9", "all three": those that were spoken of.
    public static boolean isDefinite(List<Token> tokens, int number) {
        return Set.of("the", "these", "those", "all").contains(word(tokens, number - 1));
    }

    /// "of which two", "four of those": a part of others.
    public static boolean isPart(List<Token> tokens, int start, int end) {
        String before = word(tokens, start - 1);
        boolean ofWhich = (before.equals("which") || before.equals("whom") || before.equals("these") || before.equals("them"))
                && (word(tokens, start - 2).equals("of") || word(tokens, start - 2).equals("among"));
        boolean ofThose = word(tokens, end).equals("of")
                && Set.of("those", "these", "them", "which", "whom").contains(word(tokens, end + 1));
        return ofWhich || ofThose;
    }

    /// "in each group", "the highest dose", "the control arm": whether a group without its name is said near a number.
    ///
    /// @param named whether a token belongs to the name of an arm
    public static boolean isOfSomeGroup(List<Token> tokens, int start, int end, IntPredicate named) {
        for (int i = Math.max(0, start - NEAR); i < Math.min(tokens.size(), end + NEAR); i++) {
            boolean beside = named.test(i - 1) || named.test(i + 1);
            if (GROUPS.contains(word(tokens, i)) && !beside && !word(tokens, i - 1).equals("or")) {
                return true;
            }
        }
        return false;
    }

    /// "in each group", "in both arms": how many groups are meant, 2 for both; 0 where no such words are said.
    public static int ofEachGroup(List<Token> tokens, int groups) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String word = word(tokens, i);
            boolean each = word.equals("each") || (word.equals("both") && groups == 2);
            int next = i + (word(tokens, i + 1).equals("of") ? 3 : 1);
            boolean group = GROUPS.contains(word(tokens, next)) || word(tokens, next + 1).startsWith("group")
                    || word(tokens, next + 1).startsWith("arm");
            if (each && group) {
                return groups;
            }
        }
        return 0;
    }

    /// "In a previous trial", "Mackensen et al.", "in the literature": a sentence that speaks of others.
    public static boolean isOfOthers(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String word = word(tokens, i);
            boolean et = word.equals("et") && word(tokens, i + 1).startsWith("al");
            boolean others = word.equals("others") && Set.of("have", "had", "reported", "found").contains(word(tokens, i + 1));
            boolean before = word.equals("previously") && Set.of("reported", "published").contains(word(tokens, i + 1));
            if (et || others || before || word.equals("literature") || (ELSEWHERE.contains(word) && isWork(tokens, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWork(List<Token> tokens, int at) {
        for (int i = at + 1; i <= at + 1 + MOST_BETWEEN; i++) {
            if (WORKS.contains(word(tokens, i))) {
                return !OF_A_STUDY.contains(word(tokens, i + 1));
            }
        }
        return false;
    }

    private static String word(List<Token> tokens, int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).text().toLowerCase(Locale.ROOT);
    }
}

package org.tabularium.manuscript.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tabularium.manuscript.claim.Mention.OfConcepts;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.evidence.EvidenceCell;
import org.tabularium.manuscript.evidence.RunEvidence;
import org.tabularium.manuscript.language.NameStems;
import org.tabularium.manuscript.language.Synonyms;
import org.tabularium.manuscript.language.Token;

/// Finds in a sentence what a run has numbers of.
public final class Phrasebook {

    /// How many other words may stand among those of a name.
    private static final int SLACK = 2;
    /// Signs that stand in no name unless it has them.
    private static final Set<String> NO_JOINTS = Set.of("/", ",", ".", "≤", "≥", "<", ">");

    /// Words before a name that make it another's where the name lacks them: "serious infections".
    private static final Set<String> NARROWING = NameStems.all("serious", "severe", "fatal", "related", "unrelated",
            "opportunistic", "mild", "recurrent", "unresolved", "new");

    private final Map<String, List<Entry>> byStem = new HashMap<>();
    private final Synonyms synonyms = Synonyms.read();
    private final List<Entry> numbered = new ArrayList<>();

    /// @param name stems
    private record Entry(List<String> name, List<Concept> concepts) {}

    public Phrasebook(RunEvidence evidence) {
        Map<List<String>, Set<Concept>> names = new LinkedHashMap<>();
        for (EvidenceCell cell : evidence.cells()) {
            for (List<String> name : cell.concept().names()) {
                if (name.stream().anyMatch(s -> Character.isLetter(s.charAt(0)))) {
                    names.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(cell.concept());
                }
            }
        }
        Map<String, Integer> uses = new HashMap<>();
        names.keySet().forEach(name -> new HashSet<>(name).forEach(stem -> uses.merge(stem, 1, Integer::sum)));
        names.forEach((name, concepts) -> {
            String rarest = name.stream().min(Comparator.comparingInt(s -> uses.getOrDefault(s, 0))).orElseThrow();
            Entry entry = new Entry(name, List.copyOf(concepts));
            byStem.computeIfAbsent(rarest, s -> new ArrayList<>()).add(entry);
            if (hasFraction(name)) {
                numbered.add(entry);
            }
        });
    }

    /// The names in a sentence; of two that overlap, the one of more words.
    List<OfConcepts> in(List<Token> tokens) {
        List<OfConcepts> found = new ArrayList<>();
        Set<String> stems = new HashSet<>();
        tokens.forEach(token -> stems.add(token.stem()));
        Set<String> all = synonyms.expanded(stems);
        for (int i = 0; i < tokens.size(); i++) {
            for (Entry entry : byStem.getOrDefault(tokens.get(i).stem(), List.of())) {
                int[] span = entry.name().stream().anyMatch(Phrasebook::isNumber)
                        ? exact(tokens, i, entry.name())
                        : loose(tokens, i, entry.name());
                if (span.length > 0) {
                    List<Concept> concepts = inContext(entry.concepts(), all);
                    boolean narrower = span[0] > 0 && NARROWING.contains(tokens.get(span[0] - 1).stem());
                    if (!concepts.isEmpty() && !narrower) {
                        found.add(new OfConcepts(span[0], span[1], concepts, entry.name().size(), List.of()));
                    }
                }
            }
        }
        List<OfConcepts> longest = longest(found);
        longest.addAll(misprints(tokens, longest));
        longest.sort(Comparator.comparingInt(OfConcepts::start));
        return longest;
    }

    /// Names of levels with other numbers than any level has: `2/4 dose` where there are `2/3 dose` and `1/2 dose`. Likest is the
    /// level that the sentence does not name elsewhere and that shares most numbers.
    private List<OfConcepts> misprints(List<Token> tokens, List<OfConcepts> found) {
        Map<Integer, OfConcepts> likest = new TreeMap<>();
        Set<Concept> named = new HashSet<>();
        found.forEach(mention -> named.addAll(mention.concepts()));
        for (Entry entry : numbered) {
            if (named.containsAll(entry.concepts())) {
                continue;
            }
            for (int i = 0; i + entry.name().size() <= tokens.size(); i++) {
                int at = i;
                List<Integer> wrong = wrong(tokens, at, entry.name());
                int end = at + entry.name().size();
                boolean free = found.stream().noneMatch(m -> m.start() < end && at < m.end());
                if (!wrong.isEmpty() && free) {
                    likest.merge(at, new OfConcepts(at, end, entry.concepts(), entry.name().size(), wrong), Phrasebook::likest);
                }
            }
        }
        return List.copyOf(likest.values());
    }

    private static OfConcepts likest(OfConcepts one, OfConcepts other) {
        if (one.wrong().equals(other.wrong())) {
            Set<Concept> both = new LinkedHashSet<>(one.concepts());
            both.addAll(other.concepts());
            return new OfConcepts(one.start(), one.end(), List.copyOf(both), one.size(), one.wrong());
        }
        return one.wrong().size() <= other.wrong().size() ? one : other;
    }

    /// The tokens of the numbers that differ; empty where the words differ too, or nothing does.
    private static List<Integer> wrong(List<Token> tokens, int at, List<String> name) {
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < name.size(); i++) {
            Token token = tokens.get(at + i);
            if (isNumber(name.get(i)) && token.hasDigits()) {
                if (!token.text().equals(name.get(i))) {
                    wrong.add(at + i);
                }
            } else if (!token.stem().equals(name.get(i))) {
                return List.of();
            }
        }
        return wrong;
    }

    /// `2/3 dose`; not `5 mg/day`.
    private static boolean hasFraction(List<String> name) {
        for (int i = 1; i + 1 < name.size(); i++) {
            if (name.get(i).equals("/") && isNumber(name.get(i - 1)) && isNumber(name.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String stem) {
        return Character.isDigit(stem.charAt(0));
    }

    /// A vague name alone names nothing: its context stands in the sentence, and no other's more.
    private static List<Concept> inContext(List<Concept> concepts, Set<String> stems) {
        double best = concepts.stream().filter(Concept::needsContext).mapToDouble(c -> share(c, stems)).max().orElse(0);
        return concepts.stream().filter(c -> !c.needsContext() || share(c, stems) >= Math.max(0.5, best - 1e-9)).toList();
    }

    private static double share(Concept concept, Set<String> stems) {
        if (concept.context().isEmpty()) {
            return 0;
        }
        return concept.context().stream().filter(stems::contains).count() / (double) concept.context().size();
    }

    private static List<OfConcepts> longest(List<OfConcepts> found) {
        List<OfConcepts> kept = new ArrayList<>();
        for (OfConcepts one : found) {
            boolean covered = found.stream().anyMatch(other -> other.size() > one.size() && other.start() <= one.start()
                    && other.end() >= one.end());
            boolean shorter = found.stream().anyMatch(other -> other.size() == one.size() && other.start() < one.end()
                    && one.start() < other.end() && other.end() - other.start() < one.end() - one.start());
            if (!covered && !shorter) {
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparingInt(OfConcepts::start));
        return joined(kept);
    }

    /// Several names at one place are one mention.
    private static List<OfConcepts> joined(List<OfConcepts> kept) {
        List<OfConcepts> joined = new ArrayList<>();
        for (OfConcepts one : kept) {
            OfConcepts last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.start() == one.start() && last.end() == one.end() && last.size() == one.size()) {
                Set<Concept> both = new LinkedHashSet<>(last.concepts());
                both.addAll(one.concepts());
                joined.set(joined.size() - 1, new OfConcepts(one.start(), one.end(), List.copyOf(both), one.size(), List.of()));
            } else {
                joined.add(one);
            }
        }
        return joined;
    }

    /// A name with numbers stands as it is, signs aside.
    private static int[] exact(List<Token> tokens, int at, List<String> name) {
        int start = at;
        for (int back = name.indexOf(tokens.get(at).stem()); back > 0; back--) {
            start--;
            while (start >= 0 && isJoint(tokens.get(start))) {
                start--;
            }
        }
        if (start < 0) {
            return new int[0];
        }
        int i = start;
        for (String stem : name) {
            while (i < tokens.size() && isJoint(tokens.get(i))) {
                i++;
            }
            if (i == tokens.size() || !tokens.get(i).stem().equals(stem)) {
                return new int[0];
            }
            i++;
        }
        return new int[]{start, i};
    }

    private static boolean isJoint(Token token) {
        return token.kind() == Token.Kind.SIGN && !NO_JOINTS.contains(token.text());
    }

    /// A name of words: all of them near each other, in any order, with no number or mark among them.
    private static int[] loose(List<Token> tokens, int at, List<String> name) {
        Set<String> missing = new HashSet<>(name);
        missing.remove(tokens.get(at).stem());
        int start = at;
        int end = at + 1;
        int room = SLACK;
        boolean left = true;
        boolean right = true;
        int l = at - 1;
        int r = at + 1;
        while (!missing.isEmpty() && (left || right)) {
            left = left && l >= 0 && isThrough(tokens.get(l));
            if (left && missing.remove(tokens.get(l).stem())) {
                start = l;
            }
            right = right && r < tokens.size() && isThrough(tokens.get(r));
            if (right && missing.remove(tokens.get(r).stem())) {
                end = r + 1;
            }
            l--;
            r++;
            if (end - start > name.size() + room || at - l > name.size() + room) {
                break;
            }
        }
        boolean tight = end - start - signs(tokens, start, end) <= new HashSet<>(name).size() + room;
        return missing.isEmpty() && tight ? new int[]{start, end} : new int[0];
    }

    private static int signs(List<Token> tokens, int start, int end) {
        int signs = 0;
        for (int i = start; i < end; i++) {
            signs += tokens.get(i).kind() == Token.Kind.SIGN ? 1 : 0;
        }
        return signs;
    }

    private static boolean isThrough(Token token) {
        return (token.kind() == Token.Kind.WORD && !token.is("and") && !token.is("or") && !token.is("while"))
                || token.text().equals("-") || token.text().equals("/");
    }
}

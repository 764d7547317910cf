package org.tabularium.manuscript;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Claim;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.claim.Sentence;
import org.tabularium.manuscript.claim.SentenceReader;
import org.tabularium.manuscript.claim.Spoken;
import org.tabularium.manuscript.language.Token;
import org.tabularium.manuscript.language.Vagueness;

/// A sentence, what the sentences before it speak of, and how far its parts are from each other.
///
/// @param spoken what the sentences before speak of
record SentenceInContext(Sentence sentence, Distance distance, Spoken spoken) {

    /// How far an arm or a visit may stand from the number that it is said of.
    private static final double NEAR = 4;

    static SentenceInContext of(Sentence sentence, Spoken spoken) {
        return new SentenceInContext(sentence, new Distance(sentence), spoken);
    }

    List<Claim> claims() {
        return sentence.claims();
    }

    List<Token> tokens() {
        return sentence.tokens();
    }

    <T extends Mention> List<T> mentions(Class<T> kind) {
        return sentence.mentions().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The arm or visit that is said of a claim; null where none is near.
    <T extends Mention> @Nullable T nearest(Claim claim, Class<T> kind) {
        return mentions(kind).stream().filter(m -> distance.between(claim, m) <= NEAR)
                .min(Comparator.comparingDouble(m -> distance.between(claim, m))).orElse(null);
    }

    /// The last of a kind that is said before a claim, however far; null for none.
    <T extends Mention> @Nullable T lastBefore(Claim claim, Class<T> kind) {
        return mentions(kind).stream().filter(m -> m.end() <= claim.start()).max(Comparator.comparingInt(Mention::end))
                .orElse(null);
    }

    /// Whether numbers and what they are of stand apart, in the same order.
    boolean isRespective() {
        return tokens().stream().anyMatch(t -> t.is("respectively"));
    }

    /// The visit of a claim: near it, or in the order of visits that are said for several numbers; null for none.
    @Nullable
    OfVisit visit(Claim claim) {
        List<Claim> alike = claims().stream().filter(c -> c.kind() == claim.kind()).toList();
        List<OfVisit> visits = mentions(OfVisit.class);
        boolean inOrder = isRespective() && visits.size() == alike.size() && visits.size() > 1;
        return inOrder ? visits.get(alike.indexOf(claim)) : nearest(claim, OfVisit.class);
    }

    /// Whether the words beside a claim leave open whom or what it is of.
    boolean isVague(Reading reading) {
        Claim claim = reading.claim();
        int number = claim.elements().getFirst().token();
        boolean unnamed = reading.arm() == null && Vagueness.isOfSomeGroup(tokens(), claim.start(), claim.end(),
                at -> mentions(Mention.OfArm.class).stream().anyMatch(m -> m.start() <= at && at < m.end()));
        boolean ofOthers = claim.has(Claim.Role.COUNT) && !claim.has(Claim.Role.PERCENT)
                && (Vagueness.isPart(tokens(), claim.start(), claim.end()) || is(claim.start() - 1, "all"));
        return unnamed || ofOthers || is(claim.end(), "each") || Vagueness.isRough(tokens(), number);
    }

    boolean is(int token, String... words) {
        return token >= 0 && token < tokens().size() && List.of(words).contains(word(token));
    }

    private String word(int token) {
        return tokens().get(token).text().toLowerCase(Locale.ROOT);
    }

    /// Whether one of these words stands from a token up to another.
    boolean isSaid(Set<String> words, int from, int to) {
        return SentenceReader.wordsNear(tokens(), from, to).stream().anyMatch(words::contains);
    }
}

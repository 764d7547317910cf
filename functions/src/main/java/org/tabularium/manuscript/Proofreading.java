package org.tabularium.manuscript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tabularium.manuscript.claim.Arms;
import org.tabularium.manuscript.claim.Mention;
import org.tabularium.manuscript.claim.Phrasebook;
import org.tabularium.manuscript.claim.Sentence;
import org.tabularium.manuscript.claim.SentenceReader;
import org.tabularium.manuscript.claim.Spoken;
import org.tabularium.manuscript.evidence.RunEvidence;
import org.tabularium.manuscript.language.Token;
import org.tabularium.manuscript.language.Tokens;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.folder.RunFiles;

/// Looks up every number of a manuscript among the results of a run.
public final class Proofreading {

    private static final int AROUND = 30;

    private final RunEvidence evidence;
    private final SentenceReader reader;

    private Proofreading(RunEvidence evidence) {
        this.evidence = evidence;
        this.reader = new SentenceReader(new Phrasebook(evidence), new Arms(evidence.arms()));
    }

    /// Proof-reads against a run.
    ///
    /// @throws BrokenRunException where the run's results cannot be understood
    public static Proofreading against(RunFiles run) throws IOException, BrokenRunException {
        return new Proofreading(RunEvidence.of(run));
    }

    /// Every number, in the order of the text.
    public List<CheckedNumber> check(Manuscript manuscript) {
        List<CheckedNumber> checked = new ArrayList<>();
        for (int i = 0; i < manuscript.passages().size(); i++) {
            check(manuscript.passages().get(i), i, checked);
        }
        return checked;
    }

    private void check(Passage passage, int index, List<CheckedNumber> checked) {
        Spoken spoken = Spoken.NOTHING;
        for (List<Token> tokens : Sentence.split(Tokens.of(passage.read()))) {
            Sentence sentence = reader.read(tokens);
            Map<Integer, Judgement> judgements = new SentenceProof(evidence, sentence, spoken).judgements();
            judgements.forEach((token, judgement) -> {
                if (tokens.get(token).start() >= passage.begin()) {
                    boolean doubtful = judgement.verdict() == Verdict.CONTRADICTED && isAlone(passage, tokens);
                    checked.add(number(passage, index, sentence, token, doubtful ? Judgement.UNKNOWN : judgement));
                }
            });
            spoken = spoken.and(sentence);
        }
    }

    /// Whether a cell of a table has one number: then its labels alone say too little to contradict it.
    private static boolean isAlone(Passage passage, List<Token> tokens) {
        return passage.begin() > 0
                && tokens.stream().filter(t -> t.isNumber() && t.start() >= passage.begin()).count() == 1;
    }

    private static CheckedNumber number(Passage passage, int index, Sentence sentence, int at, Judgement judgement) {
        Token token = sentence.tokens().get(at);
        int start = token.start() - passage.begin();
        int end = end(sentence, at) - passage.begin();
        String text = passage.text();
        String around = text.substring(Math.max(0, start - AROUND), Math.min(text.length(), end + AROUND)).replace('\n', ' ')
                .strip();
        return new CheckedNumber(text.substring(start, end), passage.place(start), judgement.verdict(), judgement.keys(),
                judgement.says(), around, index, start, end);
    }

    /// A percentage ends behind its sign, a date behind its year.
    private static int end(Sentence sentence, int at) {
        for (Mention mention : sentence.mentions()) {
            if (mention instanceof Mention.OfDate date && date.token() == at) {
                return sentence.tokens().get(date.end() - 1).end();
            }
        }
        boolean percent = at + 1 < sentence.tokens().size() && sentence.tokens().get(at + 1).text().equals("%");
        return sentence.tokens().get(percent ? at + 1 : at).end();
    }
}

package org.tabularium.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.run.PublishedResult;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.Prose;
import org.tabularium.shell.rows.Prose.Sentence;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.display.Text;
import org.tabularium.table.display.Text.Piece;

/// Fills the slots of a text.
public final class Texts {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9-]+)(?::([^|{}]*)\\|([^{}]*))?}");

    private final SlotWriter slots;
    private final String cutOff;

    private Texts(SlotWriter slots, String cutOff) {
        this.slots = slots;
        this.cutOff = cutOff;
    }

    /// A text and the sentences that it lacks.
    ///
    /// @param text what is left; it may have no paragraph
    /// @param leftOut each sentence whose slot found nothing, with the slot
    public record Made(Text text, List<String> leftOut) {}

    /// Writes a text.
    ///
    /// @param results of the tables that the report holds
    /// @param shells the id of the shell that each display was made of, by its name
    /// @param cutOff the month of the cut-off in words, for `{cut-off}`; empty for none
    public static Made of(Shell shell, List<PublishedResult> results, Map<String, String> shells, HouseStyle style,
            String cutOff) {
        Texts texts = new Texts(new SlotWriter(new FoundResults(results, shells), style), cutOff);
        List<List<Piece>> paragraphs = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        boolean begins = true;
        for (Sentence sentence : sentences(shell)) {
            begins |= sentence.paragraph();
            List<Piece> pieces = new ArrayList<>();
            Optional<String> lacking = texts.fill(sentence, pieces);
            if (lacking.isPresent()) {
                leftOut.add("%s (slot %s)".formatted(sentence.say(), lacking.get()));
                continue;
            }
            if (begins || paragraphs.isEmpty()) {
                paragraphs.add(new ArrayList<>());
                begins = false;
            } else {
                paragraphs.getLast().add(new Piece(" ", List.of()));
            }
            paragraphs.getLast().addAll(SlotWriter.begun(pieces));
        }
        return new Made(new Text(shell.name(), shell.number(), shell.plainTitle(), List.of(), shell.layout(), paragraphs),
                leftOut);
    }

    private static List<Sentence> sentences(Shell shell) {
        return shell.rows().stream().filter(Prose.class::isInstance).map(Prose.class::cast)
                .flatMap(text -> text.sentences().stream()).toList();
    }

    /// @return the name of a slot that finds nothing; empty where all do
    private Optional<String> fill(Sentence sentence, List<Piece> pieces) {
        Matcher slot = SLOT.matcher(sentence.say());
        int from = 0;
        while (slot.find()) {
            words(sentence.say().substring(from, slot.start()), pieces);
            from = slot.end();
            String name = slot.group(1);
            if (name.equals("cut-off")) {
                if (cutOff.isEmpty()) {
                    return Optional.of(name);
                }
                words(cutOff, pieces);
                continue;
            }
            Prose.Slot declared = sentence.slots().get(name);
            if (declared == null) {
                return Optional.of(name);
            }
            if (slot.group(2) != null) {
                words(slots.isOne(declared) ? slot.group(2) : slot.group(3), pieces);
                continue;
            }
            List<Piece> filled = slots.write(declared);
            if (filled.isEmpty()) {
                return Optional.of(name);
            }
            pieces.addAll(filled);
        }
        words(sentence.say().substring(from), pieces);
        return Optional.empty();
    }

    private static void words(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, List.of()));
        }
    }
}

package org.tabularium.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.run.PublishedResult;
import org.tabularium.shell.rows.Prose.Slot;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.display.Text.Piece;

/// Writes what a slot names, in its form, as the house style writes numbers in sentences.
final class SlotWriter {

    private static final List<String> WORDS = List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine");
    private static final List<String> ROMAN = List.of("0", "I", "II", "III", "IV", "V");
    private static final Pattern PART = Pattern.compile("\\{(n|of|name|grade|roman)}");
    private static final Pattern VISIT = Pattern.compile("\\D*(\\d+)\\D*");
    private static final String COUNT = "count";
    /// Nobody, where "of" follows or nothing does.
    private static final String NONE = "none";

    private final FoundResults results;
    private final HouseStyle style;

    SlotWriter(FoundResults results, HouseStyle style) {
        this.results = results;
        this.style = style;
    }

    /// Empty where the slot finds nothing.
    List<Piece> write(Slot slot) {
        return switch (slot.form()) {
            case VALUE -> results.one(slot, slot.statistic()).map(this::value).orElse(List.of());
            case OF -> results.one(slot, COUNT).map(count -> of(count, true)).orElse(List.of());
            case PART -> results.one(slot, COUNT).map(count -> of(count, false)).orElse(List.of());
            case FRACTION -> results.one(slot, COUNT).map(this::fraction).orElse(List.of());
            case SUM -> sum(slot);
            case FIRST_VISIT -> firstVisit(slot);
            case MAX -> greatest(slot);
            case ARMS -> parts(slot, arms(slot));
            case LEVELS -> parts(slot, levels(slot));
            case GRADES -> parts(slot, grades(slot));
        };
    }

    /// Whether its number is 1, which a word agrees with.
    boolean isOne(Slot slot) {
        return results.one(slot, slot.statistic()).map(r -> PrintedNumber.value(r) == 1).orElse(false);
    }

    private List<Piece> value(PublishedResult result) {
        String printed = PrintedNumber.of(result);
        return printed.isEmpty() ? List.of() : List.of(new Piece(spelled(result, printed), List.of(result.result())));
    }

    /// Counts below ten as words where the style spells them; nobody is "no".
    private String spelled(PublishedResult result, String printed) {
        String statistic = result.result().statistic().word();
        boolean counts = statistic.equals(COUNT) || statistic.equals("n") || statistic.equals("N");
        double value = PrintedNumber.value(result);
        return counts && value < WORDS.size() && (style.spelledBelow() > value || value == 0) ? WORDS.get((int) value) : printed;
    }

    private List<Piece> of(PublishedResult count, boolean whole) {
        Optional<PublishedResult> all = results.denominator(count);
        if (all.isPresent() && PrintedNumber.value(all.get()) == 0) {
            return List.of(); // nobody was looked at
        }
        List<Piece> pieces = new ArrayList<>(value(count));
        if (PrintedNumber.value(count) == 0) {
            pieces.replaceAll(piece -> new Piece(NONE, piece.results()));
        }
        Optional<PublishedResult> percent = results.beside(count, "percent");
        if (percent.isPresent() && PrintedNumber.value(count) > 0 && !PrintedNumber.of(percent.get()).isEmpty()) {
            pieces.add(words(" ("));
            pieces.add(new Piece(PrintedNumber.of(percent.get()), List.of(percent.get().result())));
            pieces.add(words("%)"));
        }
        if (whole && all.isPresent()) {
            pieces.add(words(" of "));
            pieces.add(new Piece(PrintedNumber.of(all.get()), List.of(all.get().result())));
        }
        return pieces;
    }

    private List<Piece> fraction(PublishedResult count) {
        return results.denominator(count).<List<Piece>>map(all -> List.of(
                new Piece(PrintedNumber.of(count), List.of(count.result())), words("/"),
                new Piece(PrintedNumber.of(all), List.of(all.result())))).orElse(List.of());
    }

    /// A sum is no result, so it is words.
    private List<Piece> sum(Slot slot) {
        double sum = 0;
        boolean some = false;
        for (PublishedResult result : results.of(slot, COUNT)) {
            if (FoundResults.arm(result) == null && !isExcepted(slot, result)) {
                sum += PrintedNumber.value(result);
                some = true;
            }
        }
        return some ? List.of(words(Long.toString(Math.round(sum)))) : List.of();
    }

    private static boolean isExcepted(Slot slot, PublishedResult result) {
        return !result.result().level().isEmpty() && result.result().level().getLast().equals(slot.except());
    }

    private List<Piece> firstVisit(Slot slot) {
        return results.of(slot, COUNT).stream().filter(r -> FoundResults.arm(r) == null && PrintedNumber.value(r) > 0)
                .map(r -> VISIT.matcher(r.result().groups().getOrDefault("AVISIT", ""))).filter(Matcher::matches).findFirst()
                .<List<Piece>>map(visit -> List.of(words(visit.group(1)))).orElse(List.of());
    }

    private List<Piece> greatest(Slot slot) {
        return results.of(slot, slot.statistic()).stream().filter(r -> !Double.isNaN(PrintedNumber.value(r)))
                .max((a, b) -> Double.compare(PrintedNumber.value(a), PrintedNumber.value(b))).map(this::value).orElse(List.of());
    }

    /// Results by the name of their part.
    private Map<String, PublishedResult> arms(Slot slot) {
        Map<String, PublishedResult> arms = new LinkedHashMap<>();
        for (PublishedResult result : results.of(slot, slot.statistic())) {
            String arm = FoundResults.arm(result);
            if (arm != null) {
                arms.putIfAbsent(Typeset.arm(arm), result);
            }
        }
        return arms;
    }

    private Map<String, PublishedResult> levels(Slot slot) {
        Map<String, PublishedResult> levels = new LinkedHashMap<>();
        for (PublishedResult result : results.of(slot, COUNT)) {
            List<String> level = result.result().level();
            if (FoundResults.arm(result) == null && !level.isEmpty() && PrintedNumber.value(result) > 0
                    && !isExcepted(slot, result)) {
                levels.putIfAbsent(level.getLast(), result);
            }
        }
        return levels;
    }

    private Map<String, PublishedResult> grades(Slot slot) {
        Map<String, PublishedResult> grades = new LinkedHashMap<>();
        levels(slot).forEach((level, result) -> {
            if (level.matches("Grade [0-5]")) {
                grades.put(level.substring("Grade ".length()), result);
            }
        });
        return grades;
    }

    private List<Piece> parts(Slot slot, Map<String, PublishedResult> found) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Map.Entry<String, PublishedResult> part : found.entrySet()) {
            done++;
            if (done > 1) {
                pieces.add(words(done == found.size() ? slot.last() : ", "));
            }
            part(slot.item(), part.getKey(), part.getValue(), pieces);
        }
        return pieces;
    }

    private void part(String item, String name, PublishedResult result, List<Piece> pieces) {
        Matcher slot = PART.matcher(item);
        int from = 0;
        while (slot.find()) {
            pieces.add(words(item.substring(from, slot.start())));
            from = slot.end();
            switch (slot.group(1)) {
                case "n" -> pieces.addAll(value(result));
                case "of" -> pieces.addAll(of(result, true));
                case "roman" -> pieces.add(words(name.matches("[0-5]") ? ROMAN.get(Integer.parseInt(name)) : name));
                default -> pieces.add(words(name));
            }
        }
        pieces.add(words(item.substring(from)));
        pieces.removeIf(piece -> piece.text().isEmpty());
    }

    private static Piece words(String text) {
        return new Piece(text, List.of());
    }

    /// The sentence with a capital at its beginning; a count below ten that begins it is spelled.
    static List<Piece> begun(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return pieces;
        }
        List<Piece> begun = new ArrayList<>(pieces);
        Piece first = begun.getFirst();
        String text = first.text();
        if (!first.results().isEmpty() && text.matches("[1-9]")) {
            text = WORDS.get(Integer.parseInt(text));
        }
        begun.set(0, new Piece(Character.toUpperCase(text.charAt(0)) + text.substring(1), first.results()));
        return begun;
    }
}

package org.tabularium.endpoint.toxicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.CrsFindings.Oxygen;
import org.tabularium.endpoint.toxicity.IcansFindings.Cognition;
import org.tabularium.endpoint.toxicity.IcansFindings.Consciousness;
import org.tabularium.endpoint.toxicity.IcansFindings.Motor;
import org.tabularium.endpoint.toxicity.IcansFindings.Oedema;
import org.tabularium.endpoint.toxicity.IcansFindings.Seizure;
import org.tabularium.study.ValueText;

/// What the rows of ADAE say of the components of cytokine release syndrome and ICANS: the worst during the event, in variables
/// of the row (docs/endpoints.md).
public final class AstctComponents {

    /// The components' variables; study.yaml's `variables` gives a study's own names.
    public static final List<String> COMPONENTS = List.of(
            "CRSTEMP", "CRSTREAT", "CRSHYPO", "CRSPRESS", "CRSVASO", "CRSOXY",
            "ICSICE", "ICSCAPD", "ICSCONSC", "ICSSEIZ", "ICSMOTOR", "ICSOEDEM");

    private static final Map<String, Boolean> YES_NO = Map.of("Y", true, "YES", true, "1", true, "TRUE", true,
            "N", false, "NO", false, "0", false, "FALSE", false);
    private static final Map<String, Oxygen> OXYGEN = Map.ofEntries(
            Map.entry("NONE", Oxygen.NONE), Map.entry("ROOM AIR", Oxygen.NONE), Map.entry("AMBIENT AIR", Oxygen.NONE),
            Map.entry("N", Oxygen.NONE), Map.entry("NO", Oxygen.NONE), Map.entry("0", Oxygen.NONE),
            Map.entry("LOW FLOW NASAL CANNULA", Oxygen.LOW_FLOW), Map.entry("LOW FLOW OXYGEN", Oxygen.LOW_FLOW),
            Map.entry("HIGH FLOW NASAL CANNULA", Oxygen.HIGH_FLOW), Map.entry("HIGH FLOW OXYGEN", Oxygen.HIGH_FLOW),
            Map.entry("NON REBREATHER MASK", Oxygen.HIGH_FLOW), Map.entry("NONREBREATHER", Oxygen.HIGH_FLOW),
            Map.entry("VENTURI MASK", Oxygen.HIGH_FLOW), Map.entry("MECHANICAL VENTILATION", Oxygen.POSITIVE_PRESSURE),
            Map.entry("INTUBATION", Oxygen.POSITIVE_PRESSURE), Map.entry("INTUBATED", Oxygen.POSITIVE_PRESSURE),
            Map.entry("LOW FLOW", Oxygen.LOW_FLOW), Map.entry("BLOW BY", Oxygen.LOW_FLOW),
            Map.entry("HIGH FLOW", Oxygen.HIGH_FLOW), Map.entry("FACE MASK", Oxygen.HIGH_FLOW),
            Map.entry("FACEMASK", Oxygen.HIGH_FLOW), Map.entry("NON REBREATHER", Oxygen.HIGH_FLOW),
            Map.entry("VENTURI", Oxygen.HIGH_FLOW), Map.entry("POSITIVE PRESSURE", Oxygen.POSITIVE_PRESSURE),
            Map.entry("CPAP", Oxygen.POSITIVE_PRESSURE), Map.entry("BIPAP", Oxygen.POSITIVE_PRESSURE),
            Map.entry("VENTILATION", Oxygen.POSITIVE_PRESSURE));
    private static final Map<String, Consciousness> CONSCIOUSNESS = Map.ofEntries(
            Map.entry("NORMAL", Consciousness.NORMAL), Map.entry("ALERT", Consciousness.NORMAL),
            Map.entry("SPONTANEOUS", Consciousness.AWAKENS_SPONTANEOUSLY),
            Map.entry("AWAKENS SPONTANEOUSLY", Consciousness.AWAKENS_SPONTANEOUSLY),
            Map.entry("VOICE", Consciousness.AWAKENS_TO_VOICE), Map.entry("AWAKENS TO VOICE", Consciousness.AWAKENS_TO_VOICE),
            Map.entry("TOUCH", Consciousness.AWAKENS_TO_TOUCH), Map.entry("AWAKENS TO TOUCH", Consciousness.AWAKENS_TO_TOUCH),
            Map.entry("AWAKENS ONLY TO TACTILE STIMULUS", Consciousness.AWAKENS_TO_TOUCH),
            Map.entry("UNAROUSABLE", Consciousness.UNAROUSABLE), Map.entry("STUPOR", Consciousness.UNAROUSABLE),
            Map.entry("COMA", Consciousness.UNAROUSABLE), Map.entry("COMATOSE", Consciousness.UNAROUSABLE));
    private static final Map<String, Seizure> SEIZURE = Map.of(
            "NONE", Seizure.NONE, "N", Seizure.NONE, "NO", Seizure.NONE, "0", Seizure.NONE, "RAPID", Seizure.RAPIDLY_RESOLVING,
            "RAPIDLY RESOLVING", Seizure.RAPIDLY_RESOLVING, "PROLONGED", Seizure.PROLONGED_OR_REPETITIVE,
            "REPETITIVE", Seizure.PROLONGED_OR_REPETITIVE,
            "PROLONGED OR REPETITIVE", Seizure.PROLONGED_OR_REPETITIVE, "STATUS EPILEPTICUS", Seizure.PROLONGED_OR_REPETITIVE);
    private static final Map<String, Oedema> OEDEMA = Map.of("NONE", Oedema.NONE, "N", Oedema.NONE, "NO", Oedema.NONE, "0",
            Oedema.NONE, "FOCAL", Oedema.FOCAL, "DIFFUSE",
            Oedema.DIFFUSE);

    private final Dataset events;
    private final @Nullable Column term;
    private final List<Optional<CellToxicity>> toxicities;

    public AstctComponents(Dataset events) {
        this.events = events;
        this.term = events.column("AEDECOD").orElse(null);
        this.toxicities = term instanceof TextColumn coded
                ? coded.dictionary().stream().map(CellToxicity::of).toList()
                : List.of();
    }

    /// Whether the dataset has any component.
    public boolean isThere() {
        return COMPONENTS.stream().anyMatch(events::has);
    }

    /// An event's grade: the worst that any recorded component gives. A component that is not recorded gives none.
    ///
    /// @param grade 0 to 5; empty where nothing recorded gives one and something that might is not recorded
    /// @param missing variables without an answer, on which a higher grade might hang
    /// @param odd variables whose answer is none that is known; among the missing ones too
    public record Graded(OptionalInt grade, List<String> missing, List<String> odd) {}

    /// Whether a row is cytokine release syndrome or ICANS, by AEDECOD.
    public boolean isGraded(int row) {
        return !toxicity(row).isEmpty();
    }

    /// What `scales` of study.yaml calls a row's toxicity: CRS or ICANS, by AEDECOD; empty for any other event.
    public String toxicity(int row) {
        return term instanceof TextColumn coded ? toxicities.get(coded.code(row)).map(CellToxicity::name).orElse("") : "";
    }

    /// The grade of a row of one of the two terms by the ASTCT consensus.
    public Graded grade(int row) {
        Answers answers = new Answers(row);
        boolean fatal = text("AESDTH", row).equals("Y") || EventTerms.counted("AEOUT", text("AEOUT", row)).isPresent();
        return toxicity(row).equals(CellToxicity.CRS.name()) ? crs(answers, fatal) : icans(answers, fatal);
    }

    private Graded crs(Answers answers, boolean fatal) {
        boolean treated = Boolean.TRUE.equals(answers.optional("CRSTREAT", YES_NO::get));
        Double temperature = treated ? answers.optional("CRSTEMP", this::number) : answers.need("CRSTEMP", this::number);
        Double vasopressors = answers.need("CRSPRESS", text -> count(text, 20));
        Boolean vasopressin = answers.optional("CRSVASO", YES_NO::get);
        Boolean hypotension = answers.optional("CRSHYPO", YES_NO::get);
        if (hypotension == null && (vasopressors == null || vasopressors == 0)) {
            answers.lack("CRSHYPO");
        }
        Oxygen oxygen = answers.need("CRSOXY", OXYGEN::get);
        boolean feverUnknown = temperature == null && !treated;
        OptionalInt worst = new CrsFindings(
                temperature == null ? Double.NaN : temperature, treated || feverUnknown, Boolean.TRUE.equals(hypotension),
                vasopressors == null ? 0 : vasopressors.intValue(), Boolean.TRUE.equals(vasopressin),
                oxygen == null ? Oxygen.NONE : oxygen, fatal)
                .grade();
        boolean noFever = temperature != null && !treated && worst.orElse(1) == 0;
        return answers.graded(worst.orElse(0), fatal || noFever);
    }

    private Graded icans(Answers answers, boolean fatal) {
        Cognition cognition = answers.optional("ICSCAPD", AstctComponents::capd);
        if (cognition == null && !answers.odd.contains("ICSCAPD")) {
            cognition = answers.optional("ICSICE", AstctComponents::ice);
        }
        Consciousness consciousness = answers.need("ICSCONSC", CONSCIOUSNESS::get);
        if (cognition == null && consciousness != Consciousness.UNAROUSABLE) {
            answers.lack("ICSICE");
        }
        Seizure seizure = answers.need("ICSSEIZ", SEIZURE::get);
        Boolean weakness = answers.need("ICSMOTOR", YES_NO::get);
        Oedema oedema = answers.need("ICSOEDEM", OEDEMA::get);
        int worst = new IcansFindings(
                cognition == null ? new Cognition.Ice(10) : cognition,
                consciousness == null ? Consciousness.NORMAL : consciousness,
                seizure == null ? Seizure.NONE : seizure,
                Boolean.TRUE.equals(weakness) ? Motor.DEEP_FOCAL_WEAKNESS : Motor.NONE,
                oedema == null ? Oedema.NONE : oedema,
                fatal).grade();
        return answers.graded(worst, fatal || worst == 4);
    }

    private static @Nullable Cognition ice(String text) {
        Double score = count(text, 10);
        return score == null ? null : new Cognition.Ice(score.intValue());
    }

    /// A score, or that the child was unable to do the test.
    private static @Nullable Cognition capd(String text) {
        if (text.equals("UNABLE")) {
            return new Cognition.Unable();
        }
        Double score = count(text, 32);
        return score == null ? null : new Cognition.Capd(score.intValue());
    }

    private @Nullable Double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return number >= 30 && number <= 45 ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// A whole number from 0 to a highest; null for anything else.
    private static @Nullable Double count(String text, int highest) {
        try {
            double number = Double.parseDouble(text);
            return number >= 0 && number <= highest && number == StrictMath.rint(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// A cell in capitals, hyphens as blanks; empty where missing or absent.
    private String text(String variable, int row) {
        Column column = events.column(variable).orElse(null);
        if (column instanceof NumericColumn numbers) {
            return numbers.isMissing(row) ? "" : ValueText.number(numbers.value(row));
        }
        return column == null ? "" : ValueText.text(column, row).strip().toUpperCase(Locale.ROOT).replace('-', ' ');
    }

    /// The answers of one row while they are read.
    private final class Answers {
        private final int row;
        private final List<String> missing = new ArrayList<>();
        private final List<String> odd = new ArrayList<>();

        Answers(int row) {
            this.row = row;
        }

        /// The grade of the worst answer.
        ///
        /// @param certain whether nothing that is missing could change it
        Graded graded(int worst, boolean certain) {
            List<String> lacking = certain ? List.of() : List.copyOf(missing);
            boolean known = worst > 0 || lacking.isEmpty();
            return new Graded(known ? OptionalInt.of(worst) : OptionalInt.empty(), lacking, List.copyOf(odd));
        }

        void lack(String variable) {
            if (!missing.contains(variable)) {
                missing.add(variable);
            }
        }

        /// An answer on which a higher grade may hang.
        <T> @Nullable T need(String variable, Function<String, @Nullable T> reading) {
            T answer = optional(variable, reading);
            if (answer == null) {
                lack(variable);
            }
            return answer;
        }

        /// An answer that may be left out; what is there and not understood is as good as not recorded.
        <T> @Nullable T optional(String variable, Function<String, @Nullable T> reading) {
            String text = text(variable, row);
            T answer = text.isEmpty() ? null : reading.apply(text);
            if (answer == null && !text.isEmpty()) {
                odd.add(variable);
                lack(variable);
            }
            return answer;
        }
    }
}

package org.tabularium.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// What ADaM says of well-known variables, for formats that say nothing themselves: CSV knows neither kinds nor labels.
///
/// The variables stand in `adam-variables.tsv` (name, kind or nothing, label); dates have no kind there, since they come as
/// numbers and as ISO text.
/// Naming rules cover the rest: flags, treatments, groupings and their numeric companions.
public final class AdamVariables {

    private record Known(Optional<Kind> kind, String label) {}

    private static final Map<String, Known> KNOWN = load();

    /// Flags, ISO dates, treatments of a period, groupings, regions, names of queries, results of SDTM as text.
    private static final Pattern TEXT = Pattern
            .compile(".*FL|.*DTC|TRT[0-9]{2}[AP]|TR[0-9]{2}[AP]G[0-9]|[A-Z]{3,5}GR[0-9]|REGION[0-9]|(?:CQ|SMQ)[0-9]{2}NAM"
                    + "|[A-Z]{2}(?:STRESC|ORRES)");
    /// Their numeric companions.
    private static final Pattern NUMERIC = Pattern.compile("TRT[0-9]{2}[AP]N|[A-Z]{3,5}GR[0-9]N|REGION[0-9]N");
    private static final Pattern POPULATION = Pattern.compile("(?i)population|analysis set|evaluable");
    private static final Pattern TREATMENT = Pattern.compile("TRT([0-9]{2})([AP])(N?)");

    private AdamVariables() {}

    /// The kind that the variable has in every ADaM dataset; empty where ADaM leaves it open or does not know the variable.
    ///
    /// @param variable upper case
    public static Optional<Kind> kind(String variable) {
        Known known = KNOWN.get(variable);
        if (known != null && known.kind().isPresent()) {
            return known.kind();
        }
        if (NUMERIC.matcher(variable).matches()) {
            return Optional.of(Kind.NUMERIC);
        }
        return TEXT.matcher(variable).matches() ? Optional.of(Kind.TEXT) : Optional.empty();
    }

    /// Whether ADaM has a variable of this name, or a rule for it.
    ///
    /// @param variable upper case
    public static boolean isKnown(String variable) {
        return KNOWN.containsKey(variable) || kind(variable).isPresent();
    }

    /// The standard label, e.g. `Age` of AGE; empty where the variable is not known.
    ///
    /// @param variable upper case
    public static String label(String variable) {
        Known known = KNOWN.get(variable);
        if (known != null) {
            return known.label();
        }
        var treatment = TREATMENT.matcher(variable);
        if (!treatment.matches()) {
            return "";
        }
        String which = treatment.group(2).equals("A") ? "Actual" : "Planned";
        return which + " Treatment for Period " + treatment.group(1) + (treatment.group(3).isEmpty() ? "" : " (N)");
    }

    /// Whether a flag is one of a population: by its label in the data, or by ADaM's whatever the data call it.
    public static boolean isPopulation(String flag, String label) {
        return POPULATION.matcher(label).find() || POPULATION.matcher(label(flag)).find();
    }

    private static Map<String, Known> load() {
        try (InputStream stream = Objects.requireNonNull(AdamVariables.class.getResourceAsStream("adam-variables.tsv"))) {
            Map<String, Known> known = new HashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] parts = line.split("\t", -1);
                known.put(parts[0],
                        new Known(parts[1].isEmpty() ? Optional.empty() : Optional.of(Kind.valueOf(parts[1])), parts[2]));
            });
            return Map.copyOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

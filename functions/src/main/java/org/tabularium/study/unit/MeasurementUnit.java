package org.tabularium.study.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A unit of measurement that is known: what it measures, and how many of the usual unit of that it is.
///
/// @param times one of it is `times / parts` of the usual unit
/// @param parts 1 but for units that are no decimal part of the usual one
public record MeasurementUnit(Quantity quantity, BigDecimal times, BigDecimal parts) {

    /// What is measured, with the unit that is usual.
    public enum Quantity {
        /// Cells a microlitre.
        CELLS,
        /// Protein to creatinine, g/g.
        PROTEIN_TO_CREATININE,
        /// Mass in a volume, g/L.
        CONCENTRATION,
        /// A dose a day, mg.
        DAILY_DOSE,
        /// A dose a day and kilogram of body weight, mg.
        DOSE_BY_WEIGHT,
        /// An interval of the electrocardiogram, ms.
        INTERVAL,
        /// A blood pressure, mmHg.
        PRESSURE,
        /// Beats a minute.
        RATE
    }

    private static final Pattern LABELLED = Pattern
            .compile("\\(((?:[^()]|\\([^()]*\\))*)\\)\\s*$|\\[([^\\[\\]]*)\\]\\s*$|,\\s+([^,()\\s]+)\\s*$");
    private static final Pattern ANNOTATION = Pattern.compile("\\{[^{}]*\\}");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern SUPERSCRIPT = Pattern.compile("[" + SUPERSCRIPTS + "]+");
    private static final Pattern LITRES = Pattern.compile("LIT(?:RE|ER)S?");
    private static final Pattern PER = Pattern.compile("PER(?=(?:U?L|MM3|MM\\^3|CUMM)$)");
    /// A power of ten of cells in a volume whose mark was lost: `10(9)/L`, `109/L`.
    private static final Pattern LOST_POWER = Pattern.compile("^10\\(?([369])\\)?(?=/(?:U?L|MM3)$)");
    private static final Pattern CREATININE = Pattern.compile("(?<=G|MOL)-?(?:CREATININE|CREAT|CRE|CR)$");
    private static final Pattern WRITTEN = Pattern.compile(".*[/%].*|.*\\bPER\\b.*");
    /// The mass of a millimole of creatinine in mg.
    private static final String CREATININE_MASS = "113.12";
    private static final String DAYS_A_WEEK = "7";
    /// An atmosphere in mmHg and in kPa.
    private static final String MERCURY_OF_ATMOSPHERE = "760";
    private static final String ATMOSPHERE = "101.325";
    private static final Map<String, MeasurementUnit> KNOWN = Stream.of(
            known(Quantity.CELLS, "1", "1", "/UL", "/MM3", "10^6/L", "10E6/L", "1E6/L", "MI/L"),
            known(Quantity.CELLS, "1000", "1", "10^9/L", "10E9/L", "1E9/L", "GI/L", "/NL", "10^3/UL", "10E3/UL", "1E3/UL", "K/UL",
                    "THOU/UL", "TSD/UL", "10^6/ML", "10^3/MM3", "10E3/MM3", "K/MM3", "THOU/MM3"),
            known(Quantity.PROTEIN_TO_CREATININE, "1", "1", "G/G", "MG/MG", "GM/GM"),
            known(Quantity.PROTEIN_TO_CREATININE, "0.001", "1", "MG/G", "MG/GM", "UG/MG"),
            known(Quantity.PROTEIN_TO_CREATININE, "1", CREATININE_MASS, "MG/MMOL", "G/MOL"),
            known(Quantity.PROTEIN_TO_CREATININE, "1000", CREATININE_MASS, "G/MMOL"),
            known(Quantity.CONCENTRATION, "1", "1", "G/L", "GM/L", "MG/ML"),
            known(Quantity.CONCENTRATION, "10", "1", "G/DL", "GM/DL", "G/100ML"),
            known(Quantity.CONCENTRATION, "0.01", "1", "MG/DL"),
            known(Quantity.CONCENTRATION, "0.001", "1", "MG/L", "UG/ML"),
            known(Quantity.DAILY_DOSE, "1", "1", "MG", "MG/DAY", "MG/D", "MG/24H", "MG/24HR", "MG/24HOURS", "MGDAILY", "MGPERDAY",
                    "MGQD"),
            known(Quantity.DAILY_DOSE, "1000", "1", "G/DAY", "G/D"),
            known(Quantity.DAILY_DOSE, "0.001", "1", "UG/DAY", "UG/D"),
            known(Quantity.DAILY_DOSE, "1", DAYS_A_WEEK, "MG/WEEK", "MG/WK", "MG/W", "MGWEEKLY", "MGPERWEEK"),
            known(Quantity.DOSE_BY_WEIGHT, "1", "1", "MG/KG", "MG/KG/DAY", "MG/KG/D"),
            known(Quantity.INTERVAL, "1", "1", "MS", "MSEC", "MSECS", "MSEC.", "MILLISECOND", "MILLISECONDS"),
            known(Quantity.INTERVAL, "1000", "1", "S", "SEC", "SECS", "SEC.", "SECOND", "SECONDS"),
            known(Quantity.PRESSURE, "1", "1", "MMHG", "MM[HG]", "TORR", "MILLIMETEROFMERCURY", "MILLIMETRESOFMERCURY"),
            known(Quantity.PRESSURE, "10", "1", "CMHG"),
            known(Quantity.PRESSURE, MERCURY_OF_ATMOSPHERE, ATMOSPHERE, "KPA", "KILOPASCAL"),
            known(Quantity.RATE, "1", "1", "BEATS/MIN", "BEAT/MIN", "BEATS/MINUTE", "BEATSPERMINUTE", "BPM", "B/MIN", "/MIN",
                    "1/MIN", "PERMIN", "MIN-1", "PULSE/MIN", "HR/MIN"))
            .flatMap(Function.identity()).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /// Quantities whose units have spellings that are no other unit's.
    private static final Set<Quantity> SPELLED = EnumSet.of(Quantity.CELLS, Quantity.PROTEIN_TO_CREATININE, Quantity.INTERVAL,
            Quantity.PRESSURE, Quantity.RATE);

    private static Stream<Map.Entry<String, MeasurementUnit>> known(Quantity quantity, String times, String parts,
            String... spellings) {
        MeasurementUnit unit = new MeasurementUnit(quantity, new BigDecimal(times), new BigDecimal(parts));
        return Stream.of(spellings).map(spelling -> Map.entry(spelling, unit));
    }

    /// The unit that a text is; empty where it is none that is known.
    public static Optional<MeasurementUnit> of(String written) {
        String plain = plain(written);
        return Optional.ofNullable(KNOWN.getOrDefault(plain, KNOWN.get(CREATININE.matcher(plain).replaceFirst(""))));
    }

    /// What stands in brackets at the end of a label, or a unit that is known behind a comma there, which is the unit of the
    /// values; empty for nothing.
    public static String ofLabel(String label) {
        Matcher matcher = LABELLED.matcher(label);
        if (!matcher.find()) {
            return "";
        }
        String inBrackets = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return inBrackets != null ? inBrackets : Optional.of(matcher.group(3)).filter(unit -> of(unit).isPresent()).orElse("");
    }

    /// Whether a text, as what stands in the brackets of a label, is some unit by its look or because it is known.
    public static boolean isOne(String written) {
        return WRITTEN.matcher(written.toUpperCase(Locale.ROOT)).matches() || of(written).isPresent();
    }

    /// What is the same for all spellings of a unit: `10⁹/L`, `10*9/L` and `GI/L` are one. Of units that are not known letter
    /// case, blanks and the ways to write a power make no difference.
    public static String key(String written) {
        return of(written).filter(unit -> SPELLED.contains(unit.quantity))
                .map(unit -> unit.quantity + " " + unit.times + "/" + unit.parts)
                .orElseGet(() -> plain(written));
    }

    /// A unit in one spelling: `10⁹/L`, `×10^9 / l`, UCUM's `10*9/L` and `10*9{cells}/L`, SAS's `10**9/L` are `10^9/L`; `K/mcL`
    /// is `K/UL`; cells are counted whether it is said or not; words ("billion per litre", "giga/L") and powers that lost
    /// their mark (`10(9)/L`, `10~9/L`, `10 9/L`) are the same.
    public static String plain(String unit) {
        String capitals = ANNOTATION.matcher(unit).replaceAll("").replaceAll("(?U)[\\s\u00a0]", "").replace('µ', 'u')
                .replace('μ', 'u').toUpperCase(Locale.ROOT);
        String powers = SUPERSCRIPT.matcher(capitals).replaceAll(match -> match.group().chars()
                .mapToObj(c -> Integer.toString(SUPERSCRIPTS.indexOf(c)))
                .collect(Collectors.joining("", "^", "")));
        String worded = LITRES.matcher(powers.replace("MICROLIT", "ULIT")).replaceAll("L");
        String plain = PER.matcher(worded).replaceAll("/").replace("**", "^").replace("*", "^").replace("~", "^")
                .replaceFirst("^[X×](?=10)", "")
                .replace("CUMM", "MM3").replace("MM^3", "MM3").replace("MCL", "UL").replace("MCG", "UG").replace("CELLS", "")
                .replace("CELL", "").replace("THOUSAND", "THOU").replace("10E+", "10E")
                .replaceFirst("^(?:GIGA|GPT)/L$", "GI/L").replaceFirst("^BILLIONS?/", "10^9/")
                .replaceFirst("^1000/", "10^3/");
        return LOST_POWER.matcher(plain).replaceFirst("10^$1");
    }

    /// How many of this unit a number of another unit of the same quantity is.
    public BigDecimal from(BigDecimal number, MeasurementUnit other) {
        BigDecimal dividend = number.multiply(other.times).multiply(parts);
        BigDecimal quotient = dividend.divide(other.parts.multiply(times), MathContext.DECIMAL64).stripTrailingZeros();
        return quotient.scale() < 0 ? quotient.setScale(0) : quotient;
    }
}

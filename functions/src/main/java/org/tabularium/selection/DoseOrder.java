package org.tabularium.selection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The order of dose levels by what their names say, never by the alphabet: amounts with their units (`500 µg` before `1 mg`,
/// `KN5501 5*10^7` before `KN5501 1*10^8`, `DL2 (3e6)`), else numbers in front, else the number of the level (`Dose level 2`,
/// `DL-1`, `Cohort IV`), else low, medium and high.
///
/// Amounts are compared where all that have one have it of the same kind: mass with mass, cells with cells, by kilogram with by
/// kilogram, once a day with once a day. A combination has several amounts.
public final class DoseOrder {

    private static final String LEADING = "leading ";
    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?)";
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\p{L}\\d.,_^])"
            + "(?:10\\s*\\^\\s*(\\d{1,2})|" + NUMBER
            + "(?:\\s*[*x×·⋅]\\s*10\\s*[\\^e]?\\s*\\+?(\\d{1,2})|e\\+?(\\d{1,2}))?)(?![\\d^])"
            + "\\s*(million|mio|billion|thousand)?"
            + "\\s*(ng|µg|ug|mcg|mg|g|kg|µl|ul|ml|l|k?iu|miu|u|%|gy|cgy|kbq|mbq|gbq|mci|nmol|µmol|umol|mmol|mol|vg|pfu|cfu)?(?!\\p{L})"
            + "((?:[^\\d/,;:()+]{0,24}?(?:/|\\bper\\b)\\s*(?:kg|m2|m\\^2|day|d|dose|ml|l|week|wk)\\b)*)");
    private static final Pattern SCHEDULE = Pattern
            .compile("\\b(qd|od|bid|bd|tid|qid|qod|qw|q\\d+[dhw]|daily|weekly|monthly|(?:once|twice)[ a-z]{0,12})\\b");
    private static final Pattern LEVEL = Pattern.compile("\\b(?:dose\\s*level|dose|dl|level|lvl|cohort)\\s*([-−–])?\\s*(\\d+)");
    private static final Pattern ROMAN = Pattern
            .compile("\\b(?:dose\\s*level|dose|dl|level|lvl|cohort)\\s*[-−–]?\\s*([ivx]+)\\b");
    private static final List<String> ROMANS = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
            "xiii", "xiv", "xv");
    private static final Pattern WORD = Pattern
            .compile("\\b(?:(low)(?:est)?|(medium|mid|middle|intermediate)|(high)(?:est)?)\\b");
    private static final Pattern DIGITS = Pattern.compile("[\\d.,]+");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern SUPERSCRIPT = Pattern.compile("[" + SUPERSCRIPTS + "]+");
    private static final Map<String, Integer> POWER = Map.ofEntries(
            Map.entry("ng", -9), Map.entry("µg", -6), Map.entry("ug", -6), Map.entry("mcg", -6), Map.entry("mg", -3),
            Map.entry("g", 0), Map.entry("kg", 3), Map.entry("µl", -6), Map.entry("ul", -6), Map.entry("ml", -3),
            Map.entry("l", 0),
            Map.entry("u", 0), Map.entry("iu", 0), Map.entry("kiu", 3), Map.entry("miu", 6), Map.entry("cgy", -2),
            Map.entry("gy", 0),
            Map.entry("kbq", 3), Map.entry("mbq", 6), Map.entry("gbq", 9), Map.entry("nmol", -9), Map.entry("µmol", -6),
            Map.entry("umol", -6), Map.entry("mmol", -3), Map.entry("mol", 0), Map.entry("thousand", 3), Map.entry("million", 6),
            Map.entry("mio", 6), Map.entry("billion", 9));

    private final Map<String, Dose> doses;
    private final boolean known;

    /// What a name says of the dose.
    ///
    /// @param kind amounts of the same kind can be compared
    /// @param before the words in front of the first amount, without numbers
    /// @param amounts in base units; several of a combination
    private record Dose(String kind, String before, List<Double> amounts) {}

    private DoseOrder(Map<String, Dose> doses, boolean known) {
        this.doses = doses;
        this.known = known;
    }

    /// The order of some levels.
    public static DoseOrder of(List<String> levels) {
        List<Function<String, Dose>> readings = List.of(
                DoseOrder::amounts, DoseOrder::leading, level -> number(level, hyphens(levels)), romans(levels), DoseOrder::word);
        boolean mixed = false;
        for (Function<String, Dose> reading : readings) {
            Map<String, Dose> doses = new HashMap<>();
            levels.forEach(level -> doses.put(level, reading.apply(plain(level))));
            doses.values().removeIf(dose -> dose.amounts.isEmpty());
            Set<String> kinds = doses.values().stream().map(Dose::kind).collect(Collectors.toSet());
            boolean comparable = kinds.size() == 1 && doses.size() > 1
                    && !(mixed && kinds.stream().allMatch(kind -> kind.startsWith(LEADING)));
            mixed |= kinds.size() > 1;
            if (comparable) {
                return new DoseOrder(doses, isTotal(doses.values().stream().toList()));
            }
        }
        return new DoseOrder(Map.of(), false);
    }

    /// Whether the names tell which of any two levels with a dose is the higher one: no two are of the same amount, and of a
    /// combination no amount falls while another rises.
    public boolean isKnown() {
        return known;
    }

    /// Whether the level's name says its dose in the way in which those of the others do; a placebo's does not.
    public boolean hasDose(String level) {
        return doses.containsKey(level);
    }

    /// From the lowest dose to the highest; levels without a dose come first, all of them equal.
    public Comparator<String> byDose() {
        return Comparator.comparing((String level) -> amountsOf(level), DoseOrder::compare);
    }

    /// As columns stand: levels without a dose first, then those of each product, from the lowest dose to the highest.
    Comparator<String> byProductAndDose() {
        return Comparator.comparing((String level) -> hasDose(level))
                .thenComparing(level -> doses.containsKey(level) ? doses.get(level).before : "")
                .thenComparing(byDose());
    }

    private List<Double> amountsOf(String level) {
        Dose dose = doses.get(level);
        return dose == null ? List.of() : dose.amounts;
    }

    private static boolean isTotal(List<Dose> doses) {
        List<Dose> sorted = new ArrayList<>(doses);
        sorted.sort(Comparator.comparing(Dose::amounts, DoseOrder::compare));
        for (int i = 1; i < sorted.size(); i++) {
            List<Double> lower = sorted.get(i - 1).amounts;
            List<Double> higher = sorted.get(i).amounts;
            boolean rises = lower.size() == higher.size() && !lower.equals(higher);
            for (int part = 0; part < lower.size() && rises; part++) {
                rises = lower.get(part) <= higher.get(part);
            }
            if (!rises) {
                return false;
            }
        }
        return true;
    }

    private static int compare(List<Double> one, List<Double> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Double.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /// Numbers with a unit or a power of ten, wherever they stand.
    private static Dose amounts(String level) {
        Matcher matcher = AMOUNT.matcher(level);
        List<Double> amounts = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        String before = "";
        while (matcher.find()) {
            String kind = kind(matcher);
            if (!kind.isEmpty()) {
                before = amounts.isEmpty() ? level.substring(0, matcher.start()) : before;
                amounts.add(amount(matcher));
                kinds.add(kind);
            }
        }
        return new Dose(kinds + schedule(level), DIGITS.matcher(before).replaceAll(""), amounts);
    }

    /// The number that the name begins with.
    private static Dose leading(String level) {
        Matcher matcher = AMOUNT.matcher(level);
        boolean leads = matcher.lookingAt();
        return new Dose(LEADING + schedule(level), "", leads ? List.of(amount(matcher)) : List.of());
    }

    /// What can be compared: the unit's base and what it is by; empty for a number without any.
    private static String kind(Matcher matcher) {
        boolean power = matcher.group(1) != null || matcher.group(3) != null || matcher.group(4) != null
                || matcher.group(5) != null;
        String unit = matcher.group(6) == null ? "" : matcher.group(6);
        if (unit.isEmpty() && !power) {
            return "";
        }
        String base = switch (unit) {
            case "ng", "µg", "ug", "mcg", "mg", "g", "kg" -> "g";
            case "µl", "ul", "ml", "l" -> "l";
            case "", "vg", "pfu", "cfu" -> "number";
            case "u", "iu", "kiu", "miu" -> "iu";
            case "cgy", "gy" -> "gy";
            case "kbq", "mbq", "gbq" -> "bq";
            case "nmol", "µmol", "umol", "mmol", "mol" -> "mol";
            default -> unit;
        };
        String by = matcher.group(7).replaceAll(".*?(?:/|\\bper\\b)\\s*", "/").replace("^", "").strip();
        return base + by;
    }

    private static double amount(Matcher matcher) {
        String digits = matcher.group(2) == null ? "1" : matcher.group(2);
        boolean thousands = digits.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
        int exponent = 0;
        for (int group : new int[]{1, 3, 4}) {
            exponent += matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
        }
        for (int group : new int[]{5, 6}) {
            exponent += matcher.group(group) == null ? 0 : POWER.getOrDefault(matcher.group(group), 0);
        }
        BigDecimal number = new BigDecimal(thousands ? digits.replace(",", "") : digits.replace(',', '.'));
        return number.scaleByPowerOfTen(exponent).doubleValue();
    }

    private static String schedule(String level) {
        Matcher matcher = SCHEDULE.matcher(level);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// What a hyphen in front of a level's number is.
    private enum Hyphen {
        SEPARATOR, MINUS, UNKNOWN
    }

    /// The number of a level; none where a hyphen may be a minus or not.
    private static Dose number(String level, Hyphen hyphen) {
        Matcher matcher = LEVEL.matcher(level);
        if (!matcher.find() || hyphen == Hyphen.UNKNOWN) {
            return new Dose("", "", List.of());
        }
        double number = Double.parseDouble(matcher.group(2));
        return new Dose("level", "", List.of(matcher.group(1) != null && hyphen == Hyphen.MINUS ? -number : number));
    }

    /// A hyphen separates where all have one (`DL-1`, `DL-2`). Where some have one it is a minus if it stands by itself before
    /// the
    /// number (`Level -1`), or if two levels were the same without it (`DL-1`, `DL1`), or if there is a level 0; else (`DL-1`,
    /// `DL2`)
    /// it cannot be told.
    private static Hyphen hyphens(List<String> levels) {
        List<Matcher> found = levels.stream().map(level -> LEVEL.matcher(plain(level))).filter(Matcher::find).toList();
        if (found.stream().allMatch(level -> level.group(1) != null)) {
            return Hyphen.SEPARATOR;
        }
        List<Double> numbers = found.stream().map(level -> Double.valueOf(level.group(2))).toList();
        boolean alone = found.stream()
                .filter(level -> level.group(1) != null)
                .allMatch(level -> level.group().matches(".*\\s[-−–]\\d+") || "−".equals(level.group(1)));
        return alone || Set.copyOf(numbers).size() < numbers.size() || numbers.contains(0.0) ? Hyphen.MINUS : Hyphen.UNKNOWN;
    }

    /// Levels with Roman numbers, where all are such and one is the first: Cohort C is no hundredth.
    private static Function<String, Dose> romans(List<String> levels) {
        boolean first = levels.stream().anyMatch(level -> roman(plain(level)) == 1);
        return level -> new Dose("level", "", first && roman(level) > 0 ? List.of((double) roman(level)) : List.of());
    }

    /// The Roman number of a level; 0 for none.
    private static int roman(String level) {
        Matcher matcher = ROMAN.matcher(level);
        return matcher.find() ? ROMANS.indexOf(matcher.group(1)) + 1 : 0;
    }

    private static Dose word(String level) {
        Matcher matcher = WORD.matcher(level);
        if (!matcher.find()) {
            return new Dose("", "", List.of());
        }
        double rank = matcher.group(1) != null ? 1 : 2;
        return new Dose("word", level.substring(0, matcher.start()), List.of(matcher.group(3) != null ? 3 : rank));
    }

    /// Small letters, powers written with a caret, one letter for micro.
    private static String plain(String level) {
        String caret = SUPERSCRIPT.matcher(level).replaceAll(match -> match.group().chars()
                .mapToObj(c -> Integer.toString(SUPERSCRIPTS.indexOf(c)))
                .collect(Collectors.joining("", "^", "")));
        return caret.strip().toLowerCase(Locale.ROOT).replace('μ', 'µ').replace("microgram", "µg ").replace("milligram", "mg ");
    }
}

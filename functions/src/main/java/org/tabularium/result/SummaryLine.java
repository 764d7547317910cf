package org.tabularium.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.result.CellResults.Form;
import org.tabularium.study.ValueText;

/// One row of statistics of a continuous variable: a statistic by itself, or several in one cell.
public sealed interface SummaryLine permits Statistic, SummaryLine.Several, SummaryLine.Percentile {

    Pattern PERCENTILE = Pattern.compile("p[0-9.]+");

    /// Every line there is but the percentiles, by its word.
    Map<String, SummaryLine> BY_WORD = all().collect(Collectors.toUnmodifiableMap(SummaryLine::word, line -> line));

    /// Several statistics in one cell.
    @SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
    enum Several implements SummaryLine {
        MEAN_SD(Form.MEAN_SD, Statistic.MEAN, Statistic.SD),
        /// `32, 40`
        Q1_Q3(Form.PAIR, Statistic.Q1, Statistic.Q3), MIN_MAX(Form.PAIR, Statistic.MIN, Statistic.MAX),
        /// `37·5 (32·0–39·8)` beside the variable's own label.
        MEDIAN_Q1_Q3(Form.CENTRE_RANGE, Statistic.MEDIAN, Statistic.Q1, Statistic.Q3),
        /// `6.4 (3.1–13.1)` beside the variable's own label.
        MEDIAN_MIN_MAX(Form.CENTRE_RANGE, Statistic.MEDIAN, Statistic.MIN, Statistic.MAX),
        GEOMETRIC_MEAN_CV(Form.MEAN_SD, Statistic.GEOMETRIC_MEAN, Statistic.GEOMETRIC_CV),
        /// `80.6 (61.2, 106.1)`
        GEOMETRIC_MEAN_CI(Form.ESTIMATE_INTERVAL, Statistic.GEOMETRIC_MEAN, Statistic.GEOMETRIC_LOWER, Statistic.GEOMETRIC_UPPER);

        private final Form form;
        private final List<Statistic> statistics;

        Several(Form form, Statistic... statistics) {
            this.form = form;
            this.statistics = List.of(statistics);
        }

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Form form() {
            return form;
        }

        @Override
        public List<Statistic> statistics() {
            return statistics;
        }
    }

    /// A quantile that is no quartile, `p10` in a shell.
    ///
    /// @param percent of the values that lie below it, above 0 and below 100
    record Percentile(double percent) implements SummaryLine {

        private static final String PREFIX = "p";

        /// The line of a word such as `p97.5`; a quartile is the line of its own.
        private static SummaryLine of(String word) {
            return switch (word) {
                case "p25" -> Statistic.Q1;
                case "p50" -> Statistic.MEDIAN;
                case "p75" -> Statistic.Q3;
                default -> new Percentile(Double.parseDouble(word.substring(PREFIX.length())));
            };
        }

        /// The share of the values, 0 to 1.
        public double p() {
            return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
        }

        /// What tells its results from those of other quantiles.
        public String level() {
            return "Percentile " + ValueText.number(percent);
        }

        @Override
        public String word() {
            return PREFIX + ValueText.number(percent);
        }

        @Override
        public Form form() {
            return Form.STATISTIC;
        }

        @Override
        public List<Statistic> statistics() {
            return List.of(Statistic.PERCENTILE);
        }
    }

    /// The word in a shell.
    String word();

    /// How the statistics make the cell.
    Form form();

    /// What the cell shows, in the order of its form.
    List<Statistic> statistics();

    /// Every line there is but the percentiles.
    static Stream<SummaryLine> all() {
        Stream<Statistic> single = Stream.of(Statistic.values())
                .filter(statistic -> statistic == Statistic.N || statistic.describesValues());
        return Stream.concat(single, Stream.of(Several.values()));
    }

    /// The line of a word that the schema of shells knows.
    ///
    /// @throws IllegalArgumentException for another word, which the schema should have refused
    static SummaryLine of(String word) {
        SummaryLine line = BY_WORD.get(word);
        if (line != null) {
            return line;
        }
        if (PERCENTILE.matcher(word).matches()) {
            return Percentile.of(word);
        }
        throw new IllegalArgumentException("no line of statistics: " + word);
    }
}

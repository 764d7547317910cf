package org.tabularium.validation.record;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.CtcaeDirection;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// What some records of a parameter have and others, which have a value too, have not, so that tables leave these out: the
/// change from baseline, the grade, the limit that low or high grades go by; and records with a value and no PARAMCD.
public final class PartlyFilled implements Rule {

    private static final int NAMED = 5;
    private static final List<String> LOWER = List.of("ANRLO", "A1LO");
    private static final List<String> UPPER = List.of("ANRHI", "A1HI");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withParameters(study)) {
            if (study.has(name, "AVAL")) {
                requested.ask(name, "PARAMCD", "AVAL");
                Stream.of("ATOXGR", "ANRLO", "ANRHI", "A1LO", "A1HI").filter(v -> study.has(name, v))
                        .forEach(v -> requested.ask(name, v));
            }
            if (study.has(name, "CHG") && study.has(name, "BASE")) {
                BdsRecords.ask(study, name, requested);
                requested.ask(name, "CHG", "BASE");
            }
        }
    }

    @Override
    public boolean looksAtEachRecord() {
        return true;
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> code = dataset.text("PARAMCD");
            Optional<Column> value = dataset.column("AVAL");
            if (code.isPresent() && value.isPresent()) {
                new Counting(data, dataset, code.get(), value.get(), findings).all();
            }
        }
    }

    /// What is counted in one dataset.
    private record Counting(StudyData data, ExaminedDataset dataset, TextColumn code, Column value, Consumer<Finding> findings) {

        void all() {
            parameters();
            grades();
            limits(LOWER, CtcaeDirection.LOW);
            limits(UPPER, CtcaeDirection.HIGH);
            changes();
        }

        private void parameters() {
            int blank = among(code.missing(), valued()).cardinality();
            if (blank > 0) {
                findings.accept(dataset.in(Finding
                        .warning("PARAMETER_BLANK",
                                String.format(Locale.ROOT, "is blank in rows with a value (%,d), which are in no "
                                        + "table by parameter", blank))
                        .of(dataset.named("PARAMCD")).remedy("fill in the parameter, or leave the rows out")));
            }
        }

        private void grades() {
            dataset.column("ATOXGR").ifPresent(grade -> {
                BitSet blank = grade.missing();
                tell("ATOXGR", among(blank, valued()), () -> without(valued(), blank),
                        "a blank grade counts as missing, never as grade 0", "write 0 where there is no toxicity");
            });
        }

        private void limits(List<String> names, CtcaeDirection graded) {
            List<Column> limits = names.stream().flatMap(name -> dataset.column(name).stream()).toList();
            boolean delivered = dataset.column("ATOXGR").filter(grade -> grade.missing().cardinality() < dataset.rows())
                    .isPresent();
            if (limits.isEmpty() || delivered) {
                return;
            }
            boolean[] byThis = new boolean[code.dictionary().size()];
            for (int i = 0; i < byThis.length; i++) {
                byThis[i] = CtcaeDirection.of(code.dictionary().get(i)).filter(d -> d == graded).isPresent();
            }
            BitSet should = among(code.rows(byThis), valued());
            BitSet blank = (BitSet) should.clone();
            limits.forEach(limit -> blank.and(limit.missing()));
            tell(names.getFirst(), blank, () -> without(should, blank),
                    "grades 0 and 1 cannot be told without it, so shares of those graded are too high for the other grades",
                    "give each record its limits of normal");
        }

        private void changes() {
            Column change = dataset.column("CHG").orElse(null);
            Column base = dataset.column("BASE").orElse(null);
            if (change == null || base == null) {
                return;
            }
            BitSet unchanged = change.missing();
            BitSet blank = among(unchanged, valued());
            blank.andNot(code.missing());
            if (blank.isEmpty()) {
                return;
            }
            BdsRecords known = data.dataset(dataset.name()).map(of -> BdsRecords.of(data, of)).orElseThrow();
            BitSet baseless = base.missing();
            tell("CHG", withBaseline(known.countedAfterBaseline(blank), baseless, known),
                    () -> withBaseline(known.countedAfterBaseline(without(valued(), unchanged)), baseless, known),
                    "the table of changes leaves them out although AVAL and the baseline are there",
                    "derive CHG for every record");
        }

        /// Those of some rows that have BASE, or whose subject and parameter have a baseline record that has a value, where no
        /// type of baseline tells several apart.
        private BitSet withBaseline(BitSet rows, BitSet baseless, BdsRecords known) {
            BitSet found = without(rows, baseless);
            BitSet others = among(rows, baseless);
            if (others.isEmpty() || dataset.column("BASETYPE").isPresent()) {
                return found;
            }
            SeriesSet series = new SeriesSet(data.subjectCount(), code.dictionary().size(), dataset.rows());
            for (int row = known.nextBaseline(0); row >= 0; row = known.nextBaseline(row + 1)) {
                int subject = dataset.subjects().of(row);
                if (!value.isMissing(row) && subject >= 0) {
                    series.add(subject, code.code(row));
                }
            }
            for (int row = others.nextSetBit(0); row >= 0; row = others.nextSetBit(row + 1)) {
                if (series.contains(dataset.subjects().of(row), code.code(row))) {
                    found.set(row);
                }
            }
            return found;
        }

        private BitSet valued() {
            BitSet valued = value.missing();
            valued.flip(0, dataset.rows());
            return valued;
        }

        private static BitSet among(BitSet rows, BitSet others) {
            BitSet among = (BitSet) rows.clone();
            among.and(others);
            return among;
        }

        private static BitSet without(BitSet rows, BitSet others) {
            BitSet without = (BitSet) rows.clone();
            without.andNot(others);
            return without;
        }

        /// How many of some rows each parameter has.
        private int[] numbers(BitSet rows) {
            int[] found = new int[code.dictionary().size()];
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                found[code.code(row)]++;
            }
            return found;
        }

        /// Tells of the parameters some of whose records have it and some have not.
        ///
        /// @param blank the rows that should have it and have not
        /// @param filled those that should have it and have
        private void tell(String variable, BitSet blank, Supplier<BitSet> filled, String effect, String remedy) {
            if (blank.isEmpty()) {
                return;
            }
            int[] without = numbers(blank);
            int[] with = numbers(filled.get());
            Map<String, int[]> partly = new TreeMap<>();
            for (int i = 0; i < with.length; i++) {
                if (with[i] > 0 && without[i] > 0 && !code.dictionary().get(i).isBlank()) {
                    partly.put(code.dictionary().get(i).strip(), new int[]{without[i], with[i] + without[i]});
                }
            }
            if (!partly.isEmpty()) {
                String named = partly.entrySet().stream().limit(NAMED)
                        .map(one -> String.format(Locale.ROOT, "%,d of %,d records of %s", one.getValue()[0], one.getValue()[1],
                                one.getKey()))
                        .collect(Collectors.joining(", "));
                int more = partly.size() - NAMED;
                findings.accept(dataset.in(Finding
                        .warning("PARTLY_BLANK", "is blank in " + named + (more > 0 ? " and of " + more + " more parameters" : "")
                                + ", of those with a value; " + effect)
                        .of(dataset.named(variable)).remedy(remedy)));
            }
        }
    }
}

package org.tabularium.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.WrittenDataset.Kind;
import org.tabularium.dataset.WrittenDataset;

/// The datasets of parameters of a random study: scores and their components, responses, laboratory values, times to an event,
/// doses.
final class ParametersDrawing {

    private static final List<String> VISITS = List.of("Baseline", "Week 4", "Week 12", "Week 24");
    private static final int ITEMS = 24;
    private static final int SYSTEMS = 9;

    /// With fewer subjects than these a study may have items: 24 a visit.
    private static final int FEW = 8;

    private final SplittableRandom random;
    private final int subjects;
    private final List<LocalDate> first;

    /// @param first the day of each subject's first treatment
    ParametersDrawing(SplittableRandom random, List<LocalDate> first) {
        this.random = random;
        this.subjects = first.size();
        this.first = first;
    }

    /// A record: of a subject, of a parameter, at a visit.
    private record At(int subject, String parameter, int visit) {}

    /// Each parameter at each visit once a subject, some of them left out.
    private List<At> records(List<String> parameters, int firstVisit) {
        List<At> records = new ArrayList<>();
        int share = random.nextInt(20, 101);
        for (String parameter : parameters) {
            for (int subject = 0; subject < subjects; subject++) {
                for (int visit = firstVisit; visit < VISITS.size(); visit++) {
                    if (random.nextInt(100) < share) {
                        records.add(new At(subject, parameter, visit));
                    }
                }
            }
        }
        return records;
    }

    private ColumnsDrawing columns(List<At> records) {
        return new ColumnsDrawing(random)
                .always("USUBJID", Kind.TEXT, row -> StudyDrawing.id(records.get(row).subject()))
                .always("PARAMCD", Kind.TEXT, row -> records.get(row).parameter())
                .always("PARAM", Kind.TEXT, row -> records.get(row).parameter() + " (unit)")
                .always("AVISIT", Kind.TEXT, row -> VISITS.get(records.get(row).visit()))
                .always("AVISITN", Kind.NUMBER, row -> (double) records.get(row).visit())
                .perhaps("ADT", Kind.DATE, row -> first.get(records.get(row).subject()).plusDays(40L * records.get(row).visit()))
                .perhaps("ABLFL", Kind.TEXT, row -> records.get(row).visit() == 0 ? "Y" : "");
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    /// Scores, and in some studies the components that endpoints are derived from: SLEDAI-2K by item, BILAG-2004 by system.
    WrittenDataset scores() {
        List<String> parameters = new ArrayList<>(List.of("SLEDAI2K", "PGA", "PREDDOSE"));
        if (subjects < FEW && random.nextBoolean()) {
            IntStream.rangeClosed(1, ITEMS).forEach(i -> parameters.add(String.format(Locale.ROOT, "SL2K%02d", i)));
            parameters.remove("SLEDAI2K");
        }
        if (random.nextBoolean()) {
            IntStream.rangeClosed(1, SYSTEMS).forEach(i -> parameters.add("BILAG" + i));
        }
        List<At> records = records(parameters, 0);
        return columns(records)
                .always("AVAL", Kind.NUMBER, row -> score(records.get(row).parameter()))
                .always("AVALC", Kind.TEXT,
                        row -> records.get(row).parameter().startsWith("BILAG") ? pick("A", "B", "C", "D", "E") : null)
                .perhaps("ANL01FL", Kind.TEXT, row -> "Y")
                .rows("ADQS", records.size());
    }

    private @Nullable Double score(String parameter) {
        if (parameter.startsWith("SL2K")) {
            return random.nextInt(4) == 0 ? 1.0 : 0.0;
        }
        if (parameter.startsWith("BILAG") || random.nextInt(12) == 0) {
            return null;
        }
        return parameter.equals("PGA") ? random.nextInt(0, 31) / 10.0 : (double) random.nextInt(0, 30);
    }

    WrittenDataset responses() {
        List<At> records = records(List.of("SRI4", "LLDAS"), 1);
        return columns(records).always("AVALC", Kind.TEXT, row -> pick("Y", "N", "N", "")).rows("ADEFF", records.size());
    }

    /// Laboratory values with or without limits of normal, graded or not.
    WrittenDataset laboratory() {
        List<At> records = records(List.of("NEUT", "PLAT", "CREAT", "CD19", "UPCR"), 0);
        return columns(records)
                .always("AVAL", Kind.NUMBER, row -> random.nextInt(15) == 0 ? null : random.nextInt(0, 800) / 100.0)
                .perhaps("ANRLO", Kind.NUMBER, row -> 1.5)
                .perhaps("ANRHI", Kind.NUMBER, row -> 5.0)
                .perhaps("ATOXGR", Kind.TEXT, row -> pick("0", "1", "2", "3", "4", ""))
                .perhaps("BTOXGR", Kind.TEXT, row -> List.of("0", "1", "").get(records.get(row).subject() % 3))
                .perhaps("ANRIND", Kind.TEXT, row -> pick("LOW", "NORMAL", "HIGH"))
                .perhaps("BNRIND", Kind.TEXT, row -> List.of("LOW", "NORMAL").get(records.get(row).subject() % 2))
                .perhaps("ADY", Kind.NUMBER, row -> 40.0 * records.get(row).visit() + 1)
                .rows("ADLB", records.size());
    }

    WrittenDataset times() {
        boolean noEvent = random.nextInt(4) == 0;
        return new ColumnsDrawing(random)
                .always("USUBJID", Kind.TEXT, StudyDrawing::id)
                .always("PARAMCD", Kind.TEXT, row -> "TTREL")
                .always("PARAM", Kind.TEXT, row -> "Time to Relapse (Weeks)")
                .always("AVAL", Kind.NUMBER, row -> (double) random.nextInt(0, 40))
                .always("CNSR", Kind.NUMBER, row -> noEvent ? 1.0 : (double) random.nextInt(2))
                .rows("ADTTE", subjects);
    }

    WrittenDataset doses() {
        List<String> codes = List.of("DOSE", "NINF", "DELAY");
        return new ColumnsDrawing(random)
                .always("USUBJID", Kind.TEXT, row -> StudyDrawing.id(row / codes.size()))
                .always("PARAMCD", Kind.TEXT, row -> codes.get(row % codes.size()))
                .always("PARAM", Kind.TEXT, row -> codes.get(row % codes.size()) + " of cells")
                .always("AVAL", Kind.NUMBER,
                        row -> row % 3 == 2 || random.nextInt(8) == 0 ? null : random.nextInt(1, 40) / 10.0)
                .always("AVALC", Kind.TEXT, row -> row % 3 == 2 ? pick("LATE", "ON TIME") : null)
                .rows("ADEX", subjects * codes.size());
    }
}

package org.tabularium.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tabularium.manuscript.PlantedError.Kind;
import org.tabularium.manuscript.PlantedError.Span;
import org.tabularium.run.BrokenRunException;

/// Result paragraphs with one planted error each: how many are found.
class PlantedErrorsTest {

    private static final List<Kind> KINDS = List.of(Kind.values());

    private static final List<String> STUDIES = List.of("sa-or088", "sa-po0659", "lancet-2025");
    private static final int COPIES = 60;
    private static final List<String> OTHERS = List.of("kn5501", "kn5601-iit", "ran-101", "kn5501-again", "ran-101-again",
            "sa-or088-again", "sa-po0659-again", "lancet-2025-again");
    private static final Map<String, Proofreading> MADE = new ConcurrentHashMap<>();

    /// What was found in copies of some texts.
    ///
    /// @param found copies whose planted number is contradicted
    /// @param doubted copies whose planted number is no longer confirmed
    /// @param false_ numbers contradicted elsewhere
    record Tally(int copies, int found, int doubted, int false_, List<String> missed) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "%d copies: %d contradicted, %d no longer confirmed, %d contradicted elsewhere%n%s", copies, found,
                    doubted,
                    false_, String.join(System.lineSeparator(), missed));
        }
    }

    /// Our own sentences with the numbers of the studies.
    @Test
    void plantedErrorsAreFoundInSentencesOfOurs() throws IOException {
        hold(STUDIES, ofOurs(STUDIES));
    }

    /// Sentences of ours on studies with several arms, a comparison of two, doses and diseases.
    @Test
    void plantedErrorsAreFoundInTextsOnOtherStudies() throws IOException {
        List<String> studies = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        List<String> texts = ofOurs(OTHERS);
        for (int i = 0; i < texts.size(); i++) {
            for (String paragraph : texts.get(i).split("\\n\\n", -1)) {
                studies.add(OTHERS.get(i));
                paragraphs.add(paragraph);
            }
        }
        hold(studies, paragraphs);
    }

    private static List<String> ofOurs(List<String> studies) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String study : studies) {
            try (InputStream file = PlantedErrorsTest.class.getResourceAsStream(study + ".md")) {
                texts.add(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /// The paragraphs as they were printed, which are no part of the project.
    @Test
    void plantedErrorsAreFoundInThePublishedParagraphs() throws IOException {
        Path seeds = Path.of(System.getProperty("tabularium.reference", "../shared/reference")).resolveSibling("seeds");
        Assumptions.assumeTrue(Files.isDirectory(seeds), () -> "the published paragraphs are absent: " + seeds);
        hold(STUDIES, List.of(paragraph(seeds, "000_", "Results"), paragraph(seeds, "001_", "Results"),
                paragraph(seeds, "004_", "Findings")));
    }

    private static String paragraph(Path seeds, String file, String heading) throws IOException {
        try (Stream<Path> files = Files.list(seeds)) {
            Path one = files.filter(f -> f.getFileName().toString().startsWith(file)).findFirst().orElseThrow();
            String text = Files.readString(one);
            int start = text.indexOf("\n" + heading + "\n\n") + heading.length() + 3;
            return text.substring(start, text.indexOf("\n\n", start));
        }
    }

    private static void hold(List<String> studies, List<String> texts) throws IOException {
        int all = 0;
        int confirmed = 0;
        for (int i = 0; i < texts.size(); i++) {
            List<CheckedNumber> numbers = check(studies.get(i), texts.get(i));
            all += numbers.size();
            confirmed += (int) numbers.stream().filter(n -> n.verdict() == Verdict.CONFIRMED).count();
            assertThat(numbers.stream().filter(n -> n.verdict() == Verdict.CONTRADICTED)).as(texts.get(i)).isEmpty();
        }
        assertThat(confirmed).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * all));
        Tally tally = tally(studies, texts, 20261129L);
        assertThat(tally.found()).as(tally.toString()).isGreaterThanOrEqualTo(50);
        assertThat(tally.doubted()).as(tally.toString()).isGreaterThanOrEqualTo(57);
        assertThat(tally.false_()).as(tally.toString()).isLessThanOrEqualTo(COPIES / 10);
    }

    private static List<CheckedNumber> check(String study, String text) throws IOException {
        try {
            Proofreading proofreading = MADE.get(study);
            if (proofreading == null) {
                proofreading = Proofreading.against(MadeRun.of(study.replace("-again", "")));
                MADE.put(study, proofreading);
            }
            return proofreading.check(Manuscript.ofText(text));
        } catch (BrokenRunException e) {
            throw new AssertionError(e);
        }
    }

    static Tally tally(List<String> studies, List<String> texts, long seed) throws IOException {
        Random random = new Random(seed);
        List<List<Span>> sound = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            sound.add(check(studies.get(i), texts.get(i)).stream().filter(n -> n.verdict() == Verdict.CONFIRMED)
                    .map(n -> new Span(n.start(), n.end())).toList());
        }
        int copies = 0;
        int found = 0;
        int doubted = 0;
        int elsewhere = 0;
        List<String> missed = new ArrayList<>();
        for (int turn = 0; copies < COPIES; turn++) {
            Kind kind = KINDS.get(turn % KINDS.size());
            int study = random.nextInt(texts.size());
            PlantedError planted = PlantedError.plant(texts.get(study), kind, sound.get(study), random);
            if (planted == null) {
                continue;
            }
            copies++;
            List<CheckedNumber> numbers = check(studies.get(study), planted.text());
            List<CheckedNumber> there = numbers.stream().filter(n -> isThere(planted, n)).toList();
            boolean contradicted = there.stream().anyMatch(n -> n.verdict() == Verdict.CONTRADICTED);
            boolean confirmed = there.stream().allMatch(n -> n.verdict() == Verdict.CONFIRMED) && !there.isEmpty();
            List<CheckedNumber> others = numbers.stream()
                    .filter(n -> n.verdict() == Verdict.CONTRADICTED && !isThere(planted, n)).toList();
            found += contradicted ? 1 : 0;
            doubted += confirmed ? 0 : 1;
            elsewhere += others.size();
            if (!contradicted || confirmed || !others.isEmpty()) {
                missed.add(kind + (contradicted ? "" : " not contradicted") + (confirmed ? " CONFIRMED" : "") + " …"
                        + around(planted) + "…"
                        + others.stream().map(n -> " false: " + n.text() + " [" + n.around() + "]").toList());
            }
        }
        return new Tally(copies, found, doubted, elsewhere, missed);
    }

    private static boolean isThere(PlantedError planted, CheckedNumber number) {
        return planted.spans().stream().anyMatch(s -> s.touches(number.start(), number.end()));
    }

    private static String around(PlantedError planted) {
        int start = planted.spans().getFirst().start();
        int end = planted.spans().getLast().end();
        String text = planted.text();
        return text.substring(Math.max(0, start - 40), start) + "«" + text.substring(start, end) + "»"
                + text.substring(end, Math.min(text.length(), end + 40));
    }
}

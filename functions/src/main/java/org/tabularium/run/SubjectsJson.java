package org.tabularium.run;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.result.Behind;
import org.tabularium.result.HeldSet;
import org.tabularium.result.Behind.Records;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.store.Content;

/// `subjects.json`: who is behind each result of `results.json`.
///
/// Subjects stand in it once, in the order of ADSL; sets of them, and of the rows of a dataset, are [Ranges]. Each display names
/// the bytes of its records in `results.json` and, record by record, the entry of `behind` that it has: numerator, denominator,
/// dataset and rows. Rows are counted from 1, as in the file; behind a result are those of the numerator's subjects among them,
/// whom `datasets` names for each row.
public final class SubjectsJson {

    /// A record of which it is not said who is behind it.
    private static final int NOBODY_SAID = -1;
    private static final String PLACE = "\"" + JsonLines.PLACE + "\"";
    /// About as many bytes does a subject's identifier take.
    private static final int BYTES_A_SUBJECT = 20;
    /// Rows looked up at once.
    private static final int BLOCK = 2_048;

    private final StudyData data;
    private final Map<HeldSet, Integer> sets = new LinkedHashMap<>();
    private final Map<BitSet, Integer> subjectSets = new HashMap<>();
    private final Map<Entry, Integer> entries = new LinkedHashMap<>();
    private final IdentityHashMap<Behind, Integer> known = new IdentityHashMap<>();
    private final IdentityHashMap<Records, Integer> rows = new IdentityHashMap<>();
    private final TreeMap<String, Dataset> datasets = new TreeMap<>();
    private final IdentityHashMap<Dataset, Boolean> numberedAsRead = new IdentityHashMap<>();
    private final Map<String, OfDisplay> displays = new LinkedHashMap<>();

    /// What several results have in common.
    ///
    /// @param dataset of the rows; null for none
    private record Entry(int numerator, int denominator, @Nullable String dataset, int rows) {}

    /// The records of a display, which follow each other in `results.json`.
    private static final class OfDisplay {
        private final long offset;
        private long length;
        private final IntStream.Builder behind = IntStream.builder();

        OfDisplay(long offset) {
            this.offset = offset;
        }
    }

    private SubjectsJson(StudyData data) {
        this.data = data;
    }

    /// The file.
    ///
    /// @param results in the order in which they stand in `results.json`, those of a display together
    /// @param starts where in that file each of them begins, and where the last ends
    public static Content content(List<PublishedResult> results, int[] starts, StudyData data) {
        SubjectsJson json = new SubjectsJson(data);
        for (int i = 0; i < results.size(); i++) {
            PublishedResult result = results.get(i);
            OfDisplay display = json.displays.get(result.table());
            if (display == null) {
                display = new OfDisplay(starts[i]);
                json.displays.put(result.table(), display);
            }
            display.length = starts[i + 1] - display.offset;
            display.behind.add(json.behind(result.result().behind()));
        }
        return json.content();
    }

    /// The texts in the order in which [#write] leaves places for them.
    private Content content() {
        List<FramedContent.Text> texts = new ArrayList<>();
        datasets.forEach((name, dataset) -> texts.add(new TextOfRows(subjectsOfRows(name, dataset))));
        sets.keySet().forEach(set -> texts.add(new TextOfSet(set)));
        return JsonLines.content(this::write, texts, BYTES_A_SUBJECT * data.subjectCount());
    }

    /// The subjects of a dataset's rows.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record TextOfRows(byte[] bytes) implements FramedContent.Text {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open(ShortText room) {
            return new ByteArrayInputStream(bytes);
        }
    }

    /// A set, written when it is asked for.
    private record TextOfSet(HeldSet set) implements FramedContent.Text {
        @Override
        public long length() {
            return Ranges.length(set);
        }

        @Override
        public InputStream open(ShortText room) {
            return Ranges.write(set, room).stream();
        }
    }

    private int behind(@Nullable Behind behind) {
        if (behind == null) {
            return NOBODY_SAID;
        }
        return known.computeIfAbsent(behind, b -> {
            Records records = b.records();
            Entry entry = new Entry(subjects(b.numerator()), subjects(b.denominator()),
                    records == null ? null : records.dataset(), records == null ? NOBODY_SAID : rows(records));
            return entries.computeIfAbsent(entry, e -> entries.size());
        });
    }

    private int subjects(BitSet of) {
        return subjectSets.computeIfAbsent(of, s -> set(HeldSet.of(s)));
    }

    private int rows(Records records) {
        return rows.computeIfAbsent(records, r -> {
            Dataset dataset = datasets.computeIfAbsent(r.dataset(), name -> data.dataset(name).orElseThrow());
            if (isNumberedAsRead(dataset)) {
                return set((r.rows() instanceof HeldSet held ? held : HeldSet.of(r.rows().get())).plus(1));
            }
            return set(HeldSet.of(r.rows().get().stream().map(row -> Math.toIntExact(dataset.sourceRow(row))).toArray()));
        });
    }

    /// Whether row r of a dataset is counted as r + 1. So are those of a dataset in several files, each of which has a row 1.
    private boolean isNumberedAsRead(Dataset dataset) {
        return numberedAsRead.computeIfAbsent(dataset, d -> d.isWhole()
                || IntStream.range(1, d.rows()).anyMatch(row -> d.sourceRow(row) <= d.sourceRow(row - 1)));
    }

    private int set(HeldSet set) {
        return sets.computeIfAbsent(set, s -> sets.size());
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", 2);
        json.writeArrayFieldStart("subjects");
        Column ids = data.adsl().column("USUBJID").orElseThrow();
        for (int subject = 0; subject < data.subjectCount(); subject++) {
            json.writeString(ValueText.text(ids, subject));
        }
        json.writeEndArray();
        json.writeObjectFieldStart("datasets");
        for (String dataset : datasets.keySet()) {
            json.writeFieldName(dataset);
            json.writeRawValue(PLACE);
        }
        json.writeEndObject();
        json.writeArrayFieldStart("sets");
        for (int set = 0; set < sets.size(); set++) {
            json.writeRawValue(PLACE);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("behind");
        for (Entry entry : entries.keySet()) {
            write(json, entry);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("displays");
        for (Map.Entry<String, OfDisplay> display : displays.entrySet()) {
            json.writeObjectFieldStart(display.getKey());
            json.writeNumberField("offset", display.getValue().offset);
            json.writeNumberField("length", display.getValue().length);
            json.writeStringField("behind", Ranges.of(display.getValue().behind.build()));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartArray();
        json.writeNumber(entry.numerator);
        json.writeNumber(entry.denominator);
        if (entry.dataset != null) {
            json.writeString(entry.dataset);
            json.writeNumber(entry.rows);
        }
        json.writeEndArray();
    }

    /// For each row of the file its subject; below 0 for one that was not read or is of nobody.
    private byte[] subjectsOfRows(String name, Dataset dataset) {
        Ranges.Sequence subjects = new Ranges.Sequence();
        RowSubjects of = data.subjects(name);
        boolean asRead = isNumberedAsRead(dataset);
        int[] block = new int[BLOCK];
        long last = 0;
        for (int from = 0; from < dataset.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, dataset.rows() - from);
            of.fill(from, count, block);
            int i = 0;
            while (i < count) { // records of a subject often follow each other
                int first = i++;
                while (asRead && i < count && block[i] == block[first]) {
                    i++;
                }
                long number = asRead ? last + 1 : dataset.sourceRow(from + first);
                subjects.add(StudyData.UNKNOWN, Math.toIntExact(number - last - 1));
                subjects.add(block[first], i - first);
                last = number + i - first - 1;
            }
        }
        return subjects.text().bytes();
    }
}

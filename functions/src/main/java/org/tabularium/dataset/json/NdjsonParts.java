package org.tabularium.dataset.json;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabularium.store.Content;
import org.tabularium.store.MappedFile;

/// Cuts a large Dataset-NDJSON file on disk into parts that can be read side by side.
///
/// JSON has no line break within a text and a row no array as a cell, so that in a sound file every line that begins with a
/// bracket begins a row. What a part holds that is no whole rows shows when it is read; the first part has the metadata.
final class NdjsonParts {

    /// The least bytes of a part: below, nothing is won.
    static final long BYTES = 32L << 20;

    /// Parts for each processor, so that one that is busy otherwise at first takes fewer.
    private static final int A_PROCESSOR = 2;
    /// How far a line may reach that a part is to begin after.
    private static final long LONGEST_LINE = 1L << 20;

    private NdjsonParts() {}

    /// The parts in their order; none where the content is no file, small, or there is but one processor.
    ///
    /// @param least bytes of a part
    static List<MemorySegment> of(Content content, long least) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        long most = Math.min(processors > 1 ? (long) A_PROCESSOR * processors : 0, content.size() / least);
        Optional<MemorySegment> mapped = most > 1 ? MappedFile.of(content, 1) : Optional.empty();
        return mapped.map(file -> cut(file, most)).orElse(List.of());
    }

    private static List<MemorySegment> cut(MemorySegment file, long most) {
        List<MemorySegment> parts = new ArrayList<>();
        long begin = 0;
        for (long part = 1; part < most; part++) {
            long cut = lineOfRow(file, Math.max(begin, file.byteSize() * part / most));
            if (cut > begin) {
                parts.add(file.asSlice(begin, cut - begin));
                begin = cut;
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        parts.add(file.asSlice(begin));
        return parts;
    }

    /// Where the next line begins that begins with a bracket; 0 where none does soon.
    private static long lineOfRow(MemorySegment file, long from) {
        long end = Math.min(file.byteSize() - 1, from + LONGEST_LINE);
        for (long at = from; at < end; at++) {
            if (file.get(ValueLayout.JAVA_BYTE, at) == '\n' && file.get(ValueLayout.JAVA_BYTE, at + 1) == '[') {
                return at + 1;
            }
        }
        return 0;
    }
}

package org.tabularium.dataset.sas7bdat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.UnreadableDatasetException;

/// Gathers a file's description from its sections, which lie on the first pages and, where it was amended, on later ones: reads
/// pages until it is whole.
final class DescriptionReader {

    private final FileHeader header;
    private final Damage damage;
    private final List<byte[]> texts = new ArrayList<>();
    private final List<TextPlace> names = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private @Nullable RowSize rowSize;
    private long columns = -1;

    private DescriptionReader(FileHeader header, Damage damage) {
        this.header = header;
        this.damage = damage;
    }

    /// Reads the file's header and as many pages as its description needs.
    ///
    /// @param size bytes of the file
    static Description read(InputStream stream, long size, Damage damage) throws IOException, UnreadableDatasetException {
        FileHeader header = FileHeader.read(stream, size, damage);
        DescriptionReader reader = new DescriptionReader(header, damage);
        byte[] buffer = new byte[header.pageSize()];
        long pages = 0;
        while (pages < header.pages() && !reader.isWhole()) {
            if (stream.readNBytes(buffer, 0, buffer.length) < buffer.length) {
                throw new EOFException(damage.dataset() + " is shorter than its store says");
            }
            reader.accept(Page.of(new Region(buffer, 0, buffer.length, header.layout(), damage), ++pages));
        }
        return reader.description(pages);
    }

    /// The part of the description that the section is; empty where it is none.
    ///
    /// @param rowLength a section of that length, which a row may be, is looked at more closely; 0 where it is not known
    static Optional<Mark> mark(Page page, Section section, int rowLength) throws UnreadableDatasetException {
        if (section.status() != Section.PLAIN) {
            return Optional.empty();
        }
        Region region = page.region().part(section.at(), section.length());
        Optional<Mark> mark = Mark.of(region);
        return mark.isPresent() && section.length() == rowLength && section.mayBeRow() && !mark.get().fits(region)
                ? Optional.empty()
                : mark;
    }

    private void accept(Page page) throws UnreadableDatasetException {
        for (int i = 0; i < page.sections(); i++) {
            Section section = page.section(i);
            int rowLength = rowSize == null ? 0 : rowSize.length();
            Optional<Mark> mark = section.counts() ? mark(page, section, rowLength) : Optional.empty();
            if (mark.isPresent()) {
                accept(mark.get(), page.region().part(section.at(), section.length()));
            }
        }
    }

    private void accept(Mark mark, Region section) throws UnreadableDatasetException {
        int word = section.layout().word();
        // What follows the last name and the last place, and means nothing that is known.
        int tail = word + 4;
        switch (mark) {
            case ROW_SIZE -> {
                if (rowSize != null) {
                    throw damage.malformed("it says twice how long its rows are");
                }
                rowSize = RowSize.read(section);
            }
            case COLUMN_COUNT -> {
                if (columns >= 0) {
                    throw damage.malformed("it says twice how many variables it has");
                }
                columns = section.index(word, "the number of variables");
            }
            case TEXT -> texts.add(section.part(word, section.length() - word).bytes());
            case NAMES -> {
                for (int at = word + 8; at + 8 <= section.length() - tail; at += 8) {
                    names.add(TextPlace.read(section, at));
                }
            }
            case PLACES -> {
                int size = word + 8;
                for (int at = word + 8; at + size <= section.length() - tail; at += size) {
                    places.add(Place.read(section, at));
                }
            }
            case LABEL -> shown.add(Shown.read(section));
            case SECTION_COUNTS, LIST -> {
                // Says nothing that is not known without it.
            }
        }
    }

    private boolean isWhole() {
        return rowSize != null && names.size() == columns && places.size() == columns && shown.size() == columns
                && rowSize.label().isThere(texts) && rowSize.compression().isThere(texts)
                && names.stream().allMatch(name -> name.isThere(texts))
                && shown.stream().allMatch(one -> one.label().isThere(texts) && one.format().isThere(texts));
    }

    private Description description(long pages) throws UnreadableDatasetException {
        RowSize size = rowSize;
        if (size == null) {
            throw damage.malformed("it does not say how long its rows are");
        }
        if (columns < 1 || names.size() != columns || places.size() != columns
                || (!shown.isEmpty() && shown.size() != columns)) {
            throw damage.malformed("the description of its variables is not whole: of " + columns + " there are "
                    + names.size() + " names, " + places.size() + " places and " + shown.size() + " labels");
        }
        List<VariableDescription> fields = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            Place place = places.get(i);
            if (!place.isSound(size.length())) {
                throw damage.malformed("variable number " + (i + 1) + " has a length or a place that no variable has");
            }
            Shown look = shown.isEmpty() ? Shown.NONE : shown.get(i);
            fields.add(new VariableDescription(names.get(i).bytes(texts, damage), look.label().bytes(texts, damage),
                    new VariableDescription.Format(look.format().bytes(texts, damage), look.width(), look.decimals()),
                    place.numeric(),
                    place.at(), place.length()));
        }
        refuseOverlaps();
        return new Description(header, size, size.label().bytes(texts, damage),
                Compression.named(size.compression().bytes(texts, damage), damage), List.copyOf(fields), pages);
    }

    /// No byte of a row is of two variables.
    private void refuseOverlaps() throws UnreadableDatasetException {
        int end = 0;
        for (Place place : places.stream().sorted(Comparator.comparingInt(Place::at)).toList()) {
            if (place.at() < end) {
                throw damage.malformed("two of its variables lie in the same bytes of a row");
            }
            end = place.at() + place.length();
        }
    }

    /// Where the values of a variable are.
    private record Place(int at, int length, boolean numeric, boolean text) {

        private static final int NUMERIC = 1;
        private static final int TEXT = 2;

        static Place read(Region section, int at) throws UnreadableDatasetException {
            int word = section.layout().word();
            int start = section.index(at, "the place of a variable");
            long length = section.whole(at + word);
            int kind = section.unsigned(at + word + 6);
            return new Place(start, length > Integer.MAX_VALUE ? -1 : (int) length, kind == NUMERIC, kind == TEXT);
        }

        boolean isSound(int rowLength) {
            return ((numeric && length >= 3 && length <= Double.BYTES) || (text && length >= 1)) && at <= rowLength - length;
        }
    }

    /// How a variable is shown.
    private record Shown(TextPlace label, TextPlace format, int width, int decimals) {

        private static final TextPlace NOWHERE = new TextPlace(0, 0, 0);
        static final Shown NONE = new Shown(NOWHERE, NOWHERE, 0, 0);

        static Shown read(Region section) throws UnreadableDatasetException {
            int word = section.layout().word();
            int width = 3 * word;
            int format = word == 8 ? 46 : 34;
            return new Shown(TextPlace.read(section, format + TextPlace.SIZE), TextPlace.read(section, format),
                    section.half(width), section.half(width + 2));
        }
    }
}

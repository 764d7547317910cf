package org.tabularium.dataset.sas7bdat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.Capacity;
import org.tabularium.dataset.dictionary.RowBlock;
import org.tabularium.store.Content;

/// The rows of a file as SAS holds them, in blocks small enough for the processor's cache: those of some pages where they lie, or
/// expanded ones. Deleted rows
/// are passed over. After the last page there were as many rows as the file says that it has, or it is damaged.
final class Sas7bdatRows implements RowBlock, AutoCloseable {

    /// Bytes read, or expanded, at once where a page or a row does not need more.
    private static final int BLOCK = 256 << 10;

    private final Description description;
    private final Damage damage;
    private final InputLimits limits;
    private final FirstRow firstRow;
    private final InputStream stream;
    private final boolean compressed;
    private final byte[] pages;
    private final byte[] expanded;
    private int[] starts = {};
    private int rows;
    private long before;
    /// How many pages were read, how many of them are in the buffer, how many of these were taken; of the next one, how many
    /// sections were.
    private long read;
    private int held;
    private int taken;
    private int section;
    private long unpacked;

    /// @param description what [DescriptionReader] found in the content
    Sas7bdatRows(Description description, Content content, InputLimits limits, Damage damage) throws IOException {
        this.description = description;
        this.damage = damage;
        this.limits = limits;
        this.firstRow = new FirstRow(description, damage);
        this.compressed = description.compression() != Compression.NONE;
        FileHeader header = description.header();
        this.pages = new byte[(int) Math.min(header.pages(), Math.max(1, BLOCK / header.pageSize())) * header.pageSize()];
        this.expanded = new byte[compressed ? Math.max(1, BLOCK / rowLength()) * rowLength() : 0];
        this.stream = content.open();
        stream.skipNBytes(header.length());
    }

    /// Goes to the next block; false after the last one.
    boolean next() throws IOException, UnreadableDatasetException {
        before += rows;
        rows = 0;
        while (rows == 0 && (taken < held || readPages())) {
            takePages();
        }
        if (before + rows > description.rowSize().present() || (rows == 0 && before < description.rowSize().present())) {
            throw damage.otherRows(description.rowSize().present(), before + rows);
        }
        return rows > 0;
    }

    @Override
    public byte[] buffer() {
        return compressed ? expanded : pages;
    }

    @Override
    public long number(int start) {
        return before + Arrays.binarySearch(starts, 0, rows, start) + 1;
    }

    /// Where each row of the block begins in the buffer; only so many count as there are [#rows].
    int[] starts() {
        return starts;
    }

    int rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private int rowLength() {
        return description.rowSize().length();
    }

    private boolean readPages() throws IOException {
        FileHeader header = description.header();
        held = (int) Math.min(pages.length / header.pageSize(), header.pages() - read);
        taken = 0;
        int length = held * header.pageSize();
        if (stream.readNBytes(pages, 0, length) < length) {
            throw new EOFException(damage.dataset() + " is shorter than its store says");
        }
        read += held;
        return held > 0;
    }

    private void takePages() throws UnreadableDatasetException {
        FileHeader header = description.header();
        while (taken < held) {
            Page page = Page.of(new Region(pages, taken * header.pageSize(), header.pageSize(), header.layout(), damage),
                    read - held + taken + 1);
            if (!takeSections(page)) {
                return;
            }
            if (page.rows() > 0) {
                takeRows(page);
            }
            section = 0;
            taken++;
        }
    }

    /// Takes the rows that are sections of their own.
    ///
    /// @return false where there is no room for all of them
    private boolean takeSections(Page page) throws UnreadableDatasetException {
        for (; section < page.sections(); section++) {
            Section found = page.section(section);
            if (found.counts()) {
                Optional<Mark> mark = DescriptionReader.mark(page, found, rowLength());
                if (mark.isPresent()) {
                    refuseLateDescription(page, mark.get());
                } else if (isRow(found)) {
                    if (rows == expanded.length / rowLength()) {
                        return false;
                    }
                    expand(page, found);
                }
            }
        }
        return true;
    }

    /// Rows that compression would not make shorter are left as they are.
    private boolean isRow(Section found) throws UnreadableDatasetException {
        if (found.status() == Section.COMPRESSED && !compressed) {
            throw damage.malformed("row " + (before + rows + 1) + " is compressed, in a file that says of no compression");
        }
        return compressed && (found.status() == Section.COMPRESSED || (found.mayBeRow() && found.length() == rowLength()));
    }

    /// What was not known when the variables were described would change them. Texts alone may follow.
    private void refuseLateDescription(Page page, Mark mark) throws UnreadableDatasetException {
        if (page.number() > description.pages() && mark != Mark.TEXT && mark != Mark.LIST && mark != Mark.SECTION_COUNTS) {
            throw damage.malformed("page " + page.number() + " describes its variables once more");
        }
    }

    private void expand(Page page, Section found) throws UnreadableDatasetException {
        int from = page.region().from() + found.at();
        int into = rows * rowLength();
        try {
            if (found.status() == Section.COMPRESSED) {
                description.compression().expand(pages, from, found.length(), expanded, into, rowLength());
            } else {
                System.arraycopy(pages, from, expanded, into, rowLength());
            }
        } catch (BadRowException e) {
            throw damage.malformed("row " + (before + rows + 1) + " " + e.getMessage());
        }
        unpacked += rowLength();
        limits.checkExpansion(damage.dataset(), page.number() * description.header().pageSize(), unpacked);
        add(into);
    }

    /// Takes the rows that follow each other.
    private void takeRows(Page page) throws UnreadableDatasetException {
        if (compressed) {
            throw damage.malformed("page " + page.number() + " has rows as they are, in a file of compressed ones");
        }
        int start = page.kind() == Page.Kind.MIXED ? firstRow.of(page) : page.region().layout().pageStart();
        long end = start + (long) page.rows() * rowLength();
        if (end > page.startOfSections()) {
            throw damage.malformed("page " + page.number() + " has " + page.rows() + " rows, more than there is room for");
        }
        long unused = page.deletions() ? page.region().word(page.region().layout().pageUnused()) : 0;
        if (unused < 0 || unused > page.region().length()) {
            throw damage.malformed("page " + page.number() + " says that more of it is unused than it has");
        }
        for (int row = 0; row < page.rows(); row++) {
            if (!page.deletions() || (page.region().unsigned((int) (end + unused) + row / 8) & 0x80 >> row % 8) == 0) {
                add(page.region().from() + start + row * rowLength());
            }
        }
    }

    private void add(int start) {
        starts = rows == starts.length ? Arrays.copyOf(starts, Capacity.grown(rows, rows + 1)) : starts;
        starts[rows++] = start;
    }
}

package org.tabularium.dataset.sas7bdat;

import org.tabularium.dataset.UnreadableDatasetException;

/// One page of a file: sections that pointers at its start lead to, rows that follow each other, or both.
///
/// @param region its bytes
/// @param number counted from 1
/// @param kind what is on it
/// @param blocks how many sections and rows, as far as they follow each other, it has
/// @param sections how many pointers it has
/// @param deletions whether rows on it were deleted, which it marks
record Page(Region region, long number, Kind kind, int blocks, int sections, boolean deletions) {

    /// What a page holds.
    enum Kind {
        /// Sections: descriptions, compressed rows or both.
        SECTIONS,
        /// Sections and, behind their pointers, rows.
        MIXED,
        /// Rows.
        ROWS,
        /// What SAS needs to find its way about compressed rows.
        OTHER
    }

    private static final int DELETIONS = 0x80;

    static Page of(Region region, long number) throws UnreadableDatasetException {
        int place = region.layout().pageKind();
        int type = region.half(place);
        int blocks = region.half(place + 2);
        int pointers = region.half(place + 4);
        Kind kind = kind(type & ~DELETIONS);
        int sections = kind == Kind.SECTIONS || kind == Kind.MIXED ? pointers : 0;
        if (region.layout().pageStart() + (long) sections * region.layout().pointer() > region.length() || blocks < sections) {
            throw region.damage().malformed("page " + number + " has " + sections + " sections, more than there is room for");
        }
        return new Page(region, number, kind, blocks, sections, (type & DELETIONS) != 0);
    }

    private static Kind kind(int type) {
        return switch (type) {
            // The second and the third are those of descriptions that were amended, or went on, after the first rows.
            case 0, 0x400, 0x4000 -> Kind.SECTIONS;
            case 0x100 -> Kind.ROWS;
            case 0x200 -> Kind.MIXED;
            default -> Kind.OTHER;
        };
    }

    /// Where the pointers to its sections end.
    int endOfPointers() {
        return region.layout().pageStart() + sections * region.layout().pointer();
    }

    /// How many rows follow each other on it.
    int rows() {
        return kind == Kind.ROWS || kind == Kind.MIXED ? blocks - sections : 0;
    }

    /// The section with this number, counted from 0.
    Section section(int index) throws UnreadableDatasetException {
        int word = region.layout().word();
        int at = region.layout().pageStart() + index * region.layout().pointer();
        int status = region.unsigned(at + 2 * word);
        long place = region.word(at);
        long length = region.word(at + word);
        boolean counts = status != Section.EMPTY && length != 0;
        if (counts && (place < endOfPointers() || length < 0 || place > region.length() - length)) {
            throw region.damage().malformed("section " + (index + 1) + " of page " + number + " lies outside of the page");
        }
        if (counts && status != Section.PLAIN && status != Section.COMPRESSED && status != Section.DELETED) {
            throw region.damage()
                    .malformed("section " + (index + 1) + " of page " + number + " has the unknown status " + status);
        }
        return counts
                ? new Section((int) place, (int) length, status, region.unsigned(at + 2 * word + 1) != 0)
                : new Section(0, 0, Section.EMPTY, false);
    }

    /// Where the first section begins, or the page ends where there is none.
    int startOfSections() throws UnreadableDatasetException {
        int start = region.length();
        for (int i = 0; i < sections; i++) {
            Section section = section(i);
            start = section.length() > 0 ? Math.min(start, section.at()) : start;
        }
        return start;
    }
}

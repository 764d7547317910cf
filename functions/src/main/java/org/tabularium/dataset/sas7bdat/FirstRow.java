package org.tabularium.dataset.sas7bdat;

import org.tabularium.dataset.UnreadableDatasetException;

/// Where the first row of a mixed page begins: at the next multiple of eight behind the pointers, as SAS writes it, or, as some
/// versions of Stat/Transfer do, right
/// behind them. Both call themselves release 9.0000M0 of SAS, and only the bytes tell which it was: filling is zero, and what is
/// read four bytes off holds
/// numbers that nobody has, or text with control characters.
final class FirstRow {

    private static final String STAT_TRANSFER = "9.0000M0";
    private static final int FILLING = 4;

    /// Powers of two beyond which a number is none of a dataset: some 1e-30 and 1e30.
    private static final int LARGEST_EXPONENT = 100;

    private final Description description;
    private final Damage damage;

    FirstRow(Description description, Damage damage) {
        this.description = description;
        this.damage = damage;
    }

    /// @throws UnreadableDatasetException where it cannot be known
    int of(Page page) throws UnreadableDatasetException {
        int unpadded = page.endOfPointers();
        if (unpadded % 8 == 0 || page.rows() == 0 || !description.header().release().equals(STAT_TRANSFER)) {
            return (unpadded + 7) / 8 * 8;
        }
        int padded = unpadded + FILLING;
        long end = unpadded + (long) page.rows() * description.rowSize().length();
        if (!isFilling(page, unpadded) || end > page.startOfSections() - FILLING) {
            return unpadded;
        }
        if (!isFilling(page, (int) end)) {
            return padded;
        }
        boolean unpaddedIsSound = isSound(page, unpadded);
        boolean paddedIsSound = isSound(page, padded);
        if (unpaddedIsSound == paddedIsSound) {
            throw damage.malformed("it cannot be told where the rows of page " + page.number()
                    + " begin, since Stat/Transfer writes them in two ways");
        }
        return unpaddedIsSound ? unpadded : padded;
    }

    private static boolean isFilling(Page page, int at) throws UnreadableDatasetException {
        return page.region().whole(at) == 0;
    }

    /// Whether all values are ones that somebody may have, were the first row to begin here.
    private boolean isSound(Page page, int start) {
        for (int row = 0; row < page.rows(); row++) {
            int from = page.region().from() + start + row * description.rowSize().length();
            for (VariableDescription field : description.fields()) {
                if (field.numeric() ? !isNumber(page.region(), from, field) : !isText(page.region(), from, field)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNumber(Region region, int row, VariableDescription field) {
        double number = SasNumber.read(region.buffer(), row + field.at(), field.length(), region.layout().order());
        return number == 0 || !Double.isFinite(number) || Math.abs(Math.getExponent(number)) <= LARGEST_EXPONENT;
    }

    /// Filled with blanks or with zeros, not with both.
    private static boolean isText(Region region, int row, VariableDescription field) {
        int from = row + field.at();
        int end = from + field.length();
        while (end > from && region.buffer()[end - 1] == 0) {
            end--;
        }
        if (end > from && end < from + field.length() && region.buffer()[end - 1] == ' ') {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (region.buffer()[i] >= 0 && region.buffer()[i] < '\t') {
                return false;
            }
        }
        return true;
    }
}

package org.tabularium.dataset.sas7bdat;

/// A variable as the file describes it; its text is in the file's encoding.
///
/// @param format name, width and decimals as SAS writes them: `DATE9.`; empty where there is none
/// @param at where its value begins in a row
/// @param length bytes of a value
@SuppressWarnings("ArrayRecordComponent") // never compared
record VariableDescription(byte[] name, byte[] label, Format format, boolean numeric, int at, int length) {

    /// How values are shown.
    ///
    /// @param name may be empty, as it is in `8.2`
    /// @param width 0 where none is given
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Format(byte[] name, int width, int decimals) {

        static final Format NONE = new Format(new byte[0], 0, 0);

        /// As SAS writes it.
        ///
        /// @param decoded the name as text
        String written(String decoded) {
            if (decoded.isEmpty() && width == 0) {
                return "";
            }
            return decoded + (width > 0 ? width : "") + "." + (decimals > 0 ? decimals : "");
        }
    }
}

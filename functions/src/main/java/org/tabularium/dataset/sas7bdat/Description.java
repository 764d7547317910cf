package org.tabularium.dataset.sas7bdat;

import java.util.List;

/// All that the file says of itself.
///
/// @param header its first bytes
/// @param rowSize of the rows
/// @param label of the dataset, in the file's encoding
/// @param compression of the rows
/// @param fields the variables in their order
/// @param pages how many pages were looked at
@SuppressWarnings("ArrayRecordComponent") // never compared
record Description(FileHeader header, RowSize rowSize, byte[] label, Compression compression, List<VariableDescription> fields,
        long pages) {}

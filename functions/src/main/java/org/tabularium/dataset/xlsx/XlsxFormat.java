package org.tabularium.dataset.xlsx;

import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFormat;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;

/// Excel workbooks (`.xlsx`). Microsoft's compound files, old workbooks or encrypted ones, are recognised too: opening them says
/// what they are.
public final class XlsxFormat implements DatasetFormat {

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String words() {
        return "an Excel workbook";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.has("PK\3\4") || start.has("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
    }

    @Override
    public DatasetFile open(DatasetSource source) throws UnreadableDatasetException {
        return XlsxFile.open(source);
    }
}

package org.tabularium.dataset.sas7bdat;

import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFormat;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;

/// SAS data sets (`.sas7bdat`).
public final class Sas7bdatFormat implements DatasetFormat {

    @Override
    public String extension() {
        return "sas7bdat";
    }

    @Override
    public String words() {
        return "a SAS7BDAT file";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.has("\0\0\0\0\0\0\0\0\0\0\0\0\u00c2\u00ea\u0081`");
    }

    @Override
    public DatasetFile open(DatasetSource source) throws UnreadableDatasetException {
        return Sas7bdatFile.open(source);
    }
}

package org.tabularium.dataset.xport;

import java.util.Optional;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFormat;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// SAS XPORT files (`.xpt`) of version 5 and 8.
public final class XportFormat implements DatasetFormat {

    @Override
    public String extension() {
        return "xpt";
    }

    @Override
    public String words() {
        return "a SAS XPORT file";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.has("HEADER RECORD*******LIB");
    }

    @Override
    public Finding mismatch(String fileName, FileStart start, Optional<String> other) {
        String is = start.has("**COMPRESSED**")
                ? "was made by PROC CPORT"
                : other.map(format -> "looks like " + format).orElse("does not begin with an XPORT library header");
        return Finding.error("NOT_XPT", "the file " + fileName + " is no SAS XPORT file: it " + is)
                .remedy("write it with the XPORT engine (LIBNAME x XPORT) or haven::write_xpt(version = 5)");
    }

    @Override
    public DatasetFile open(DatasetSource source) throws UnreadableDatasetException {
        return XportFile.open(source);
    }
}

package org.tabularium.study.define;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.finding.Finding;
import org.tabularium.snapshot.StudySnapshot;

/// The front door: from the file to what it says. A file that cannot be read is a warning, and the study goes without it.
public final class DefineXml {

    /// The file's usual name in a study's folder.
    public static final String FILE = "define.xml";

    private static final Pattern NAME = Pattern.compile("(?i)[^/]*define[^/]*\\.xml");
    private static final String ODM = "http://www.cdisc.org/ns/odm/v1.3";

    private DefineXml() {}

    /// Whether a file of a study's folder may be one: `define.xml`, or another name with `define` in it that ends in `.xml`.
    public static boolean isDefinition(String name) {
        return NAME.matcher(name).matches();
    }

    /// What the file says.
    ///
    /// @param findings takes `DEFINE_UNREADABLE`, `DEFINE_VERSION` and `DEFINE_INCOMPLETE`
    /// @return [Definition#NONE] where it cannot be read
    public static Definition read(StudySnapshot.File file, Consumer<Finding> findings) {
        try {
            XmlCursor xml = new XmlCursor(DefineText.of(file.content()));
            MetaData metaData = new MetaData();
            xml.children(() -> root(xml, metaData));
            metaData.requireVersion();
            metaData.warnOfVersion().ifPresent(message -> findings.accept(version(file, message)));
            Definition definition = metaData.definition(file.name());
            if (!metaData.missing().isEmpty()) {
                findings.accept(Finding
                        .warning("DEFINE_INCOMPLETE", "refers to what it does not hold: " + metaData.missing())
                        .in(file.name()).remedy("write the file again with what is missing"));
            }
            return definition;
        } catch (DefineFault e) {
            findings.accept(e.isOfVersion()
                    ? version(file, e.message())
                    : Finding.warning("DEFINE_UNREADABLE", e.message() + "; the report is made without it").in(file.name())
                            .remedy("write it again, or take it out of the study"));
            return Definition.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding version(StudySnapshot.File file, String message) {
        return Finding.warning("DEFINE_VERSION", message).in(file.name()).remedy("write it as Define-XML 2.1");
    }

    private static void root(XmlCursor xml, MetaData metaData) throws DefineFault {
        if (!xml.name().equals("ODM")) {
            throw new DefineFault("is no Define-XML: it begins with " + xml.name() + ", not ODM");
        }
        if (!xml.namespace().equals(ODM)) {
            throw new DefineFault("is not of ODM 1.3, as Define-XML 2.0 and 2.1 are, and was not read", true);
        }
        xml.children(() -> {
            if (xml.name().equals("Study")) {
                xml.children(() -> {
                    if (xml.name().equals("MetaDataVersion")) {
                        metaData.read(xml);
                    }
                });
            }
        });
    }
}

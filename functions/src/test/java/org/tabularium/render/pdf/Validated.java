package org.tabularium.render.pdf;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// What veraPDF finds wrong in a file that shall be PDF/A-2a and PDF/UA-1 at once.
public final class Validated {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Validated() {}

    /// The messages of all failed checks, with the flavour and the rule; empty where the file is both.
    public static List<String> failures(byte[] pdf) throws Exception {
        List<String> failed = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                validator.validate(parser).getTestAssertions().stream()
                        .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
                        .map(test -> flavour + " " + test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber() + " "
                                + test.getMessage())
                        .distinct().forEach(failed::add);
            }
        }
        return failed;
    }
}

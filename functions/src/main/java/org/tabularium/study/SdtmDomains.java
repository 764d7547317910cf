package org.tabularium.study;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tabularium.finding.Finding;

/// Datasets of CDISC's tabulation model (SDTM), which somebody delivers in the place of analysis datasets (ADaM).
final class SdtmDomains {

    private static final Pattern NAME = Pattern.compile("(?:SUPP|FA|QS|LB|RELREC|SUPPQUAL)[A-Z]{2}|RELREC|SUPPQUAL"
            + "|AE|AG|BE|BS|CE|CM|CO|CP|CV|DA|DD|DM|DS|DV|EC|EG|EX|FA|FT|GF|HO|IE|IS|LB|MB|MH|MI|MK|ML|MS|NV|OE|PC|PE|PP|PR|QS|RE|RP|RS|SC|SE|SM|SR|SS|SU|SV|TA|TE|TI"
            + "|TR|TS|TU|TV|UR|VS");
    private static final int NAMED = 20;

    private SdtmDomains() {}

    /// What to say of a study without ADSL; empty where none of its datasets is called like a domain.
    ///
    /// @param datasets the study's names
    static Optional<Finding> without(Collection<String> datasets) {
        List<String> domains = datasets.stream().filter(name -> NAME.matcher(name).matches()).sorted().toList();
        if (domains.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", domains.stream().limit(NAMED).toList())
                + (domains.size() > NAMED ? " and " + (domains.size() - NAMED) + " more" : "");
        return Optional.of(Finding.note("SDTM_DOMAIN", domains.size() == 1
                ? names + " is a domain of SDTM; tables are made of analysis datasets (ADaM)"
                : names + " are domains of SDTM; tables are made of analysis datasets (ADaM)")
                .remedy("deliver ADSL, one row a subject, and ADAE, ADLB and so on, which are derived from them"));
    }
}

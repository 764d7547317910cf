package org.tabularium.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Arms as sentences print them: doses with a sign of multiplication and a raised exponent.
final class Typeset {

    private static final Pattern DOSE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[*x×]\\s*10\\^(\\d+)(.*)");
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Typeset() {}

    static String arm(String arm) {
        Matcher dose = DOSE.matcher(arm);
        if (!dose.matches()) {
            return arm;
        }
        StringBuilder exponent = new StringBuilder();
        dose.group(2).chars().forEach(digit -> exponent.append(RAISED.charAt(digit - '0')));
        return dose.group(1) + "×10" + exponent + dose.group(3);
    }
}

package org.tabularium.validation.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// What tables look for by a PARAMCD of CDISC may be in the data under another: a bilirubin called TBIL is in no table of the
/// liver, and Hy's law needs it. PARAM tells what a parameter is.
public final class ParameterNames implements Rule {

    private static final Map<String, Pattern> LABELS = new LinkedHashMap<>();

    static {
        known("ALT", "(?:alanine aminotransferase|alanine transaminase|alat|sgpt|alt)(?: \\(?(?:sgpt|alt)\\)?)?");
        known("AST", "(?:aspartate aminotransferase|aspartate transaminase|asat|sgot|ast)(?: \\(?(?:sgot|ast)\\)?)?");
        known("BILI", "(?:total )?bilirubin(?:,? total)?");
        known("ALP", "(?:alkaline phosphatase|alkp)(?: \\(?alp\\)?)?");
        known("CREAT", "(?:serum )?creatinine(?:,? serum)?");
        known("HGB", "ha?emoglobin");
        known("PLAT", "(?:platelets|thrombocytes)(?: count)?|platelet count");
        known("NEUT", "(?:absolute )?neutrophils?(?: count)?(?:,? absolute)?");
        known("WBC", "leu[ck]ocytes(?: count)?|white blood cells?(?: count)?");
        known("SYSBP", "systolic blood pressure|systolic bp");
        known("DIABP", "diastolic blood pressure|diastolic bp");
        known("PULSE", "pulse(?: rate)?");
        known("QTCF", "qtcf(?: interval)?(?:,? aggregate)?|qt ?c? ?f|.*\\bfridericia.*");
    }

    private static void known(String code, String label) {
        LABELS.put(code, Pattern.compile(label));
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "PARAMCD", "PARAM"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<ExaminedDataset> datasets = ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()));
        Set<String> present = datasets.stream().flatMap(dataset -> dataset.text("PARAMCD").stream())
                .flatMap(codes -> codes.dictionary().stream()).map(String::strip).collect(Collectors.toSet());
        LABELS.forEach((ours, label) -> {
            String theirs = data.study().names().parameter(ours);
            // White cells have two names in CDISC's own list.
            if (!present.contains(theirs) && !(ours.equals("WBC") && present.contains("LEUK"))) {
                datasets.forEach(dataset -> check(dataset, ours, label, findings));
            }
        });
    }

    private static void check(ExaminedDataset dataset, String ours, Pattern label, Consumer<Finding> findings) {
        TextColumn codes = dataset.text("PARAMCD").orElse(null);
        TextColumn labels = dataset.text("PARAM").orElse(null);
        if (codes == null || labels == null || labels.dictionary().stream().noneMatch(text -> is(label, text))) {
            return;
        }
        Map<String, String> found = new TreeMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            if (is(label, labels.value(row)) && !codes.isMissing(row)) {
                found.putIfAbsent(codes.value(row).strip(), labels.value(row).strip());
            }
        }
        found.forEach((code, name) -> findings.accept(dataset.in(Finding.warning("PARAMETER_NAME", "is \"" + name
                + "\" by its label, which tables look for as " + ours + " and do not find; what needs it is not shown")
                .of(dataset.named("PARAMCD")).value(code)
                .remedy("if it is meant, write parameters: {" + ours + ": " + code + "} in study.yaml"))));
    }

    /// Without the unit in brackets at the end.
    private static boolean is(Pattern label, String text) {
        return label.matcher(text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*[(\\[][^()\\[\\]]*[)\\]]$", ""))
                .matches();
    }
}

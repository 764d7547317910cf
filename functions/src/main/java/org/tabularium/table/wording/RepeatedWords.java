package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.display.EfficacyRemark.Covariate;
import org.tabularium.result.display.EfficacyRemark.MixedModel;
import org.tabularium.result.obstacle.RowsObstacle.Unfitted;
import org.tabularium.shell.rows.DeclaredModels.FreedomMethod;
import org.tabularium.shell.rows.DeclaredModels.VisitCovariance;

/// Mixed models for repeated measures.
final class RepeatedWords {

    /// The line that lets a table go on with another covariance.
    static final String REMEDY = "a list such as mmrm: {covariance: [unstructured, heterogeneous-autoregressive, compound-symmetry]}"
            + " under tables: takes the first that can be fitted";

    private RepeatedWords() {}

    /// How the model is made.
    static String of(MixedModel model, PrintedNames names) {
        boolean factors = model.covariates().stream().anyMatch(Covariate::levels);
        String margins = model.equalMargins()
                ? ", levels weighted equally"
                : ", levels weighted by their share of the analysed values";
        return "Least squares means of the change from baseline are from a mixed model for repeated measures with arm, visit, arm by visit"
                + model.covariates().stream()
                        .map(covariate -> ", " + of(covariate, model.byVisit().contains(covariate.variable()), names))
                        .collect(Collectors.joining())
                + ", fitted by restricted maximum likelihood with " + of(model.covariance())
                + (model.covariates().isEmpty() ? "" : ", at the mean of each covariate") + (factors ? margins : "") + ". "
                + of(model.freedom(), model.covariance()) + "; differences are not adjusted for multiplicity."
                + unfitted(model.unfitted());
    }

    private static String of(FreedomMethod method, VisitCovariance covariance) {
        boolean linear = covariance == VisitCovariance.UNSTRUCTURED || covariance == VisitCovariance.COMPOUND_SYMMETRY;
        return switch (method) {
            case SATTERTHWAITE -> "Degrees of freedom are by Satterthwaite's approximation";
            case KENWARD_ROGER -> "Standard errors and degrees of freedom are by the method of Kenward and Roger"
                    + (linear ? "" : ", without second derivatives of the covariance");
        };
    }

    private static String of(Covariate covariate, boolean byVisit, PrintedNames names) {
        String name = names.ofVariable(covariate.variable());
        return name + (covariate.levels() ? " (levels)" : " (slope)") + (byVisit ? ", " + name + " by visit" : "");
    }

    private static String unfitted(List<Unfitted> unfitted) {
        return unfitted.isEmpty()
                ? ""
                : " " + unfitted.stream().map(one -> upper(of(one)) + ".").collect(Collectors.joining(" "));
    }

    /// Why a covariance could not be fitted.
    static String of(Unfitted unfitted) {
        return of(unfitted.covariance()) + " could not be fitted: " + unfitted.reason();
    }

    private static String of(VisitCovariance covariance) {
        return switch (covariance) {
            case UNSTRUCTURED -> "an unstructured covariance of a subject's visits";
            case COMPOUND_SYMMETRY -> "a compound symmetric covariance of a subject's visits";
            case HETEROGENEOUS_COMPOUND_SYMMETRY ->
                "a compound symmetric correlation and a variance of each visit";
            case AUTOREGRESSIVE -> "a first-order autoregressive covariance of a subject's visits, taken as equally spaced";
            case HETEROGENEOUS_AUTOREGRESSIVE ->
                "a first-order autoregressive correlation and a variance of each visit, the visits taken as equally spaced";
        };
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

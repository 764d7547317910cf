package org.tabularium.study;

import java.util.List;

/// Why a parameter cannot be derived from its components, as data.
public sealed interface DerivationObstacle {

    /// Whether a line of study.yaml would help, which the sentence names.
    boolean namesRemedy();

    /// A component is in two datasets.
    record InTwoDatasets(String code, String first, String second) implements DerivationObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// A component has several records of a subject at a visit.
    ///
    /// @param records some of them, by their rows
    /// @param more whether there are others
    record SeveralAtVisit(String dataset, String code, List<Pair> records, boolean more) implements DerivationObstacle {
        @Override
        public boolean namesRemedy() {
            return false;
        }
    }

    /// Two records.
    ///
    /// @param first row of the source
    /// @param second row of the source
    record Pair(long first, long second) {}

    /// Doses are in a unit that cannot be compared with mg/day, or in several.
    ///
    /// @param units as the data write them; the label of another drug
    /// @param otherDrug whether they are of another glucocorticoid than prednisolone
    record OtherDoseUnit(String code, String units, boolean otherDrug) implements DerivationObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// The scale of the physician's global assessment is not known.
    record UnknownAssessmentScale() implements DerivationObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }
}

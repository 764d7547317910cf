package org.tabularium.table.wording;

/// What variables, their levels and arms of the study are called in print.
public interface PrintedNames {

    /// Everything as the study writes it.
    PrintedNames AS_WRITTEN = new PrintedNames() {
        @Override
        public String ofVariable(String variable) {
            return variable;
        }

        @Override
        public String ofVariable(String dataset, String variable) {
            return UsualNames.inTitle(variable).orElse(variable);
        }

        @Override
        public String ofLevel(String variable, String level) {
            return level;
        }

        @Override
        public String ofArm(String arm) {
            return arm;
        }

        @Override
        public String ofParameter(String code) {
            return code;
        }

        @Override
        public String ofText(String text) {
            return text;
        }

        @Override
        public String within(String text) {
            return text;
        }

        @Override
        public String ofNumbers(String text) {
            return text;
        }

        @Override
        public String ofDataset(String dataset) {
            return dataset;
        }
    };

    /// A variable by its label.
    String ofVariable(String variable);

    /// A variable of a dataset by its label.
    String ofVariable(String dataset, String variable);

    /// A level of a variable.
    String ofLevel(String variable, String level);

    /// An arm.
    String ofArm(String arm);

    /// A parameter, by our PARAMCD, that the data do not have and so do not label.
    String ofParameter(String code);

    /// A text of the study or of a shell that stands as it is, but for how signs and units are set.
    String ofText(String text);

    /// The same within a sentence.
    String within(String text);

    /// A text that is made, with its decimal numbers as the style prints them.
    String ofNumbers(String text);

    /// A dataset of ours by the name of its file: ADEFF may be ADRS.
    String ofDataset(String dataset);
}

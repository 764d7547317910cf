package org.tabularium;

/// What Tabularium is required to do, as a sponsor who validates it would ask; [Shows] says which tests show it, and
/// `docs/validation/requirements.md` is made of both.
public enum Requirement {
    DATASETS_READ(
            "Datasets of every format are read as other software reads them, and damaged ones are refused with the place"), INPUT_CHECKED(
                    "What is wrong or odd in a study is told with dataset, row and variable, and decides no number silently"), STATISTICS_RIGHT(
                            "Statistics equal those of R, SAS, SciPy and of published tables"), ENDPOINTS_RIGHT(
                                    "Derived endpoints and grades follow their published definitions"), DISPLAYS_RIGHT(
                                            "Tables and listings count the right subjects and records and show the right numbers"), DISPLAYS_AGREE(
                                                    "Displays that must agree with each other and with the data are compared before anything is published"), FILES_VALID(
                                                            "The files of a run fit their published schemas and standards, and other software reads them"), SAME_BYTES(
                                                                    "The same content and program give the same bytes, on every machine"), RUN_IS_ITS_PROGRAM(
                                                                            "Another program is another run; a run says what it was made of and by what"), RUN_UNCHANGED(
                                                                                    "A run that was changed afterwards is found, and two runs are compared cell by cell"), UPLOADS_REPORTED(
                                                                                            "Uploads become reports whatever their order, and a bad upload never replaces a good report"), NOTHING_LOST(
                                                                                                    "Outages, kills, duplicates and races lose nothing and leave nothing half written"), ONE_STUDY_ALONE(
                                                                                                            "One study's trouble is not another's, and every failure is told"), REGENERATED(
                                                                                                                    "Every study is made again with the program of the day, with a hundred thousand studies too"), CATALOGUED(
                                                                                                                            "The catalogue shows every study as it is, at a cost that does not grow with the number of studies"), LEAST_PRIVILEGE(
                                                                                                                                    "Every part of the deployment may do what it must and nothing else; data are encrypted and versioned"), TRAIL(
                                                                                                                                            "What happened to a study is written down and never changed"), STUDY_LIFE(
                                                                                                                                                    "Studies are withdrawn, archived and erased with a trace"), CHANGE_CONTROL(
                                                                                                                                                            "A change is compared before it takes over, takes over step by step, and goes back");

    private final String text;

    Requirement(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}

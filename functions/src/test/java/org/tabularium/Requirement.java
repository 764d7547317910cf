package org.tabularium;

/// What Tabularium is required to do, as a sponsor who validates it would ask; [Shows] says which tests show it, and
/// `docs/validation/requirements.md` is made of both, with the comments here as they stand.
public enum Requirement {
    /// Datasets of every format are read as other software reads them, and damaged ones are refused with the place.
    DATASETS_READ,
    /// What is wrong or odd in a study is told with dataset, row and variable, and decides no number silently.
    INPUT_CHECKED,
    /// Statistics equal those of R, SAS, SciPy and of published tables.
    STATISTICS_RIGHT,
    /// Derived endpoints and grades follow their published definitions.
    ENDPOINTS_RIGHT,
    /// Tables and listings count the right subjects and records and show the right numbers.
    DISPLAYS_RIGHT,
    /// Displays that must agree with each other and with the data are compared before anything is published.
    DISPLAYS_AGREE,
    /// The files of a run fit their published schemas and standards, and other software reads them.
    FILES_VALID,
    /// The same content and program give the same bytes, on every machine.
    SAME_BYTES,
    /// Another program is another run; a run says what it was made of and by what.
    RUN_IS_ITS_PROGRAM,
    /// A run that was changed afterwards is found, and two runs are compared cell by cell.
    RUN_UNCHANGED,
    /// Uploads become reports whatever their order, and a bad upload never replaces a good report.
    UPLOADS_REPORTED,
    /// Outages, kills, duplicates and races lose nothing and leave nothing half written.
    NOTHING_LOST,
    /// One study's trouble is not another's, and every failure is told.
    ONE_STUDY_ALONE,
    /// Every study is made again with the program of the day, with a hundred thousand studies too.
    REGENERATED,
    /// The catalogue shows every study as it is, at a cost that does not grow with the number of studies.
    CATALOGUED,
    /// Every part of the deployment may do what it must and nothing else; data are encrypted and versioned.
    LEAST_PRIVILEGE,
    /// What happened to a study is written down and never changed.
    TRAIL,
    /// Nobody sees or changes a study that is not granted to them, and every access is told.
    ACCESS,
    /// Studies are withdrawn, archived and erased with a trace.
    STUDY_LIFE,
    /// A change is compared before it takes over, takes over step by step, and goes back.
    CHANGE_CONTROL
}

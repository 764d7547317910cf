"""The made-up studies of test-data, one module a study, and the two file formats they are written in."""

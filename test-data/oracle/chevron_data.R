# The data behind chevron's published tables, which ChevronTablesTest compares with; not part of the project.
#
#     Rscript test-data/oracle/chevron_data.R PATH/syn_data.rda FOLDER      (r-cran-haven)
#
# syn_data.rda is `data/syn_data.rda` of github.com/insightsengineering/chevron; FOLDER gets adsl.xpt, adae.xpt and adrs.xpt. As in
# chevron's test "aet04 can handle some NA values" the first two events are without coding.

suppressMessages(library(haven))
arguments <- commandArgs(TRUE)
load(arguments[1])
syn_data$adae[1:2, c("AEBODSYS", "AEDECOD")] <- NA
for (name in c("adsl", "adae", "adrs")) {
  data <- as.data.frame(syn_data[[name]])
  data[] <- lapply(data, function(column) if (is.factor(column) || is.logical(column)) as.character(column) else column)
  write_xpt(data, file.path(arguments[2], paste0(name, ".xpt")), version = 8)
}

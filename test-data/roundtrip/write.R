# Called by make.py: the same rows through haven, readr and R itself.
suppressPackageStartupMessages({library(haven); library(jsonlite)})
input <- fromJSON("adsl.r-input.json", simplifyVector = FALSE)
missing_to <- function(values, na) sapply(values, function(v) if (is.null(v)) na else v)
frame <- data.frame(row.names = seq_along(input$columns[[1]]$values))
for (column in input$columns) {
  frame[[column$name]] <- switch(column$kind,
    text = missing_to(column$values, ""),
    numeric = as.numeric(missing_to(column$values, NA)),
    date = as.Date(missing_to(column$values, NA)))
}
labelled <- frame
for (column in input$columns) attr(labelled[[column$name]], "label") <- column$label
write_xpt(labelled, "adsl.haven-8.xpt", version = 8, name = "ADSL", label = "Subject-level analysis")
# Version 5 knows names of up to 8 characters.
write_xpt(labelled[nchar(names(labelled)) <= 8], "adsl.haven-5.xpt", version = 5, name = "ADSL", label = "Subject-level analysis")
suppressWarnings(write_sas(labelled, "adsl.haven.sas7bdat"))
tagged <- data.frame(AVAL = c(1.5, NA, tagged_na("A", "Z"), 1e-16, 3 + 1e-15, 1e22), ROW = paste("row", 1:7))
suppressWarnings(write_sas(tagged, "missing.haven.sas7bdat"))
# Missing text as NA, not as an empty string, and NA written without quotes.
with_na <- frame
for (column in input$columns) if (column$kind == "text") with_na[[column$name]][frame[[column$name]] == ""] <- NA
write.csv(with_na, "adsl.r.csv", row.names = FALSE, fileEncoding = "UTF-8")
readr::write_csv(with_na, "adsl.readr.csv")

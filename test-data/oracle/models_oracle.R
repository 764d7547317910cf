# Oracle values for Ancova (R's lm and emmeans) and CochranMantelHaenszel (coin's cmh_test, mantelhaen.test as second witness of general association).
#
#     Rscript test-data/oracle/models_oracle.R      (r-base-core, r-cran-emmeans, r-cran-coin, r-cran-jsonlite)
#
# writes ancova.json and cmh.json beside this file.

suppressMessages({library(emmeans); library(coin); library(jsonlite)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
set.seed(20261122)
save <- function(name, with, cases) write(toJSON(list("made by" = "models_oracle.R", with = lapply(with, function(p) as.character(packageVersion(p))),
  cases = cases), auto_unbox = TRUE, digits = NA, null = "null"), file.path(here, name))

ancova <- function(n, groups, covariates, factors, confidence = 0.95) {
  data <- data.frame(group = factor(c(1:groups, 1:groups, sample(groups, n - 2 * groups, TRUE)) - 1))
  dose <- c(0, 54, 81, 100)[as.integer(data$group)]
  data$y <- round(rnorm(n, 2 + as.integer(data$group) * 0.7, 5), 1)
  terms <- character()
  for (i in seq_len(covariates)) { name <- paste0("x", i); data[[name]] <- round(rnorm(n, 1000^(i - 1) * 20, 9), 1); terms <- c(terms, name) }
  for (i in seq_len(factors)) { name <- paste0("f", i); data[[name]] <- factor(sample(0:(i + 1), n, TRUE, c(5, 3, 1, 2)[1:(i + 2)])); terms <- c(terms, name) }
  fit <- lm(reformulate(c("group", terms), "y"), data)
  means <- function(weights) { s <- confint(emmeans(fit, "group", weights = weights), level = confidence)
    lapply(1:groups, function(g) list(value = s$emmean[g], error = s$SE[g], lower = s$lower.CL[g], upper = s$upper.CL[g])) }
  pairs <- as.data.frame(summary(contrast(emmeans(fit, "group"), "revpairwise", adjust = "none"), infer = TRUE, level = confidence))
  slope <- coef(summary(lm(reformulate(c("dose", terms), "y"), cbind(data, dose))))["dose", ]
  ends <- do.call(rbind, strsplit(gsub("group", "", as.character(pairs$contrast)), " - "))
  list(y = data$y, group = as.integer(data$group) - 1, dose = dose, confidence = confidence,
    covariates = lapply(seq_len(covariates), function(i) data[[paste0("x", i)]]),
    factors = lapply(seq_len(factors), function(i) as.integer(as.character(data[[paste0("f", i)]]))),
    freedom = fit$df.residual, sigma = summary(fit)$sigma, equal = means("equal"), observed = means("proportional"),
    differences = lapply(seq_len(nrow(pairs)), function(i) list(first = as.integer(ends[i, 1]), second = as.integer(ends[i, 2]), value = pairs$estimate[i],
      error = pairs$SE[i], lower = pairs$lower.CL[i], upper = pairs$upper.CL[i], p = pairs$p.value[i])),
    slope = list(value = slope[[1]], error = slope[[2]], p = slope[[4]]))
}

save("ancova.json", c(emmeans = "emmeans"), c(
  list(ancova(12, 2, 0, 0), ancova(12, 2, 1, 0), ancova(16, 3, 1, 1), ancova(40, 3, 2, 1, 0.9), ancova(90, 4, 1, 2), ancova(234, 3, 2, 2, 0.99)),
  lapply(1:6, function(i) ancova(30 + 20 * i, 2 + i %% 3, i %% 3, (i + 1) %% 3))))

cmh <- function(n, groups, levels, strata) {
  data <- data.frame(group = factor(c(1:groups, sample(groups, n - groups, TRUE)), 1:groups), stratum = factor(sample(strata, n, TRUE), 1:strata))
  data$level <- factor(pmin(levels, pmax(1, round(rnorm(n, levels / 2 + as.integer(data$group) * 0.3, 1)))), 1:levels)
  counts <- table(data$group, data$level, data$stratum)
  data <- data[data$stratum %in% names(which(table(data$stratum) > 1)), ]
  data <- droplevels(data)
  scores <- as.integer(levels(data$level))^2
  groupScores <- c(0, 54, 81, 100)[as.integer(levels(data$group))]
  p <- function(scores = NULL) as.numeric(pvalue(if (is.null(scores)) cmh_test(level ~ group | stratum, data) else cmh_test(level ~ group | stratum, data, scores = scores)))
  general <- p()
  if (strata > 1 && all(table(data$stratum) > 1)) {
    witness <- mantelhaen.test(table(data$group, data$level, data$stratum), correct = FALSE)$p.value
    stopifnot(abs(general - witness) < 1e-9 * witness + 1e-14)
  }
  list(strata = lapply(1:strata, function(s) lapply(1:groups, function(g) as.integer(counts[g, , s]))), scores = (1:levels)^2, groupScores = c(0, 54, 81, 100)[1:groups],
    general = general, rowMeans = p(list(level = scores)), correlation = p(list(level = scores, group = groupScores)))
}

save("cmh.json", c(coin = "coin"), list(cmh(20, 2, 2, 1), cmh(60, 2, 2, 3), cmh(60, 3, 4, 1), cmh(100, 3, 7, 4), cmh(234, 3, 5, 12), cmh(50, 4, 3, 8), cmh(170, 2, 6, 2)))

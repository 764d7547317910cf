# Oracle values for Mmrm: R's mmrm with emmeans, on data drawn from seeds.
#
#     Rscript test-data/oracle/mmrm_oracle.R      (r-base-core, r-cran-emmeans, r-cran-jsonlite, mmrm from CRAN or its public repository)
#
# writes mmrm.json beside this file. The optimiser is told to go on to the last digit, since mmrm by itself stops at some 1e-6 of the parameters.

suppressMessages({library(mmrm); library(emmeans); library(jsonlite)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
set.seed(20261129)

drawn <- function(n, arms, visits, dropout, gaps, unit = 1, sd = 4, fading = 0.7) {
  subjects <- data.frame(subject = 1:n, arm = c(1:arms, sample(arms, n - arms, TRUE)), base = round(rnorm(n, 30, 6), 1),
    sex = sample(2, n, TRUE), site = sample(3, n, TRUE, c(5, 3, 2)))
  spread <- seq(1, 1.8, length.out = visits)
  sigma <- sd^2 * outer(spread, spread) * (0.25 + 0.75 * fading^abs(outer(1:visits, 1:visits, "-")))
  errors <- matrix(rnorm(n * visits), n) %*% chol(sigma)
  data <- merge(data.frame(visit = 1:visits), subjects)
  data <- data[order(data$subject, data$visit), ]
  data$y <- unit * round(data$visit * (0.5 + 0.4 * data$arm) + 0.3 * (data$base - 30) + 0.8 * data$sex + errors[cbind(data$subject, data$visit)], 2)
  left <- ifelse(runif(n) < dropout, sample(2:(visits + 1), n, TRUE), visits + 1)
  data <- data[data$visit < left[data$subject] & runif(nrow(data)) >= gaps, ]
  data[sample(nrow(data)), ] # in no order
}

kinds <- c(UNSTRUCTURED = "us", COMPOUND_SYMMETRY = "cs", HETEROGENEOUS_COMPOUND_SYMMETRY = "csh", AUTOREGRESSIVE = "ar1", HETEROGENEOUS_AUTOREGRESSIVE = "ar1h")

fit <- function(data, terms, kind, method) {
  frame <- within(data, { visit <- factor(visit); arm <- factor(arm); sex <- factor(sex); site <- factor(site); subject <- factor(subject) })
  formula <- as.formula(paste("y ~ arm * visit +", paste(terms, collapse = " + "), "+", kinds[[kind]], "(visit | subject)"))
  model <- mmrm(formula, frame, reml = TRUE, method = if (method == "SATTERTHWAITE") "Satterthwaite" else "Kenward-Roger",
    vcov = if (method == "SATTERTHWAITE") "Asymptotic" else "Kenward-Roger-Linear",
    optimizer = "BFGS", optimizer_control = list(reltol = 1e-16, maxit = 5000))
  means <- function(weights) { s <- as.data.frame(emmeans(model, c("arm", "visit"), weights = weights))
    lapply(seq_len(nrow(s)), function(i) list(group = as.integer(s$arm[i]), visit = as.integer(as.character(s$visit[i])), value = s$emmean[i], error = s$SE[i], df = s$df[i])) }
  pairs <- as.data.frame(summary(contrast(emmeans(model, "arm", by = "visit"), "revpairwise", adjust = "none"), infer = TRUE))
  ends <- do.call(rbind, strsplit(gsub("arm", "", as.character(pairs$contrast)), " - "))
  list(covariance = kind, method = method, equal = means("equal"), observed = means("proportional"),
    sigma = unname(component(model, "varcor")),
    differences = lapply(seq_len(nrow(pairs)), function(i) list(first = as.integer(ends[i, 1]), second = as.integer(ends[i, 2]), visit = as.integer(as.character(pairs$visit[i])),
      value = pairs$estimate[i], error = pairs$SE[i], df = pairs$df[i], lower = pairs$lower.CL[i], upper = pairs$upper.CL[i], p = pairs$p.value[i])))
}

case <- function(name, data, terms, covariates = list(), factors = list(), fits) {
  print(name)
  columns <- function(wanted) lapply(names(wanted), function(v) list(values = data[[v]], byVisit = wanted[[v]]))
  list(name = name, subject = data$subject, visit = data$visit, group = data$arm, y = data$y, covariates = columns(covariates), factors = columns(factors),
    fits = unlist(lapply(fits, function(kind) lapply(c("SATTERTHWAITE", "KENWARD_ROGER"), function(method) fit(data, terms, kind, method))), recursive = FALSE))
}

all <- names(kinds)
cases <- list(
  case("complete", drawn(40, 2, 4, 0, 0), c("base", "base:visit"), list(base = TRUE), fits = all),
  case("dropout and gaps", drawn(90, 3, 5, 0.4, 0.05), c("base", "base:visit", "site"), list(base = TRUE), list(site = FALSE), fits = all),
  case("few subjects", drawn(18, 2, 3, 0.3, 0.05), "base", list(base = FALSE), fits = all),
  case("many visits", drawn(70, 2, 8, 0.3, 0.03), c("base", "base:visit"), list(base = TRUE), fits = all),
  case("another unit", drawn(60, 2, 4, 0.3, 0.1, unit = 1e-4), c("base", "sex", "site", "site:visit"), list(base = FALSE), list(sex = FALSE, site = TRUE), fits = all),
  case("four arms", drawn(64, 4, 3, 0.2, 0), "1", fits = all))
write(toJSON(list("made by" = "mmrm_oracle.R", with = list(mmrm = as.character(packageVersion("mmrm")), emmeans = as.character(packageVersion("emmeans")), R = paste(R.version$major, R.version$minor, sep = ".")),
  cases = cases), auto_unbox = TRUE, digits = NA), file.path(here, "mmrm.json"))

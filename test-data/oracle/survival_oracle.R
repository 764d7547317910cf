# Oracle values for KaplanMeier, LogRank and CoxRegression, from R's survival package.
#
#     Rscript test-data/oracle/survival_oracle.R      (r-base-core, r-cran-survival, r-cran-jsonlite)
#
# writes survival.json beside this file. Where R's rule is not ours (KaplanMeier's comment says which) the value is left out: survival's interval while S is 1,
# and a quantile that the curve equals from the last event to the end of observation.

library(survival)
library(jsonlite)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
set.seed(20261122)
value <- function(x) if (length(x) == 0 || is.na(x) || !is.finite(x)) NULL else x

curve <- function(time, event, confidence = 0.95) {
  fit <- survfit(Surv(time, event) ~ 1, conf.type = "log-log", conf.int = confidence)
  q <- quantile(fit, c(0.25, 0.5, 0.75))
  last <- if (any(event == 1)) min(fit$surv) else 1
  flat <- abs(last - c(0.75, 0.5, 0.25)) < 1e-9
  quantiles <- lapply(1:3, function(i) list(p = c(0.25, 0.5, 0.75)[i], compared = !flat[i], value = value(unname(q$quantile[i])),
    lower = value(unname(q$lower[i])), upper = value(unname(q$upper[i]))))
  at <- sort(unique(c(time, time - 0.5, 0)))
  s <- summary(fit, times = at, extend = TRUE)
  moments <- lapply(seq_along(at), function(i) {
    inside <- s$surv[i] > 0 && s$surv[i] < 1
    list(time = at[i], atRisk = sum(time >= at[i]), survival = s$surv[i], error = if (s$surv[i] > 0) value(s$std.err[i]),
      lower = if (inside) value(s$lower[i]), upper = if (inside) value(s$upper[i]))
  })
  list(times = I(time), events = I(event == 1), confidence = confidence, quantiles = quantiles, moments = moments)
}

times <- function(n, shape, most) pmax(1, pmin(round(rweibull(n, shape, most / 2)), most))
curves <- list(
  curve(1:4, c(1, 1, 1, 1)), curve(c(5, 5, 5), c(1, 1, 1)), curve(c(3), c(1)), curve(c(3), c(0)), curve(c(2, 7), c(0, 1)),
  curve(c(4, 4, 9), c(0, 0, 0)), curve(1:12, rep(1, 12)), curve(1:20, rep(1, 20), 0.9),
  curve(c(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35),
        c(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)))
for (n in c(2, 3, 5, 10, 30, 86)) for (censored in c(0.1, 0.5, 0.9))
  curves[[length(curves) + 1]] <- curve(times(n, 1.2, 40), rbinom(n, 1, 1 - censored), c(0.95, 0.99)[1 + n %% 2])

compared <- function(time, event, group, stratum) {
  data <- data.frame(time, event, group = factor(group), stratum)
  groups <- nlevels(data$group)
  logrank <- survdiff(Surv(time, event) ~ group + strata(stratum), data)
  case <- list(times = time, events = event == 1, groups = as.integer(data$group) - 1, strata = stratum,
    logrank = pchisq(logrank$chisq, groups - 1, lower.tail = FALSE))
  if (groups == 2) {
    for (ties in c("efron", "breslow")) {
      fit <- coxph(Surv(time, event) ~ group + strata(stratum), data, ties = ties, control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100))
      s <- summary(fit)
      case[[ties]] <- list(beta = unname(coef(fit)), error = s$coefficients[1, 3], ratio = s$conf.int[1, 1], lower = s$conf.int[1, 3],
        upper = s$conf.int[1, 4], p = 2 * pnorm(-abs(s$coefficients[1, 4])))
    }
  }
  case
}

comparisons <- list(
  compared(c(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35, 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23),
    c(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, rep(1, 21)), rep(1:2, each = 21), rep(0, 42)))
for (n in c(10, 40, 86, 170)) for (groups in if (n > 10) 2:4 else 2) for (strata in if (n > 10) c(1, 3) else 1) {
  group <- c(1:groups, sample(groups, n - groups, TRUE))
  time <- times(n, 1.1, c(12, 60)[1 + n %% 3 %% 2])
  comparisons[[length(comparisons) + 1]] <- compared(time, c(rep(1, 3), rbinom(n - 3, 1, 0.6)), group, sample(strata, n, TRUE) - 1)
}

write(toJSON(list("made by" = "survival_oracle.R", with = list(R = as.character(getRversion()), survival = as.character(packageVersion("survival"))),
  curves = curves, comparisons = comparisons), auto_unbox = TRUE, digits = NA, null = "null", pretty = FALSE), file.path(here, "survival.json"))

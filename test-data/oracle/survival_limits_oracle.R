# Oracle values for KaplanMeier's limits on the scales "log" and "plain", for other quantiles and for differences at a time, from R's survival package.
#
#     Rscript test-data/oracle/survival_limits_oracle.R      (r-base-core, r-cran-survival, r-cran-jsonlite)
#
# writes survival-limits.json beside this file. A difference is computed as tern's surv_timepoint does: standard errors of summary(survfit), normal limits and test. A quantile
# that the curve equals from the last event to the end of observation is left out, since R's rule is not ours there (survival_oracle.R). On the scale "log-log" values while S is
# 1 are left out.

library(survival)
library(jsonlite)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
set.seed(20261129)
value <- function(x) if (length(x) == 0 || is.na(x) || !is.finite(x)) NULL else x
percents <- c(10, 25, 33, 50, 75, 90, 97.5)

curve <- function(time, event, type, confidence = 0.95) {
  fit <- survfit(Surv(time, event) ~ 1, conf.type = type, conf.int = confidence)
  q <- quantile(fit, percents / 100)
  last <- if (any(event == 1)) min(fit$surv) else 1
  quantiles <- lapply(seq_along(percents), function(i) list(percent = percents[i], compared = abs(last - (1 - percents[i] / 100)) > 1e-9,
    value = value(unname(q$quantile[i])), lower = value(unname(q$lower[i])), upper = value(unname(q$upper[i]))))
  at <- sort(unique(c(time, time - 0.5, 0)))
  s <- summary(fit, times = at, extend = TRUE)
  moments <- lapply(seq_along(at), function(i) list(time = at[i], survival = s$surv[i], lower = if (s$surv[i] > 0) value(s$lower[i]),
    upper = if (s$surv[i] > 0) value(s$upper[i])))
  list(times = I(time), events = I(event == 1), scale = type, confidence = confidence, quantiles = quantiles, moments = moments)
}

difference <- function(time, event, group, at, confidence = 0.95) {
  s <- lapply(0:1, function(g) summary(survfit(Surv(time[group == g], event[group == g]) ~ 1), times = at, extend = TRUE))
  d <- s[[2]]$surv - s[[1]]$surv
  e <- sqrt(s[[1]]$std.err^2 + s[[2]]$std.err^2)
  z <- qnorm(1 - (1 - confidence) / 2)
  known <- all(sapply(0:1, function(g) at <= max(time[group == g]) || s[[g + 1]]$surv == 0))
  inside <- known && is.finite(e) && e > 0
  list(times = time, events = event == 1, groups = group, time = at, confidence = confidence, difference = if (known) value(d),
    lower = if (inside) d - z * e, upper = if (inside) d + z * e, p = if (inside) 2 * pnorm(-abs(d / e)))
}

times <- function(n, shape, most) pmax(1, pmin(round(rweibull(n, shape, most / 2)), most))
curves <- list()
for (type in c("log", "plain")) curves <- c(curves, list(curve(1:4, c(1, 1, 1, 1), type), curve(c(5, 5, 5), c(1, 1, 1), type), curve(3, 1, type),
  curve(3, 0, type), curve(c(2, 7), c(0, 1), type), curve(c(4, 4, 9), c(0, 0, 0), type), curve(1:12, rep(1, 12), type), curve(1:20, rep(1, 20), type, 0.9)))
for (n in c(2, 3, 5, 10, 30, 86)) for (censored in c(0.1, 0.5, 0.9)) for (type in c("log", "plain"))
  curves[[length(curves) + 1]] <- curve(times(n, 1.2, 40), rbinom(n, 1, 1 - censored), type, c(0.95, 0.99)[1 + n %% 2])
differences <- list(difference(c(3, 5, 4, 6), c(0, 0, 0, 0), c(0, 0, 1, 1), 4), difference(c(3, 5, 4, 6), c(1, 0, 0, 0), c(0, 0, 1, 1), 4),
  difference(c(3, 5, 4, 6), c(1, 1, 1, 0), c(0, 0, 1, 1), 5), difference(c(3, 5, 4, 6), c(1, 0, 1, 0), c(0, 0, 1, 1), 5.5), difference(c(5, 5), c(1, 0), c(0, 1), 5))
for (n in c(10, 40, 86)) for (at in c(5, 12, 20, 39))
  differences[[length(differences) + 1]] <- difference(times(n, 1.1, 40), rbinom(n, 1, 0.6), c(0, 1, sample(0:1, n - 2, TRUE)), at)

write(toJSON(list("made by" = "survival_limits_oracle.R", with = list(R = as.character(getRversion()), survival = as.character(packageVersion("survival"))),
  curves = curves, differences = differences), auto_unbox = TRUE, digits = NA, null = "null", pretty = FALSE), file.path(here, "survival-limits.json"))

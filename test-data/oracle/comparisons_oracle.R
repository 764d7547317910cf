# Oracle values of tests and differences between groups, from R's stats package.
#
#     Rscript test-data/oracle/comparisons_oracle.R      (r-base-core, r-cran-jsonlite)
#
# writes comparisons.json beside this file. p-values of one case are of t.test (pooled, Welch), wilcox.test (exact or corrected by its own rule), kruskal.test,
# chisq.test (plain, corrected), fisher.test; rates are of poisson.test, Wald's difference by its formula. Breslow and Day's test is computed here by root finding
# (uniroot) on the definition; comparisons_witness.py compares it, and the risk differences, with statsmodels.

suppressMessages(library(jsonlite))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
set.seed(20261125)
quiet <- function(e) suppressWarnings(e)

two <- function(x, y) {
  list(first = I(x), second = I(y), pooled = t.test(x, y, var.equal = TRUE)$p.value, welch = if (length(x) > 1 && length(y) > 1) t.test(x, y)$p.value,
    wilcoxon = quiet(wilcox.test(x, y))$p.value, kruskal = kruskal.test(list(x, y))$p.value)
}
several <- function(groups) list(groups = lapply(groups, I), kruskal = kruskal.test(groups)$p.value)
counts <- function(m) list(table = lapply(seq_len(nrow(m)), function(i) I(m[i, ])), plain = quiet(chisq.test(m, correct = FALSE))$p.value,
  corrected = quiet(chisq.test(m, correct = TRUE))$p.value, fisher = fisher.test(m, workspace = 2e8)$p.value)
rate <- function(x, t, confidence = 0.95) {
  one <- poisson.test(x[1], t[1], conf.level = confidence)
  both <- poisson.test(x, t, conf.level = confidence)
  d <- x[1] / t[1] - x[2] / t[2]
  half <- qnorm(1 - (1 - confidence) / 2) * sqrt(x[1] / t[1]^2 + x[2] / t[2]^2)
  finite <- function(v) if (is.finite(v)) v
  list(events = I(x), time = I(t), confidence = confidence, rate = x[1] / t[1], lower = one$conf.int[1], upper = one$conf.int[2],
    ratio = finite(x[1] / t[1] / (x[2] / t[2])), ratioLower = both$conf.int[1], ratioUpper = finite(both$conf.int[2]), difference = d,
    differenceLower = d - half, differenceUpper = d + half)
}
breslow <- function(tables) {
  used <- Filter(function(m) all(rowSums(m) > 0) && all(colSums(m) > 0), tables)
  psi <- sum(sapply(used, function(m) m[1, 1] * m[2, 2] / sum(m))) / sum(sapply(used, function(m) m[1, 2] * m[2, 1] / sum(m)))
  parts <- sapply(used, function(m) {
    n1 <- sum(m[1, ]); n2 <- sum(m[2, ]); with <- sum(m[, 1])
    f <- function(e) log(e) + log(n2 - with + e) - log(with - e) - log(n1 - e) - log(psi)
    from <- max(0, with - n2); to <- min(n1, with); width <- to - from
    e <- uniroot(f, c(from + width * 1e-14, to - width * 1e-14), tol = 1e-15, maxiter = 10000)$root
    c(m[1, 1] - e, 1 / (1 / e + 1 / (with - e) + 1 / (n1 - e) + 1 / (n2 - with + e)))
  })
  plain <- sum(parts[1, ]^2 / parts[2, ])
  list(tables = lapply(tables, function(m) list(I(m[1, ]), I(m[2, ]))), plain = pchisq(plain, length(used) - 1, lower.tail = FALSE),
    tarone = pchisq(plain - sum(parts[1, ])^2 / sum(parts[2, ]), length(used) - 1, lower.tail = FALSE))
}
four <- function(a, b, c, d) matrix(c(a, b, c, d), 2, byrow = TRUE)
random <- function(strata, size) lapply(seq_len(strata), function(i) matrix(rpois(4, size) + 1, 2))

out <- list("made by" = "comparisons_oracle.R", with = R.version.string,
  two = c(list(two(c(1, 2, 3), c(2.5, 4, 6, 8)), two(c(1, 2, 2, 3), c(2, 3, 3, 9)), two(5, c(1, 2, 9)), two(c(1, 2), c(3, 4)), two(1:49 + 0.5, c(1:40, 90:98)), two(1:50 + 0.5, 20:60)),
    lapply(1:10, function(i) two(round(rnorm(2 + 3 * i, 10, 3), 2), round(rnorm(3 + 2 * i, 12, 2 + i / 4), 2))),
    lapply(1:4, function(i) two(rnorm(20 * i), rnorm(15 * i, 0.3))),
    lapply(1:4, function(i) two(round(rnorm(20 * i)), round(rnorm(25 * i, 0.4))))),
  several = c(list(several(list(c(1, 2, 3), c(2, 4, 6), c(5, 7))), several(list(c(1, 1, 2), c(1, 2, 2), c(3, 3))), several(list(1, 2, 3))),
    lapply(2:6, function(k) several(lapply(seq_len(k), function(i) round(rnorm(8 + 3 * i, i / 4), 1))))),
  counts = c(list(counts(four(53, 33, 40, 44)), counts(four(1, 9, 8, 2)), counts(four(3, 0, 1, 4)), counts(four(5, 5, 5, 5)), counts(four(10, 11, 12, 13)),
      counts(matrix(c(14, 42, 30, 8, 47, 29, 11, 55, 18), 3)), counts(matrix(c(78, 8, 0, 78, 6, 0, 74, 9, 1), 3)), counts(matrix(c(75, 8, 3, 0, 72, 6, 6, 0, 71, 9, 3, 1), 4)),
      counts(matrix(c(3, 1, 2, 4, 0, 5), 2)), counts(matrix(c(2, 0, 0, 0, 3, 0, 0, 0, 4), 3)), counts(matrix(c(1, 2, 3, 4, 5, 6, 7, 8), 2))),
    lapply(1:6, function(i) counts(matrix(rpois(6 + 2 * (i %% 2) * 3, 3) + 1, 3))), lapply(1:4, function(i) counts(matrix(rpois(8, 4 * i) + 1, 4)))),
  rates = list(rate(c(12, 5), c(100, 80)), rate(c(0, 4), c(31.5, 40)), rate(c(3, 0), c(2.5, 7)), rate(c(150, 101), c(812.3, 790.1), 0.9), rate(c(1, 1), c(0.3, 4), 0.99), rate(c(7, 7), c(7, 7))),
  breslow = c(list(breslow(list(four(12, 5, 6, 9), four(3, 8, 9, 4), four(10, 10, 2, 11))), breslow(list(four(4, 1, 2, 3), four(0, 5, 3, 4), four(1, 0, 5, 6))),
      breslow(list(four(5, 5, 5, 5), four(7, 7, 7, 7))), breslow(list(four(3, 4, 5, 6), four(0, 0, 3, 4), four(9, 2, 2, 9)))), lapply(1:8, function(i) breslow(random(1 + i, 3 * i)))))
write(toJSON(out, auto_unbox = TRUE, digits = NA, null = "null"), file.path(here, "comparisons.json"))

#!/usr/bin/env bash
# Commons Statistics 1.2: FisherExactTest gives half of the two-sided p-value for some tables whose two tails are equally probable.
#
# The two-sided p-value is the sum of the probabilities of all tables that are no more probable than the one seen. In the table 1, 5 / 9, 2 one table of the other tail has exactly
# the same probability as the one seen, as exact fractions show: p is 0.0345. The library compares floating-point probabilities without a tolerance, takes the other tail for more
# probable and gives 0.0175, which crosses 0.025. R (fisher.test, relative tolerance 1e-7) and SciPy 1.14.1 (1e-14) count the tie.
#
# Needs bash, Python 3 with venv, a JDK 17 or later and Maven 3.8. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip -q install scipy==1.14.1
venv/bin/python - <<'PY'
from fractions import Fraction
from math import comb
from scipy.stats import fisher_exact
for a, b, c, d in ((1, 5, 9, 2), (0, 2, 2, 3)):
    n, row, column = a + b + c + d, a + b, a + c
    def probability(x): return Fraction(comb(column, x) * comb(n - column, row - x), comb(n, row))
    all_x = range(max(0, row + column - n), min(row, column) + 1)
    exact = sum(probability(x) for x in all_x if probability(x) <= probability(a))
    ties = [x for x in all_x if probability(x) == probability(a)]
    print(f"{a}, {b} / {c}, {d}   exact {float(exact):.4f} (as probable as seen: {ties})   SciPy {fisher_exact([[a, b], [c, d]])[1]:.4f}")
PY

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies><dependency><groupId>org.apache.commons</groupId><artifactId>commons-statistics-inference</artifactId><version>1.2</version></dependency></dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
cat > Test.java <<'JAVA'
import org.apache.commons.statistics.inference.FisherExactTest;

public class Test {
    public static void main(String[] args) {
        for (int[] t : new int[][] {{1, 5, 9, 2}, {0, 2, 2, 3}}) {
            double p = FisherExactTest.withDefaults().test(new int[][] {{t[0], t[1]}, {t[2], t[3]}}).getPValue();
            System.out.printf(java.util.Locale.ROOT, "%d, %d / %d, %d   Commons Statistics %.4f%n", t[0], t[1], t[2], t[3], p);
        }
    }
}
JAVA
java -cp 'lib/*' Test.java | tee seen.txt
grep -q '1, 5 / 9, 2 .* 0.0175' seen.txt && grep -q '0, 2 / 2, 3 .* 0.5238' seen.txt
echo "as described: Commons Statistics 1.2 leaves out the tail that is exactly as probable"

#!/usr/bin/env bash
# fastexcel-reader 0.19.0: dates of a workbook that counts days from 1904 come out 1,462 days early, and isDate1904() says false.
#
# ECMA-376, part 1, 18.2.28 (workbookPr): date1904 is a boolean attribute, and "1" is one of its two spellings of true. The workbook below is made by openpyxl 3.1.5, which
# writes date1904="1", and holds 15 January 2025 in A1; openpyxl reads 2025-01-15 back, fastexcel-reader 2021-01-14.
#
# Needs bash, Python 3 with venv, a JDK 17 or later and Maven 3.8. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip -q install openpyxl==3.1.5
venv/bin/python - <<'PY'
import datetime, openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
book = openpyxl.Workbook()
book.epoch = CALENDAR_MAC_1904
book.active["A1"] = datetime.datetime(2025, 1, 15)
book.save("dates.xlsx")
print("openpyxl reads   ", openpyxl.load_workbook("dates.xlsx").active["A1"].value.date())
PY
unzip -p dates.xlsx xl/workbook.xml | grep -o 'date1904="[^"]*"'

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies><dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.19.0</version></dependency></dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
cat > Read.java <<'JAVA'
import java.io.File;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

public class Read {
    public static void main(String[] args) throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new File("dates.xlsx"))) {
            System.out.println("isDate1904        " + book.isDate1904());
            System.out.println("fastexcel reads   " + book.getFirstSheet().read().get(0).getCellAsDate(0).orElseThrow().toLocalDate());
        }
    }
}
JAVA
java -cp 'lib/*' Read.java | tee seen.txt
grep -q 'isDate1904 *false' seen.txt && grep -q '2021-01-14' seen.txt
echo "as described: fastexcel-reader 0.19.0 takes no notice of date1904=\"1\""

#!/usr/bin/env bash
# Apache POI 5.5.1: XWPFParagraph.isKeepNext() says false for a paragraph whose <w:keepNext/> has no w:val, the form in which Word and others write it.
#
# ECMA-376, part 1, 17.17.4 (ST_OnOff) and the properties that use it: an element that is there without its value is on. The document below is made by python-docx 1.2.0, which
# writes <w:keepNext/> and <w:pageBreakBefore/>; python-docx reads both as True, POI's isKeepNext() and isPageBreak() say false. The element itself is seen (isSetKeepNext of the bean is
# true), so a program that asks whether a caption stays with its table must look at the bean. And setKeepNext(true) raises a NullPointerException for a paragraph without properties.
#
# Needs bash, Python 3 with venv, a JDK 17 or later and Maven 3.8. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip -q install python-docx==1.2.0
venv/bin/python - <<'PY'
import docx
document = docx.Document()
for text in ("kept", "plain"):
    paragraph = document.add_paragraph(text)
    if text == "kept":
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.page_break_before = True
document.save("kept.docx")
form = docx.Document("kept.docx").paragraphs[0].paragraph_format
print("python-docx      keep_with_next", form.keep_with_next, " page_break_before", form.page_break_before)
PY
unzip -p kept.docx word/document.xml | grep -o '<w:keepNext[^>]*>\|<w:pageBreakBefore[^>]*>'

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies><dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml-full</artifactId><version>5.5.1</version></dependency>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.2</version></dependency></dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
cat > Read.java <<'JAVA'
import java.io.FileInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

public class Read {
    public static void main(String[] args) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new FileInputStream("kept.docx"))) {
            XWPFParagraph kept = document.getParagraphs().get(0);
            System.out.println("POI               isKeepNext " + kept.isKeepNext() + "  isPageBreak " + kept.isPageBreak());
            System.out.println("its bean          isSetKeepNext " + kept.getCTP().getPPr().isSetKeepNext());
            try {
                document.getParagraphs().get(1).setKeepNext(true);
                System.out.println("setKeepNext       done");
            } catch (NullPointerException e) {
                System.out.println("setKeepNext       NullPointerException");
            }
        }
    }
}
JAVA
java -cp 'lib/*' Read.java | tee seen.txt
grep -q 'isKeepNext false  isPageBreak false' seen.txt && grep -q 'isSetKeepNext true' seen.txt && grep -q 'setKeepNext *NullPointerException' seen.txt
echo "as described: POI 5.5.1 takes an on/off element without a value for off"

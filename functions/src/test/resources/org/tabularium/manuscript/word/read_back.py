"""Reads Word documents with python-docx and prints what is in them: read_back.py FILE…; exits with 77 without python-docx."""

import os
import sys

try:
    import docx
except ImportError:
    sys.exit(77)

for path in sys.argv[1:]:
    word = docx.Document(path)
    print("document", os.path.splitext(os.path.basename(path))[0])
    for paragraph in word.paragraphs:
        style = paragraph._p.style
        runs = paragraph._p.xpath(".//w:r[not(ancestor::w:txbxContent)]")
        print("paragraph", style if style else "-", "text" if runs else "")
    for table in word.tables:
        print("table", len(table.rows), "rows")
    comments = [part for part in word.part.package.iter_parts() if str(part.partname).endswith("/comments.xml")]
    print("comments", sum(part.blob.count(b"<w:comment ") for part in comments))

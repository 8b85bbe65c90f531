"""Fills a form with MuPDF and saves it.

usage: fill_mupdf.py FORM.pdf VALUES.json OUT.pdf

VALUES.json is that of fill_pdf.py.
"""

import json
import pathlib
import sys

import pymupdf

if __name__ == "__main__":
    form, values, out = sys.argv[1:]
    answers = json.loads(pathlib.Path(values).read_text(encoding="utf-8"))
    document = pymupdf.open(form)
    for page in document:
        for widget in page.widgets():
            widget.field_value = answers[widget.field_name]
            widget.update()
    document.save(out)

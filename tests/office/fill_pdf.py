"""Fills a form with pypdf and saves it.

usage: fill_pdf.py FORM.pdf VALUES.json OUT.pdf

VALUES.json holds the answer of each field by its name: text, the id of a choice, or true for a ticked box.
"""

import json
import pathlib
import sys

from pypdf import PdfWriter


def fill(form, answers, out):
    writer = PdfWriter(clone_from=form)
    unknown = answers.keys() - writer.get_fields().keys()
    assert not unknown, f"no such field: {unknown}"
    values = {name: written(value) for name, value in answers.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    writer.write(out)


def written(value):
    return {True: "/Oui", False: "/Off"}.get(value, value) if isinstance(value, bool) else value


if __name__ == "__main__":
    form, values, out = sys.argv[1:]
    fill(form, json.loads(pathlib.Path(values).read_text(encoding="utf-8")), out)

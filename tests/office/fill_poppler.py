"""Fills a form with poppler, the engine of Evince and Okular, and saves it (Debian: python3-gi, gir1.2-poppler-0.18).

usage: fill_poppler.py FORM.pdf VALUES.json OUT.pdf

VALUES.json is that of fill_pdf.py.
"""

import json
import pathlib
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402


def write(field, answer):
    kind = field.get_field_type()
    if kind == Poppler.FormFieldType.TEXT:
        field.text_set_text(answer)
    elif kind == Poppler.FormFieldType.BUTTON:
        field.button_set_state(answer)
    else:
        # The names of choices are not to be had here: the answers are the last ones.
        field.choice_select_item(field.choice_get_n_items() - 1)


if __name__ == "__main__":
    form, values, out = (pathlib.Path(name).resolve() for name in sys.argv[1:])
    answers = json.loads(values.read_text(encoding="utf-8"))
    document = Poppler.Document.new_from_file(form.as_uri(), None)
    for number in range(document.get_n_pages()):
        for placed in document.get_page(number).get_form_field_mapping():
            write(placed.field, answers[placed.field.get_name()])
    document.save(out.as_uri())

"""Invents an answer for every field of a form, the hardest it may take: accents, œ, €, several lines, Arabic, full length.

usage: pdf_answers.py FORM.pdf VALUES.json
"""

import itertools
import json
import pathlib
import sys

from pypdf import PdfReader

TEXT = "L’œuvre coûte 12,50 € : « déjà » – <b>ça</b> & \\(là). Île-de-Ré, Ÿ. "
LINES = TEXT + "\nÀ la ligne.\n\n" + "مرحبا بكم. "
MULTILINE = 1 << 12


def widgets(form):
    """Every field of the form, in the order of pages."""
    for page in PdfReader(form).pages:
        for annotation in page.get("/Annots", []):
            widget = annotation.get_object()
            if "/T" in widget:
                yield widget


def answer(rank, widget):
    if widget["/FT"] == "/Btn":
        return rank % 2 == 0
    if widget["/FT"] == "/Ch":
        return widget["/Opt"][-1][0]
    limit = widget["/MaxLen"]
    words = LINES if widget.get("/Ff", 0) & MULTILINE else TEXT
    return "".join(itertools.islice(itertools.cycle(words), limit)).strip()


if __name__ == "__main__":
    form, out = sys.argv[1:]
    answers = {widget["/T"]: answer(rank, widget) for rank, widget in enumerate(widgets(form))}
    text = json.dumps(answers, ensure_ascii=False, indent=1)
    pathlib.Path(out).write_text(text, encoding="utf-8")

"""Invents an answer for every field of a form, of its full length, and the hardest it may take: accents, œ, €, several
lines, Arabic.

usage: pdf_answers.py FORM.pdf VALUES.json [shown [lines]]

With `shown`, what viewers have to show whole: sentences, and names of all Europe, each answer with its rank. With `lines`,
for the fields of one line only.
"""

import itertools
import json
import pathlib
import sys

from pypdf import PdfReader

TEXT = "L’œuvre coûte 12,50 € : « déjà » – <b>ça</b> & \\(là). Île-de-Ré, Ÿ. "
LINES = TEXT + "\nÀ la ligne.\n\n" + "مرحبا بكم. "
SHOWN = (
    "de Łukasz Żółć, Ștefan Nguyễn, Ελένη et Київ : le groupement réunit douze entreprises du littoral, qui partagent "
    "vingt emplois à temps partiel pour que l’œuvre soit durable. Chacune s’engage pour trois ans et verse 120 € par mois. "
)
# What has one form, by its greatest length.
FORMS = {10: "17/01/2022", 17: "837 783 533 74060", 20: "12 345 678,50", 30: "+33 1 99 00 12 34"}
ADDRESS = 254
MULTILINE = 1 << 12


def widgets(form):
    """Every field of the form, in the order of pages."""
    for page in PdfReader(form).pages:
        for annotation in page.get("/Annots", []):
            widget = annotation.get_object()
            if "/T" in widget:
                yield widget


def wraps(widget):
    return widget["/FT"] == "/Tx" and widget.get("/Ff", 0) & MULTILINE


def answer(rank, widget, shown):
    if widget["/FT"] == "/Btn":
        return rank % 2 == 0
    if widget["/FT"] == "/Ch":
        return widget["/Opt"][-1][0]
    limit = widget["/MaxLen"]
    if shown and limit in FORMS:
        return FORMS[limit]
    if shown and limit == ADDRESS:
        return f"personne-{rank}@groupement.example.org"
    words = itertools.cycle(LINES if wraps(widget) else TEXT)
    if shown:
        words = itertools.chain(f"{rank} ", itertools.cycle(SHOWN))
    return "".join(itertools.islice(words, limit)).strip()


if __name__ == "__main__":
    form, out, *only = sys.argv[1:]
    asked = [widget for widget in widgets(form) if not ("lines" in only and wraps(widget))]
    answers = {widget["/T"]: answer(rank, widget, "shown" in only) for rank, widget in enumerate(asked)}
    text = json.dumps(answers, ensure_ascii=False, indent=1)
    pathlib.Path(out).write_text(text, encoding="utf-8")

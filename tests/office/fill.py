"""Fills every field of ODT and DOCX dossiers as a person would in LibreOffice, and saves them.

usage: /usr/bin/python3 tests/office/fill.py FOLDER FILE...

Writes FOLDER/<file> and, beside it, FOLDER/<file>.json: what was written in each field, by the name that the file
gives it (the id in an ODT, the bookmark without `f_` in a DOCX).
"""

import json
import sys
from pathlib import Path

import fill_docx
import fill_odt
import office

FORMATS = {".odt": "writer8", ".docx": "MS Word 2007 XML"}

TEXTS = [
    "Cœur d’Ouessant, où l’été naît à Noël : 1 250,50 € — « déjà vu »",
    "Première ligne\nDeuxième ligne, après un alinéa\nTroisième",
    "عنوان الجمعية: تعاونية العمل\nשורה שנייה בעברית",
    "<b>&amp; \"guillemets\" ]]> =1+1 {{ plafond }} \\n",
    "Ǆ ȩ ﬁ 𝔘 🐟 e\u0301 x²",
    ("L’emploi partagé : œuvre commune, 60 000 €. " * 200)[:4999] + "!",
]


def main(folder, *files):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with office.desktop() as desktop:
        for file in map(Path, files):
            with office.opened(desktop, file) as document:
                kind = fill_docx if file.suffix == ".docx" else fill_odt
                filled = kind.fill(document, text_for)
                office.save(document, folder / file.name, FORMATS[file.suffix])
            words = json.dumps(filled, ensure_ascii=False, indent=1, sort_keys=True)
            (folder / f"{file.name}.json").write_text(words + "\n", encoding="utf-8")
            print(f"{file}: {len(filled)} fields filled")


def text_for(name, rank, prompt=""):
    """What a field is given: of its kind where the name tells it, else one of the texts in turn."""
    last = name.replace("_", ":").split(":")[-1]
    if last == "siret":
        return "732 829 320 00074"
    if last in ("date", "depuis") or "AAAA" in prompt or "YYYY" in prompt:
        return "17/01/2022"
    if "budget" in name and last != "justification":
        return f"{rank * 10}\u202f000,50"
    return TEXTS[rank % len(TEXTS)]


if __name__ == "__main__":
    main(*sys.argv[1:])

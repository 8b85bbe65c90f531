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
from texts import text_for

FORMATS = {".odt": "writer8", ".docx": "MS Word 2007 XML"}

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


if __name__ == "__main__":
    main(*sys.argv[1:])

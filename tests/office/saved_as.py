"""Saves filled dossiers as people do, in another format and back, and checks that each answer comes back, or that the file is
refused: none is lost in silence.

usage: /usr/bin/python3 tests/office/saved_as.py CANEVAS PROJECT PUBLISHED FOLDER FILE...

Beside each FILE, FILE.json holds what was written (tests/office/fill.py, fill_word.py). Each is saved in FOLDER along every
path that begins with its format; LibreOffice does it, in one process.
"""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import office
import read_back

FILTERS = {
    "odt": "writer8", "docx": "MS Word 2007 XML", "doc": "MS Word 97", "rtf": "Rich Text Format",
    "fodt": "OpenDocument Text Flat XML", "pdf": "writer_pdf_Export",
}
PATHS = {
    ".odt": ["docx", "docx odt", "doc docx", "rtf docx", "fodt", "pdf", "doc", "rtf"],
    ".docx": ["docx", "docx odt", "odt", "odt docx", "doc docx", "rtf docx", "fodt", "pdf"],
}
# LibreOffice 7.4 never ends on some files.
SECONDS = 120


def main(canevas, project, published, folder, *files):
    Path(folder).mkdir(parents=True, exist_ok=True)
    saved = {}
    with office.desktop() as desktop:
        for file in map(Path, files):
            for path in PATHS[file.suffix]:
                saved[str(save_along(desktop, file, path.split(), Path(folder)))] = (file, path)
    command = [canevas, "dossier", "read", *saved, "--root", project, "--format", "json"]
    said = subprocess.run(command, capture_output=True, check=False)
    rows = {row["fichier"]: row for row in json.loads(said.stdout)}
    refused = re.findall(r"^((?:erreur|error)\[.*)\n--> (.*)$", said.stderr.decode(), re.MULTILINE)
    refused = {made: reason for reason, made in refused}
    wrong = sum(report(made, file, path, rows.get(made) or refused[made], published)
                for made, (file, path) in saved.items())
    sys.exit(1 if wrong else 0)


def save_along(desktop, file, formats, folder):
    made = file
    for rank, format in enumerate(formats):
        into = folder / "-".join([file.stem, file.suffix[1:], *formats[: rank + 1]])
        target = into.with_name(f"{into.name}.{format}")
        if not target.exists():
            signal.alarm(SECONDS)
            with office.opened(desktop, made) as document:
                office.save(document, target, FILTERS[format])
            signal.alarm(0)
        made = target
    return made


def report(made, file, path, read, published):
    """How many answers are not as they were written."""
    written = json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))
    name = f"{file.name} > {path.replace(' ', ' > ')}: {len(written)} answers"
    if isinstance(read, str):
        print(f"{name}, refused: {read}")
        return 0
    choices = read_back.choices_of(published, read)
    by_name = {name: value for key, value in read["reponses"].items() for name in read_back.names(key)}
    wrong = [field for field, words in written.items()
             if not read_back.same(words, read_back.found(by_name, field), choices)]
    said = {remark["code"] for remark in read["remarques"]} & {"lue-par-son-titre", "hors-de-place", "texte-en-trop"}
    print(f"{name}, {len(wrong)} wrong", *sorted(said))
    for field in wrong:
        print(f"  {field}: {read_back.found(by_name, field)!r} instead of {written[field]!r}"[:200])
    return len(wrong)


if __name__ == "__main__":
    main(*sys.argv[1:])

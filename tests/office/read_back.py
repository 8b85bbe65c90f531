"""Checks that `canevas dossier read` gives back every answer that was written, character for character.

usage: read_back.py CANEVAS PROJECT PUBLISHED FILE...

Beside each FILE, FILE.json holds what was written in each field, by the id of the field or, in a DOCX, by its bookmark
without `f_` (tests/office/fill.py, fill_pdf.py). PUBLISHED is the folder of the site: its Word documents say which
words stand for which choice.
"""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST, KEPT = 38, 31


def main(canevas, project, published, *files):
    command = [canevas, "dossier", "read", *files, "--root", project, "--format", "json", "--quiet"]
    said = subprocess.run(command, capture_output=True, check=False)
    rows = {row["fichier"]: row for row in json.loads(said.stdout)}
    wrong = sum(check(file, rows.get(file), published) for file in files)
    sys.exit(1 if wrong else 0)


def check(file, row, published):
    """How many answers are not as they were written."""
    if row is None:
        print(f"{file}: not read")
        return 1
    expected = json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))
    answers, choices = row["reponses"], choices_of(published, row)
    by_name = {name: value for key, value in answers.items() for name in names(key)}
    wrong = 0
    for name, written in expected.items():
        read = found(by_name, name)
        if not same(written, read, choices):
            wrong += 1
            print(f"{file}: {name}: {read!r} instead of {written!r}")
    print(f"{file}: {len(expected)} answers, {wrong} wrong")
    if len(answers) > len(expected):
        wrong += 1
        print(f"{file}: {len(answers)} answers were read, {len(expected)} were written")
    return wrong


def found(by_name, name):
    """The answer of a field, by its id or by its bookmark."""
    return by_name.get(name, by_name.get(re.sub(r"_\d+$", "", name), ""))


def names(key):
    """The id, and its bookmark, which may be cut before the rank of the field."""
    mark = re.sub(r"[^A-Za-z0-9]", "_", key)
    return key, mark if len(mark) <= LONGEST else mark[:KEPT]


def choices_of(published, row):
    """The id of each choice, by its words."""
    name = f"dossier-{row['appel']}-{row['region']}-{row['langue']}.docx"
    found = next(Path(published).rglob(name), None)
    if found is None:
        return {}
    document = zipfile.ZipFile(found).read("word/document.xml")
    items = ElementTree.fromstring(document).iter(f"{WORD}listItem")
    return {item.get(f"{WORD}displayText"): item.get(f"{WORD}value") for item in items}


def same(written, read, choices):
    if isinstance(written, bool) or isinstance(read, bool):
        return written is read
    if isinstance(read, float):
        return number(written) == read
    day = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", written)
    forms = {written, written.replace("\r\n", "\n").strip(), choices.get(written)}
    forms.add(re.sub(r"\s", "", written) if re.fullmatch(r"[\d\s]{14,20}", written) else None)
    forms.add("-".join(reversed(day.groups())) if day else None)
    return read in forms


def number(text):
    plain = re.sub(r"[\s€]", "", text).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


if __name__ == "__main__":
    main(*sys.argv[1:])

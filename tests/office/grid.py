"""Marks dossiers in a workbook with LibreOffice, and compares what its formulas give with what they should.

usage: /usr/bin/python3 tests/office/grid.py CANEVAS PROJECT

A copy of the project is given a grid with eliminatory marks, ties and a least total; its blank dossiers are read into a
workbook, marked at random, recalculated, saved as XLSX and read again: the program then computes the same.
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import office

GRID = """
instruction:
  criteres:
    - { id: a, libelle: { fr: "Emploi" }, poids: 3, eliminatoire: 2 }
    - { id: b, libelle: { fr: "Budget" }, poids: 1.5, notation: { de: 1, a: 10 }, eliminatoire: 3 }
    - { id: c, libelle: { fr: "Délai" }, poids: 0.5 }
  departage: [c, date-de-reception, a]
  minimum: 40
"""
SCALES, WEIGHTS, LEAST = [(0, 5), (1, 10), (0, 5)], [3, 1.5, 0.5], [2, 3, None]
FIRST, DOSSIERS = 2, 60
DAYS = ["", "2022-01-10", "2022-01-11"]


def main(canevas, project):
    random.seed(20211208)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        root, received, workbook = folder / "project", folder / "received", folder / "marked.xlsx"
        prepare(Path(canevas).resolve(), Path(project), root, received)
        read = [canevas, "--root", root, "dossier", "read", received, "-o", workbook, "--lang", "fr"]
        subprocess.run(read, check=True, capture_output=True)
        with office.desktop() as desktop:
            with office.opened(desktop, workbook) as document:
                rows = [mark(document, FIRST + rank) for rank in range(DOSSIERS)]
                document.calculateAll()
                wrong = compare("recalculated", document, expected(rows))
                office.save(document, workbook, "Calc MS Excel 2007 XML")
            subprocess.run(read, check=True, capture_output=True)
            # Nothing is computed when it is opened: what is shown is what the program wrote.
            with office.opened(desktop, workbook) as document:
                wrong += compare("read again", document, expected(rows))
    print(f"{DOSSIERS} dossiers: marked, recalculated, read again")
    sys.exit("\n".join(wrong) or 0)


def prepare(canevas, project, root, received):
    for name in "content", "regions":
        shutil.copytree(project / name, root / name)
    shutil.copy(project / "canevas.yaml", root)
    call = root / "content/amige-2022/appel.yaml"
    text = re.sub(r"^instruction:\n(?:[ ].*\n)*", "", call.read_text("utf-8"), flags=re.M)
    call.write_text(text + GRID, "utf-8")
    site = root / "public"
    build = [canevas, "--root", root, "build", "--region", "bretagne", "--output", site, "--date", "2021-12-20"]
    subprocess.run(build, check=True, capture_output=True)
    received.mkdir()
    blank = site / "fr/bretagne/amige-2022/dossier-amige-2022-bretagne-fr.odt"
    for rank in range(DOSSIERS):
        shutil.copy(blank, received / f"{rank:03}.odt")


def columns(sheet):
    return {sheet.getCellByPosition(rank, 0).String: rank for rank in range(40)}


def mark(document, row):
    """Types marks and a day in a row: few values, so that many are equal."""
    sheet = document.Sheets.getByName("Grille")
    places = columns(sheet)
    marks = [random.choice([low, low + 1, (low + high) / 2, high, high]) for low, high in SCALES]
    marks = [mark if random.random() > 0.05 else None for mark in marks]
    day = random.choice(DAYS)
    for name, value in zip(["note:a", "note:b", "note:c"], marks):
        if value is not None:
            sheet.getCellByPosition(places[name], row).setValue(value)
    if day:
        sheet.getCellByPosition(places["recu-le"], row).setFormula(day)
    return marks, day or "9999"


def total(marks):
    if None in marks:
        return None
    parts = [w * (m - low) / (high - low) for w, m, (low, high) in zip(WEIGHTS, marks, SCALES)]
    return round(100 * sum(parts) / sum(WEIGHTS), 2)


def verdict(marks):
    if any(least and mark is not None and mark < least for mark, least in zip(marks, LEAST)):
        return "éliminé"
    if total(marks) is None:
        return "à noter"
    return "sous le minimum" if total(marks) < 40 else "admissible"


def expected(rows):
    """The total, the verdict and the rank of each row."""
    keys = [
        (-total(marks), -marks[2], day, -marks[0]) if verdict(marks) == "admissible" else None
        for marks, day in rows
    ]
    better = lambda key: 1 + sum(other < key for other in keys if other is not None)
    return [(total(marks), verdict(marks), key and better(key)) for (marks, _), key in zip(rows, keys)]


def compare(when, document, rows):
    sheet = document.Sheets.getByName("Grille")
    places = columns(sheet)
    wrong = []
    for rank, row in enumerate(rows):
        cell = lambda name: sheet.getCellByPosition(places[name], FIRST + rank)
        number = lambda name: round(cell(name).Value, 2) if cell(name).String else None
        found = number("total"), cell("avis").String, number("rang")
        if found != row:
            wrong.append(f"{when}, row {FIRST + rank + 1}: {found}, expected {row}")
    return wrong


main(*sys.argv[1:])

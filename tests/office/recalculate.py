"""Types amounts into budget workbooks, ODS or XLSX, and compares what LibreOffice then computes; again once saved.

usage: /usr/bin/python3 tests/office/recalculate.py FILE...

Cells are found by their defined names: `f_<budget>_charges_<line>`, `…_total`, `plafond`. What is said of the balance
is one row above the ceiling, what is said of the justifications one below.
"""

import sys
import tempfile
from pathlib import Path

import office

FORMATS = {".ods": "calc8", ".xlsx": "Calc MS Excel 2007 XML"}
AMOUNTS, WORDS = 1, 2


def main(*files):
    wrong = []
    with office.desktop() as desktop, tempfile.TemporaryDirectory() as folder:
        for file in map(Path, files):
            saved = Path(folder) / file.name
            with office.opened(desktop, file) as document:
                wrong += [f"{file}: {fault}" for fault in check(Workbook(document))]
                office.save(document, saved, FORMATS[file.suffix])
            with office.opened(desktop, saved) as document:
                wrong += [f"{file}, saved: {fault}" for fault in check(Workbook(document))]
            print(f"{file}: recalculated")
    sys.exit("\n".join(wrong) or 0)


class Workbook:
    def __init__(self, document):
        self.document = document
        ranges = document.NamedRanges
        names = [name for name in ranges.ElementNames if name.startswith("f_") or name == "plafond"]
        self.named = {name: ranges.getByName(name).ReferredCells.getCellByPosition(0, 0) for name in names}
        self.ceiling = self.named["plafond"]
        self.sheet = self.ceiling.Spreadsheet

    def side(self, side):
        """The amounts of a side, in their order, without its total."""
        found = [
            cell for name, cell in self.named.items()
            if side == next((s for s in ("charges", "ressources") if f"_{s}_" in name), "")
            and cell.CellAddress.Column == AMOUNTS and not name.endswith("_total")
        ]
        return sorted(found, key=lambda cell: cell.CellAddress.Row)

    def total(self, side):
        return next(cell for name, cell in self.named.items() if name.endswith(f"_{side}_total"))

    def justifications(self):
        return [cell for cell in self.named.values() if cell.CellAddress.Column == WORDS]

    def checks(self):
        """What is said of the balance, of the ceiling and of the justifications."""
        row = self.ceiling.CellAddress.Row
        return [self.sheet.getCellByPosition(WORDS, row + step).String for step in (-1, 0, 1)]

    def fill(self, charges, resources, why=""):
        for side, amounts in ("charges", charges), ("ressources", resources):
            for rank, cell in enumerate(self.side(side)):
                amount = amounts[rank] if rank < len(amounts) else None
                if amount is None:
                    cell.setFormula("")
                else:
                    cell.setValue(amount)
        for cell in self.justifications():
            cell.setString(why)
        self.document.calculateAll()

    def totals(self):
        return self.total("charges").Value, self.total("ressources").Value


def check(book):
    """What is not as expected. The aid is the first of the resources, the equipment the last of the charges."""
    last = len(book.side("charges")) - 1
    ceiling = book.ceiling.Value
    book.fill([], [])
    empty = book.checks()
    if book.totals() != (0, 0):
        yield f"totals of an empty budget: {book.totals()}"
    if len(set(empty)) != 1 or not empty[0]:
        yield f"an empty budget is judged: {empty}"
    locked = {name for name, cell in book.named.items() if cell.CellProtection.IsLocked}
    computed = {name for name in book.named if name.endswith("_total") or name == "plafond"}
    if locked != computed:
        yield f"locked, or open, by mistake: {sorted(locked ^ computed)}"
    if not book.sheet.isProtected():
        yield "the sheet is not locked"

    said = {}
    for case, charges, resources, why in [
        ("equal", [1250.5, 0.1, 0.2], [1000.3, 250.5], ""),
        ("unequal", [1250.5], [1000], ""),
        ("at the ceiling", [ceiling + 10], [ceiling, 10], ""),
        ("above the ceiling", [ceiling + 0.01], [ceiling + 0.01], ""),
        ("unjustified", [None] * last + [500], [500], "  "),
        ("justified", [None] * last + [500], [500], "Un logiciel de planning, propre au projet"),
    ]:
        book.fill(charges, resources, why)
        expected = [sum(a or 0 for a in side) for side in (charges, resources)]
        if any(abs(a - b) > 0.001 for a, b in zip(book.totals(), expected)):
            yield f"{case}: totals {book.totals()}, expected {expected}"
        said[case] = book.checks()

    balance, aid, reason = range(3)
    for rank, first, second in [
        (balance, "equal", "unequal"),
        (aid, "at the ceiling", "above the ceiling"),
        (reason, "justified", "unjustified"),
    ]:
        if said[first][rank] == said[second][rank]:
            yield f"{first} and {second} are said alike: {said[first][rank]}"
    for case, rank in [("equal", balance), ("equal", aid), ("justified", reason)]:
        if said[case][rank] == empty[rank]:
            yield f"{case} is said as if nothing was filled in"
    if said["at the ceiling"][balance] != said["equal"][balance]:
        yield "at the ceiling: not balanced"


if __name__ == "__main__":
    main(*sys.argv[1:])

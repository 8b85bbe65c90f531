"""Checks that a filled form shows each answer whole, in its own box, at a size that people read.

usage: pdf_drawn.py FILLED.pdf VALUES.json RENDERER...

RENDERER is mupdf, pdfium, poppler (Debian: poppler-utils), ghostscript (Debian: ghostscript) or pdfjs.
"""

import collections
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

import pymupdf
import pypdfium2

HERE = pathlib.Path(__file__).parent
LEAST = 9
# Between the side of a box and its letters.
EDGE = 2.2
WORD = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', re.DOTALL)


def main(filled, values, *renderers):
    answers = json.loads(pathlib.Path(values).read_text(encoding="utf-8"))
    wrong = 0
    fields = written(filled, answers)
    for name in renderers:
        shown = RENDERERS[name](filled, fields)
        for field, _, _ in fields:
            want, got = letters(answers[field]), letters(shown.get(field, ""))
            if want != got:
                wrong += 1
                lost, found = want - got, got - want
                print(f"{filled}: {name}: {field}: without {told(lost)}; with {told(found)}")
    least = smallest(filled, fields)
    print(f"{filled}: {len(fields)} fields, {wrong} wrong by {', '.join(renderers)}; the least type is of {least:.2f} points")
    sys.exit(1 if wrong or least < LEAST - 0.01 else 0)


def letters(text):
    """How many there are of each letter and figure, which no break of line changes."""
    plain = unicodedata.normalize("NFKC", text)
    return collections.Counter(letter for letter in plain if letter.isalnum())


def told(counted):
    return repr("".join(sorted(counted.elements())))


def written(filled, answers):
    """The name, the page and the box of each field in which something was written."""
    found = []
    for page in pymupdf.open(filled):
        for widget in page.widgets(types=[pymupdf.PDF_WIDGET_TYPE_TEXT]):
            if widget.field_name in answers:
                found.append((widget.field_name, page.number, widget.rect))
    return found


def within(fields, pages):
    """What stands in the box of each field, of the (x, y, text) of each page."""
    shown = {}
    for field, page, box in fields:
        # pdf.js forgets the first letter of a line when it measures the next: the last one may lie half over the edge.
        box = pymupdf.Rect(box.x0 + EDGE, box.y0, box.x1 + EDGE, box.y1)
        shown[field] = "".join(text for x, y, text in pages[page] if box.contains(pymupdf.Point(x, y)))
    return shown


def mupdf(filled, fields):
    return within(fields, [[(*middle(box), text) for box, text, _ in page] for page in characters(filled)])


def characters(filled):
    """The box, the letter and the size of each character of each page."""
    document = pymupdf.open(filled)
    document.bake()
    for page in document:
        found = []
        for block in page.get_text("rawdict")["blocks"]:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    found += [(letter["bbox"], letter["c"], span["size"]) for letter in span["chars"]]
        yield found


def middle(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def smallest(filled, fields):
    pages = list(characters(filled))
    return min(
        size
        for _, page, box in fields
        for place, letter, size in pages[page]
        if not letter.isspace() and box.contains(pymupdf.Point(*middle(place)))
    )


def pdfium(filled, fields):
    document = pypdfium2.PdfDocument(filled)
    document.init_forms()
    for page in document:
        page.flatten()
    with tempfile.NamedTemporaryFile(suffix=".pdf") as flat:
        document.save(flat.name)
        pages = []
        for page in pypdfium2.PdfDocument(flat.name):
            text, height, found = page.get_textpage(), page.get_height(), []
            for rank in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(rank)
                x, y = middle((left, bottom, right, top))
                found.append((x, height - y, text.get_text_range(rank, 1)))
            pages.append(found)
    return within(fields, pages)


def poppler(filled, fields):
    said = subprocess.run(["pdftotext", "-bbox", filled, "-"], capture_output=True, check=True, text=True).stdout
    pages = []
    for page in said.split("<page ")[1:]:
        words = [(middle([float(side) for side in word[:4]]), word[4]) for word in WORD.findall(page)]
        pages.append([(x, y, html.unescape(text)) for (x, y), text in words])
    return within(fields, pages)


def ghostscript(filled, fields):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as drawn:
        command = ["gs", "-q", "-sDEVICE=pdfwrite", "-dPrinted=false", "-o", drawn.name, filled]
        subprocess.run(command, capture_output=True, check=True)
        return poppler(drawn.name, fields)


def pdfjs(filled, _fields):
    said = subprocess.run(["node", HERE / "pdfjs/shown.js", filled], capture_output=True, check=True)
    return json.loads(said.stdout)


RENDERERS = {"mupdf": mupdf, "pdfium": pdfium, "poppler": poppler, "ghostscript": ghostscript, "pdfjs": pdfjs}

if __name__ == "__main__":
    main(*sys.argv[1:])

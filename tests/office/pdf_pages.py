"""Checks forms: no page but the last is mostly blank, no question is parted from its place to answer, what is read aloud
of a field stands on its page, and no file is heavy.

usage: pdf_pages.py FORM.pdf...
"""

import pathlib
import re
import sys

import pymupdf

# Of A4, between the head and the foot.
TOP, BOTTOM = 68, 778
MOST_BLANK = 0.6
# In bytes.
HEAVIEST = 200_000
NUMBER = re.compile(r"\d+\.\d+")


def main(*forms):
    wrong, blankest = [], 0.0
    for form in forms:
        document = pymupdf.open(form)
        for page in document:
            blank = 1 - (lowest(page) - TOP) / (BOTTOM - TOP)
            if page.number < len(document) - 1:
                blankest = max(blankest, blank)
                if blank > MOST_BLANK:
                    wrong.append(f"{form}: page {page.number + 1} is blank for {blank:.0%}")
            wrong += [f"{form}: page {page.number + 1}: {number} stands alone" for number in alone(page)]
            wrong += [f"{form}: page {page.number + 1}: « {words} » is not there" for words in unsaid(page)]
    weights = {form: pathlib.Path(form).stat().st_size for form in forms}
    wrong += [f"{form} has {weight} bytes" for form, weight in weights.items() if weight > HEAVIEST]
    print("\n".join(wrong))
    print(
        f"{len(forms)} forms, {len(wrong)} wrong; the emptiest page but the last is blank for {blankest:.0%}, "
        f"the heaviest file has {max(weights.values())} bytes"
    )
    sys.exit(1 if wrong else 0)


def lowest(page):
    """Where the last ink is, above the foot."""
    drawn = page.get_pixmap(colorspace=pymupdf.csGRAY, clip=pymupdf.Rect(0, TOP, page.rect.width, BOTTOM))
    rows = [drawn.samples[at : at + drawn.width] for at in range(0, len(drawn.samples), drawn.stride)]
    inked = [rank for rank, row in enumerate(rows) if min(row) < 250]
    return TOP + (inked[-1] if inked else 0)


def alone(page):
    """The numbers of the questions under or beside which nothing is to be filled in."""
    boxes = [widget.rect.y1 for widget in page.widgets()]
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            first = line["spans"][0]
            is_bold = first["flags"] & pymupdf.TEXT_FONT_BOLD
            if is_bold and NUMBER.fullmatch(first["text"].strip()) and not any(y > first["bbox"][1] for y in boxes):
                yield first["text"]


def unsaid(page):
    """What is read aloud of a field (label, length, help) and not written on its page. Cells are told by row and column."""
    written = letters(page.get_text())
    for widget in page.widgets():
        if ":" not in widget.field_name:
            for words in re.split(r"[.,()]", widget.field_label):
                if letters(words) not in written:
                    yield words


def letters(text):
    return "".join(letter for letter in text if letter.isalnum())


if __name__ == "__main__":
    main(*sys.argv[1:])

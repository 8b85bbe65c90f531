"""Checks that a filled form holds every answer it was given, character for character.

usage: pdf_same.py FILLED.pdf VALUES.json
"""

import json
import pathlib
import sys

from pdf_answers import widgets


def held(widget):
    value = widget.get("/V")
    if widget["/FT"] == "/Btn":
        return value not in (None, "/Off")
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


if __name__ == "__main__":
    filled, values = sys.argv[1:]
    answers = json.loads(pathlib.Path(values).read_text(encoding="utf-8"))
    found = {widget["/T"]: held(widget) for widget in widgets(filled)}
    wrong = [name for name in answers.keys() | found.keys() if answers.get(name) != found.get(name)]
    for name in sorted(wrong):
        print(f"{name}: {found.get(name)!r} instead of {answers.get(name)!r}")
    print(f"{filled}: {len(found)} fields, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)

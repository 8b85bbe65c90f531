"""Fills the controls of DOCX dossiers as Word saves them: no prompt any more, the words in one run.

usage: fill_word.py FOLDER FILE...

Writes FOLDER/word-<file> and, beside it, FOLDER/word-<file>.json: what was written in each field, by its id.
"""

import json
import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, unescape

from texts import text_for

PART = "word/document.xml"


def main(folder, *files):
    for file in map(Path, files):
        made = Path(folder) / f"word-{file.name}"
        filled = fill(file, made)
        words = json.dumps(filled, ensure_ascii=False, indent=1, sort_keys=True)
        Path(f"{made}.json").write_text(words + "\n", encoding="utf-8")
        print(f"{file}: {len(filled)} fields filled")


def fill(file, made):
    filled = {}
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as other:
        for part in package.infolist():
            words = package.read(part)
            if part.filename == PART:
                control = re.compile("<w:sdt>.*?</w:sdt>", re.DOTALL)
                words = control.sub(lambda found: answered(found[0], filled), words.decode()).encode()
            other.writestr(part.filename, words)
    return filled


def answered(control, filled):
    """A control with its answer, which is noted."""
    id, rank = re.search('<w:tag w:val="([^"]*)"', control)[1], len(filled)
    if "<w14:checkbox>" in control:
        filled[id] = rank % 2 == 0
        ticked = control.replace('w14:checked w14:val="0"', 'w14:checked w14:val="1"').replace("☐", "☒")
        return ticked if filled[id] else control
    offered = [unescape(words, {"&quot;": '"'}) for words in re.findall('w:displayText="([^"]*)"', control)]
    prompt = "".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", control))
    # In a cell, LibreOffice never ends laying out a row that is higher than a page.
    longest = 300 if ":" in id else 5000
    filled[id] = offered[rank % len(offered)] if offered else text_for(id, rank, prompt)[:longest]
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in filled[id].split("\n"))
    head, rest = control.replace("<w:showingPlcHdr/>", "").split("<w:sdtContent>")
    return f"{head}<w:sdtContent><w:r>{'<w:br/>'.join(lines)}</w:r></w:sdtContent></w:sdt>"


if __name__ == "__main__":
    main(*sys.argv[1:])

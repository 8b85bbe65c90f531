"""Fills the fields of an OpenDocument text in LibreOffice: the sections, the boxes, the lists and the cells of
a bookmark `f_<id>`."""

import re

PARAGRAPH, LINE = 0, 1


def fill(document, text_for):
    filled = {}
    prompts = list(fields(document, "JumpEdit"))
    for field in prompts:
        name = section_of(field)
        prompt = field.PlaceHolder
        value = text_for(name, len(filled), prompt)
        replace(field.getAnchor(), value)
        filled[name] = value
    for field in fields(document, "DropDown"):
        field.SelectedItem = field.Items[1 + len(filled) % (len(field.Items) - 1)]
        filled[re.sub("[^A-Za-z0-9]", "_", field.Name)] = field.SelectedItem
    for box in boxes(document):
        box.State = len(filled) % 2
        filled[box.Name[2:]] = bool(box.State)
    bookmarks = document.getBookmarks()
    for name in sorted(name for name in bookmarks.getElementNames() if name.startswith("f_")):
        if name[2:] in filled:
            continue
        value = text_for(name[2:], len(filled))
        write(bookmarks.getByName(name).getAnchor(), value)
        filled[name[2:]] = value
    return filled


def fields(document, kind):
    found = []
    every = document.getTextFields().createEnumeration()
    while every.hasMoreElements():
        field = every.nextElement()
        if field.supportsService(f"com.sun.star.text.textfield.{kind}"):
            found.append(field)
    return found


def section_of(field):
    """The name in the section around a prompt, or around the table that it is in."""
    anchor = field.getAnchor()
    section = anchor.TextSection or anchor.TextTable.getAnchor().TextSection
    assert section.Name.startswith("f_"), section.Name
    return section.Name[2:]


def boxes(document):
    forms = document.getDrawPage().getForms()
    for rank in range(forms.getCount()):
        form = forms.getByIndex(rank)
        yield from (form.getByIndex(k) for k in range(form.getCount()))


def replace(anchor, value):
    cursor = anchor.getText().createTextCursorByRange(anchor)
    cursor.setString("")
    write(cursor, value)


def write(place, value):
    """Line by line: Enter after the first, Shift and Enter after the others."""
    text = place.getText()
    cursor = text.createTextCursorByRange(place.getEnd())
    for rank, line in enumerate(value.split("\n")):
        if rank:
            text.insertControlCharacter(cursor, PARAGRAPH if rank == 1 else LINE, False)
        text.insertString(cursor, line, False)

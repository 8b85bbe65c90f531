"""Fills the fields of a Word document in LibreOffice as a person types: click in the control, write over its prompt."""

import office
from com.sun.star.util import URL


def fill(document, text_for):
    """What was written in each field, by the name of its bookmark without `f_`."""
    typist = Typist(document)
    filled = {}
    for name in document.getBookmarks().getElementNames():
        if not name.startswith("f_"):
            continue
        control = control_at(document, name)
        if control.Checkbox:
            control.Checked = len(filled) % 2 == 0
            filled[name[2:]] = control.Checked
            continue
        value = choice(control, len(filled)) or text_for(name[2:], len(filled), prompt(control))
        typist.write_over(control, value)
        filled[name[2:]] = value
    return filled


def control_at(document, name):
    anchor = document.getBookmarks().getByName(name).getAnchor()
    for paragraph in each(anchor):
        for portion in each(paragraph):
            if portion.TextPortionType == "ContentControl":
                return portion.ContentControl
    raise SystemExit(f"{name}: no control")


def choice(control, rank):
    offered = [dict((item.Name, item.Value) for item in items) for items in control.ListItems]
    return offered[rank % len(offered)]["DisplayText"] if offered else ""


def prompt(control):
    return "".join(portion.String for portion in each(control))


def each(holder):
    inside = holder.createEnumeration()
    while inside.hasMoreElements():
        yield inside.nextElement()


class Typist:
    """Commands of the window, as keys give them: words go where a person's would."""

    def __init__(self, document):
        controller = document.getCurrentController()
        self.frame, self.cursor = controller.getFrame(), controller.getViewCursor()

    def write_over(self, control, value):
        prompts = [portion for portion in each(control) if portion.String]
        self.cursor.gotoRange(prompts[0].getStart(), False)
        self.cursor.gotoRange(prompts[-1].getEnd(), True)
        for rank, line in enumerate(value.split("\n")):
            if rank:
                # Enter, then Shift and Enter.
                self.command("InsertPara" if rank == 1 else "InsertLinebreak")
            self.command("InsertText", Text=line)

    def command(self, name, **values):
        url = URL(Complete=f".uno:{name}", Main=f".uno:{name}", Protocol=".uno:", Path=name)
        self.frame.queryDispatch(url, "", 0).dispatch(url, office.properties(**values))

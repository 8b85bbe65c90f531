"""Reads every calendar of built sites back with the library icalendar, and compares it with the pages.

usage: read_back.py FOLDER...
"""

import datetime
import html.parser
import pathlib
import sys

import icalendar

UTC = datetime.timezone.utc


class Steps(html.parser.HTMLParser):
    """The moments of each step of a page, by its anchor: the first, and the last where it has one."""

    def __init__(self, page):
        super().__init__()
        self.moments = {}
        self.step = None
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if (attributes.get("id") or "").startswith("step_"):
            self.step = attributes["id"]
        elif tag == "time" and self.step:
            self.moments.setdefault(self.step, []).append(shown(attributes["datetime"]))


def shown(text):
    """A moment as a page gives it: an instant, or a day."""
    if "T" in text:
        return datetime.datetime.fromisoformat(text).astimezone(UTC)
    return datetime.date.fromisoformat(text)


def said(event):
    """A calendar's first and last moments. A deadline is the end of half an hour; days end where the next begins."""
    start = event.decoded("DTSTART")
    end = event.decoded("DTEND") if "DTEND" in event else start
    if not isinstance(start, datetime.datetime):
        return start, end - datetime.timedelta(days=1)
    return (end if end - start == datetime.timedelta(minutes=30) else start), end


def page_of(folder, event):
    address, anchor = str(event["URL"]).split("#")
    return folder / "/".join(address.split("/")[-3:]), anchor


def check_event(folder, event):
    for name in ("UID", "DTSTAMP", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION"):
        assert name in event, f"no {name}"
    summary, cancelled = str(event["SUMMARY"]), event["STATUS"] == "CANCELLED"
    assert cancelled == summary.startswith(("Annulé", "Cancelled")), summary
    assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED"), "DTSTAMP"
    page, anchor = page_of(folder, event)
    if not page.exists():
        return 0
    expected = Steps(page).moments[anchor]
    first, last = said(event)
    assert first == expected[0], f"{first}, and {page} says {expected[0]}"
    # A last day without hour, after an hour, is told by its date alone.
    if type(last) is type(expected[-1]) and (len(expected) > 1 or not isinstance(last, datetime.datetime)):
        assert last == expected[-1], f"until {last}, and {page} says {expected[-1]}"
    return 1


def check(folder):
    compared = 0
    for file in sorted(folder.rglob("*.ics")):
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        assert not calendar.errors, f"{file}: {calendar.errors}"
        events = calendar.walk("VEVENT")
        assert events, f"{file}: no event"
        for event in events:
            assert not event.errors, f"{file}: {event.errors}"
            try:
                compared += check_event(folder, event)
            except AssertionError as error:
                raise AssertionError(f"{file}: {error}") from error
    assert compared, f"{folder}: no event was compared with a page"
    print(f"{folder}: {compared} events are at the moment that their page gives")


for name in sys.argv[1:]:
    check(pathlib.Path(name))

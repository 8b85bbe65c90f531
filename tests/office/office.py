"""LibreOffice without a window, for the tests of the documents (Debian: libreoffice-writer, libreoffice-calc,
python3-uno; run with the system's Python, which has `uno`)."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


@contextlib.contextmanager
def desktop(seconds=60):
    """An office that knows nothing of the user's own, ended with the block."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"canevas-{os.getpid()}"
        command = [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
            "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;",
        ]
        office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = None
        try:
            found = connect(pipe, time.monotonic() + seconds)
            yield found
        finally:
            if found:
                with contextlib.suppress(Exception):
                    found.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                office.wait(20)
            if office.poll() is None:
                office.kill()


def connect(pipe, until):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            if time.monotonic() > until:
                sys.exit("LibreOffice does not start")
            time.sleep(0.2)


@contextlib.contextmanager
def opened(office, path):
    document = office.loadComponentFromURL(address(path), "_blank", 0, properties(Hidden=True))
    if document is None:
        sys.exit(f"{path}: LibreOffice does not open it")
    try:
        yield document
    finally:
        document.close(True)


def save(document, path, format):
    document.storeToURL(address(path), properties(FilterName=format, Overwrite=True))


def address(path):
    return Path(path).resolve().as_uri()


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())

"""Starts the real nginx, Apache and Caddy with the configurations of `canevas hebergement`, at / and under a sub-folder, and asks them
for every file and link of the site: types, headers, compression, unknown and shortened addresses.

    crawl.py CANEVAS PROJECT WORK DATE
"""

import gzip
import html.parser
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse

HOST = "canevas.example.org"
TYPES = {
    ".ics": "text/calendar; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".atom": "application/atom+xml",
    ".json": "application/json", ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8", ".pdf": "application/pdf",
    ".odt": "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TEXTS = {".ics", ".csv", ".atom", ".json", ".html", ".css", ".js", ".svg", ".xml", ".txt"}
SECURITY = {"content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy"}


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if value and (name in ("href", "src") or name in ("data-answers", "data-actions", "data-docx", "data-parts", "data-blank")):
                self.found.add(value)


class Visit:
    def __init__(self, port):
        self.port, self.statuses, self.faults = port, {}, []
        self.connection = None

    def get(self, path, **headers):
        for attempt in (1, 2):
            try:
                self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
                self.connection.request("GET", path, headers={"Host": HOST, **headers})
                answer = self.connection.getresponse()
                body = answer.read()
                break
            except (http.client.HTTPException, OSError):
                self.connection = None
                if attempt == 2:
                    raise
        self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def check(self, right, words):
        if not right:
            self.faults.append(words)


def configure(server, text, folder, site_root, port):
    """The configuration as it is printed, but for the port and the folder; and what starts the server with it."""
    text = text.replace("/var/www/canevas", str(site_root))
    if server == "nginx":
        text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
        (folder / "site.conf").write_text(text)
        main = (f"daemon off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\nhttp {{ access_log off;\n"
                + "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
                + f"include {folder}/site.conf; }}\n")
        main = ("" if os.getuid() else "user root;\n") + main
        (folder / "nginx.conf").write_text(main)
        return ["/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    if server == "apache":
        text = text.replace("<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{port}>")
        modules = "mpm_event authz_core mime dir rewrite headers filter deflate brotli alias".split()
        main = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in modules)
        main += f"ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\nTypesConfig /dev/null\n"
        if not os.getuid():
            main += "User www-data\nGroup www-data\n"
        (folder / "apache.conf").write_text(main + text)
        return ["/usr/sbin/apache2", "-X", "-d", str(folder), "-f", str(folder / "apache.conf")]
    text = text.replace(f"http://{HOST} {{", f"http://{HOST}:{port} {{\n\tbind 127.0.0.1")
    (folder / "Caddyfile").write_text("{\n\tadmin off\n}\n" + text)
    return ["/usr/bin/caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait(port, process):
    for _ in range(100):
        if process.poll() is not None:
            return False
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False


def check_files(visit, site, base):
    """Every file that is published, and every link of every page."""
    links = set()
    for file in sorted(path for path in site.rglob("*") if path.is_file() and path.name != ".canevas"):
        name = file.relative_to(site).as_posix()
        path = base + urllib.parse.quote(name)
        status, headers, body = visit.get(path)
        bytes_ = file.read_bytes()
        visit.check(status == 200 and body == bytes_, f"{path}: {status}, {len(body)} bytes for {len(bytes_)}")
        kind = headers.get("content-type", "").lower()
        visit.check(kind == TYPES.get(file.suffix, kind) and "octet-stream" not in kind, f"{path}: {kind}")
        visit.check(SECURITY <= headers.keys(), f"{path}: {SECURITY - headers.keys()}")
        is_fingerprinted = re.fullmatch(r"assets/.+\.[0-9a-f]{8}\.\w+", name)
        kept = headers.get("cache-control")
        wanted = "public, max-age=31536000, immutable" if is_fingerprinted else "no-cache"
        visit.check(kept == wanted, f"{path}: Cache-Control {kept}")
        if file.suffix in TEXTS and len(bytes_) > 2000:
            _, packed, small = visit.get(path, **{"Accept-Encoding": "gzip"})
            right = packed.get("content-encoding") == "gzip" and gzip.decompress(small) == bytes_
            visit.check(right and "accept-encoding" in packed.get("vary", "").lower(), f"{path}: not compressed")
        if file.suffix == ".html":
            reader = Links()
            reader.feed(bytes_.decode())
            links |= {urllib.parse.urljoin(f"http://{HOST}{path}", link) for link in reader.found}
    inside = {urllib.parse.urldefrag(link).url for link in links if link.startswith(f"http://{HOST}/")}
    for link in sorted(inside):
        parts = urllib.parse.urlsplit(link)
        status, _, _ = visit.get(urllib.parse.urlunsplit(("", "", parts.path, parts.query, "")))
        visit.check(status == 200, f"{link}: {status}")
    return len(inside)


def check_addresses(visit, site, base):
    """Shortened, unknown and hidden addresses."""
    def led(path):
        for _ in range(4):
            status, headers, body = visit.get(path)
            if status not in (301, 308):
                return status, path, body
            path = urllib.parse.urlsplit(headers["location"]).path
        return status, path, body

    page = (site / "fr/occitanie.html").read_bytes()
    for short in ("fr/occitanie", "fr/occitanie/"):
        status, path, body = led(base + short)
        visit.check(status == 200 and body == page and not path.endswith("/"), f"{short}: {status} at {path}")
    for short, file in (("fr", "fr/index.html"), ("en/", "en/index.html"), ("", "index.html")):
        status, path, body = led(base + short)
        visit.check(status == 200 and body == (site / file).read_bytes() and path.endswith("/"), f"{short}: {status} at {path}")
    for unknown, file in {
        "inconnu": "404.html", "a/b/c.html": "404.html", "fr/inconnu": "fr/404.html", "fr/a/b/inconnu.html": "fr/404.html",
        "en/inconnu/": "en/404.html", "en/occitanie/x.ics": "en/404.html", "assets": "404.html", "assets/": "404.html",
        ".canevas": "404.html", "fr/.git/config": None, "assets/sobre.00000000.css": "404.html",
    }.items():
        status, path, body = led(base + unknown)
        visit.check(status == 404, f"{unknown}: {status}")
        visit.check(file is None or body == (site / file).read_bytes(), f"{unknown}: not {file}")
        _, headers, _ = visit.get(path)
        visit.check(headers.get("content-type", "").lower() == "text/html; charset=utf-8", f"{unknown}: {headers.get('content-type')}")
        visit.check("immutable" not in headers.get("cache-control", "") and SECURITY <= headers.keys(), f"{unknown}: headers")


def run(server, base, site_root, text, folder):
    site, port = site_root / base.strip("/"), free_port()
    folder.mkdir(parents=True, exist_ok=True)
    command = configure(server, text, folder, site_root, port)
    with open(folder / "said", "w") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)
    visit, started = Visit(port), time.monotonic()
    try:
        if not wait(port, process):
            print((folder / "said").read_text(), file=sys.stderr)
            return False
        links = check_files(visit, site, base)
        check_addresses(visit, site, base)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
    statuses = ", ".join(f"{count} × {status}" for status, count in sorted(visit.statuses.items()))
    print(f"{server:7} {base:8} {links} links, {statuses}; {time.monotonic() - started:.1f} s; {len(visit.faults)} faults")
    for fault in visit.faults[:20]:
        print(f"  {fault}", file=sys.stderr)
    return not visit.faults


def main():
    canevas, project, work, date = sys.argv[1:]
    work, well = pathlib.Path(work).resolve(), True
    for base in ("/", "/appels/"):
        asked = ["--root", project, "--date", date, "--base-url", f"https://{HOST}{base}"]
        site_root = work / ("root" if base == "/" else "folder")
        site_root.mkdir(parents=True, exist_ok=True)
        subprocess.run([canevas, "build", *asked, "--quiet", "--output", str(site_root / base.strip("/"))], check=True)
        for server in ("nginx", "apache", "caddy"):
            given = subprocess.run([canevas, "hebergement", server, *asked], check=True, capture_output=True, text=True)
            well &= run(server, base, site_root, given.stdout, work / server / site_root.name)
    sys.exit(0 if well else 1)


main()

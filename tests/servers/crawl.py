"""Starts the real nginx, Apache and Caddy with the configurations of `canevas hebergement`, at / and under a sub-folder, and asks them
for every file and link of the site: types, headers, compression, compressed copies, unknown, former and shortened addresses.

    crawl.py CANEVAS PROJECT WORK DATE
"""

import gzip
import html.parser
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.parse

# Where the site is; the long name is more than nginx takes by default.
HOSTS = {"/": "canevas.example.org", "/appels/": "appels-a-projets.auvergne-rhone-alpes.directions.example.org"}
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
COPIES = {".br": "br", ".gz": "gzip"}
# What only some projects say, and a server must know.
MORE_SETTINGS = "integration: { sites: [https://intranet.example.org] }\n"
FORMER = ("anciens/appel", "bretagne/amige-2022")
BROTLI = pathlib.Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
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
    def __init__(self, host, port):
        self.host, self.port, self.statuses, self.faults = host, port, {}, []
        self.connection = None

    def get(self, path, **headers):
        for attempt in (1, 2):
            try:
                self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
                self.connection.request("GET", path, headers={"Host": self.host, **headers})
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


def configure(server, text, folder, site_root, host, port):
    """The configuration as it is printed, but for the port and the folder; and what starts the server with it."""
    text = text.replace("/var/www/canevas", str(site_root))
    if server == "nginx":
        text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
        if BROTLI.exists():
            text = text.replace("# brotli_static on;", "brotli_static on;")
        (folder / "site.conf").write_text(text)
        main = (f"daemon off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\nhttp {{ access_log off;\n"
                + "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
                + f"include {folder}/site.conf; }}\n")
        main = ("" if os.getuid() else "user root;\n") + main
        if BROTLI.exists():
            main = f"load_module {BROTLI};\n{main}"
        (folder / "nginx.conf").write_text(main)
        return ["/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    if server == "apache":
        text = text.replace("<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{port}>")
        modules = "mpm_event authz_core mime dir rewrite headers filter deflate brotli alias".split()
        main = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in modules)
        main += f"ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\n"
        # What Debian says of files, its languages too.
        main += "Include /etc/apache2/mods-available/mime.conf\n"
        if not os.getuid():
            main += "User www-data\nGroup www-data\n"
        (folder / "apache.conf").write_text(main + text)
        return ["/usr/sbin/apache2", "-X", "-d", str(folder), "-f", str(folder / "apache.conf")]
    text = text.replace(f"http://{host} {{", f"http://{host}:{port} {{\n\tbind 127.0.0.1")
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


def copies_of(file):
    named = {way: file.with_name(file.name + end) for end, way in COPIES.items()}
    return {way: copy for way, copy in named.items() if copy.exists()}


def check_copies(visit, file, path, known):
    """That a text travels as its copies, wherever a browser takes them."""
    kind, copies = visit.get(path)[1].get("content-type"), copies_of(file)
    for asked in ("gzip", "br", "gzip, deflate, br", "br;q=0, gzip;q=0.5", "gzip;q=0", None):
        # nginx compresses with gzip what a browser prefers otherwise, where it has not the module for the rest.
        taken = [way for way in ("br", "gzip") if asked and re.search(rf"\b{way}\b(?!;q=0(?!\.))", asked) and way in known]
        best = next((way for way in taken if way in copies), None)
        status, headers, body = visit.get(path, **({"Accept-Encoding": asked} if asked else {}))
        bytes_ = (copies[best] if best else file).read_bytes()
        said = f"{path}: {asked}: {headers.get('content-encoding')}"
        if best or not taken:
            visit.check(status == 200 and headers.get("content-encoding") == best and body == bytes_, f"{said}, {len(body)} bytes")
        visit.check(headers.get("content-type") == kind and "content-language" not in headers, f"{said}, {headers.get('content-type')}")
        visit.check(headers.get("vary", "").lower() == "accept-encoding", f"{said}, Vary {headers.get('vary')}")
        visit.check(headers.get("cache-control") and SECURITY <= headers.keys(), f"{said}: headers")
        if best:
            again = {"Accept-Encoding": asked, "If-None-Match": headers.get("etag", "")}
            status, headers, body = visit.get(path, **again)
            visit.check(status == 304 and not body, f"{said}: {status} for its own ETag {again['If-None-Match']}")
    for copy in copies.values():
        visit.check(visit.get(path + copy.suffix)[0] == 404, f"{path}{copy.suffix} is served")
    if "gzip" in copies:
        visit.check(gzip.decompress(copies["gzip"].read_bytes()) == file.read_bytes(), f"{path}.gz says something else")


def check_altered_copies(visit, site, base):
    """A page without copies, then with one that somebody left there: the page is served, compressed, whole."""
    page, path = site / "fr/index.html", f"{base}fr/"
    kept = {copy: copy.read_bytes() for copy in copies_of(page).values()}
    for copy in kept:
        copy.unlink()
    status, headers, body = visit.get(path, **{"Accept-Encoding": "gzip"})
    visit.check(status == 200 and gzip.decompress(body) == page.read_bytes(), f"{path} without copies: {status}")
    (page.parent / "index.html.gz").write_bytes(gzip.compress(b"<p>hier"))
    status, headers, body = visit.get(path, **{"Accept-Encoding": "gzip"})
    visit.check(status == 200 and gzip.decompress(body) == b"<p>hier", f"{path} with a stale copy: {status}")
    visit.check(visit.get(path)[2] == page.read_bytes(), f"{path}: not the page, beside a stale copy")
    for copy, bytes_ in kept.items():
        copy.write_bytes(bytes_)


def check_files(visit, site, base, known):
    """Every file that is published, and every link of every page."""
    links = set()
    published = (path for path in site.rglob("*") if path.is_file() and path.name != ".canevas")
    for file in sorted(path for path in published if path.suffix not in COPIES):
        name = file.relative_to(site).as_posix()
        if FORMER[0] in name:
            continue
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
        framed = name.endswith("/cadre.html")
        policy = headers.get("content-security-policy", "")
        visit.check(("intranet.example.org" in policy) == framed, f"{path}: {policy}")
        if file.suffix in TEXTS:
            check_copies(visit, file, path, known)
        if file.suffix == ".html":
            reader = Links()
            reader.feed(bytes_.decode())
            links |= {urllib.parse.urljoin(f"http://{visit.host}{path}", link) for link in reader.found}
    inside = {urllib.parse.urldefrag(link).url for link in links if link.startswith(f"http://{visit.host}/")}
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
    old, new = FORMER
    for lang in ("fr", "en"):
        status, path, body = led(f"{base}{lang}/{old}.html")
        visit.check(status == 200 and path == f"{base}{lang}/{new}.html", f"{old}: {status} at {path}")
    for unknown, file in {
        "inconnu": "404.html", "a/b/c.html": "404.html", "fr/inconnu": "fr/404.html", "fr/a/b/inconnu.html": "fr/404.html",
        "en/inconnu/": "en/404.html", "en/occitanie/x.ics": "en/404.html", "assets": "404.html", "assets/": "404.html",
        ".canevas": "404.html", "fr/.git/config": None, "fr/index.html.gz": None, "assets/sobre.00000000.css": "404.html",
    }.items():
        status, path, body = led(base + unknown)
        visit.check(status == 404, f"{unknown}: {status}")
        visit.check(file is None or body == (site / file).read_bytes(), f"{unknown}: not {file}")
        _, headers, _ = visit.get(path)
        visit.check(headers.get("content-type", "").lower() == "text/html; charset=utf-8", f"{unknown}: {headers.get('content-type')}")
        visit.check("immutable" not in headers.get("cache-control", "") and SECURITY <= headers.keys(), f"{unknown}: headers")


def run(server, base, site_root, text, folder):
    site, host, port = site_root / base.strip("/"), HOSTS[base], free_port()
    folder.mkdir(parents=True, exist_ok=True)
    command = configure(server, text, folder, site_root, host, port)
    with open(folder / "said", "w") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)
    visit, started = Visit(host, port), time.monotonic()
    try:
        if not wait(port, process):
            print((folder / "said").read_text(), file=sys.stderr)
            return False
        known = {"gzip"} if server == "nginx" and not BROTLI.exists() else {"gzip", "br"}
        links = check_files(visit, site, base, known)
        check_addresses(visit, site, base)
        check_altered_copies(visit, site, base)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
    statuses = ", ".join(f"{count} × {status}" for status, count in sorted(visit.statuses.items()))
    print(f"{server:7} {base:8} {links} links, {statuses}; {time.monotonic() - started:.1f} s; {len(visit.faults)} faults")
    for fault in visit.faults[:20]:
        print(f"  {fault}", file=sys.stderr)
    return not visit.faults


def with_more(project, copy):
    """The project, with all that a configuration depends on."""
    shutil.rmtree(copy, ignore_errors=True)
    for part in ("content", "regions", "themes"):
        shutil.copytree(project / part, copy / part)
    settings = (project / "canevas.yaml").read_text()
    (copy / "canevas.yaml").write_text(settings + MORE_SETTINGS)
    adaptation = copy / "regions/bretagne/amige-2022.yaml"
    adaptation.write_text(f"{adaptation.read_text()}anciennes_adresses: [{FORMER[0]}]\n")
    return copy


def main():
    canevas, project, work, date = sys.argv[1:]
    work, well = pathlib.Path(work).resolve(), True
    project = with_more(pathlib.Path(project), work / "project")
    for base, host in HOSTS.items():
        asked = ["--root", project, "--date", date, "--base-url", f"https://{host}{base}"]
        site_root = work / ("root" if base == "/" else "folder")
        site_root.mkdir(parents=True, exist_ok=True)
        subprocess.run([canevas, "build", *asked, "--compress", "--quiet", "--output", str(site_root / base.strip("/"))], check=True)
        for server in ("nginx", "apache", "caddy"):
            given = subprocess.run([canevas, "hebergement", server, *asked], check=True, capture_output=True, text=True)
            well &= run(server, base, site_root, given.stdout, work / server / site_root.name)
    sys.exit(0 if well else 1)


main()

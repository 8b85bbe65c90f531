# Everything one does with this repository. Continuous integration runs these recipes too.

canevas := justfile_directory() / "target/release/canevas"
site := justfile_directory() / "target/site"
# The day on which the example call is open.
date := "2021-12-20"

_list:
    @just --list --unsorted

# Compile the program as it is published.
build:
    cargo build --release

# Look for mistakes in this repository's own call, regions and pages.
check: build
    {{ canevas }} check --date {{ date }}

# Run the tests of the program, with the libraries that `build` has compiled.
test:
    cargo test --release

# Check the style of the code.
lint:
    cargo fmt --check
    cargo clippy --release --all-targets -- -D warnings

# Check the licences and origins of the dependencies (needs cargo-deny).
deny:
    cargo deny --offline check bans licenses sources

# Build this repository's site into target/site.
site: build
    {{ canevas }} build --output {{ site }} --date {{ date }}

# Build it again elsewhere and otherwise, and compare every byte.
same-bytes: site
    .ci/same-bytes {{ canevas }} {{ site }} {{ date }}

# Install what the checks of the pages need.
web-install:
    npm ci --prefix tests/web

# Check the pages of target/site in a browser (after `just site web-install`).
web:
    CANEVAS={{ canevas }} SITE={{ site }} npm test --prefix tests/web

# Install the validator of Office Open XML.
ooxml-install:
    npm ci --prefix tests/office

# Check that the DOCX and XLSX files of target/site are valid (after `just site ooxml-install`).
ooxml:
    npm run ooxml --prefix tests/office -- {{ site }}

# Install the specifications of Markdown and YAML as tests.
suites-install:
    npm ci --prefix tests/suites

# Run each example of these specifications (after `just suites-install`; SNAPSHOTS=overwrite accepts what is refused today).
suites:
    CANEVAS={{ canevas }} npm test --prefix tests/suites

# Install the reader of calendars (needs Python and pip).
feeds-install:
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
      --target target/py --requirement tests/feeds/requirements.txt

# Read the calendars of target/site back with that reader, and those of a case that has everything.
feeds:
    PYTHONPATH=target/py python3 tests/feeds/read_back.py {{ site }} tests/sites/agendas-et-flux/expected/pages

# Install what the checks of documents need (needs Python, pip and Node.js); not what PyMuPDF only asks for to understand pages.
documents-install:
    python3 -m pip install --no-deps --quiet --disable-pip-version-check --root-user-action=ignore \
      --target target/py --requirement tests/office/requirements.txt
    npm ci --prefix tests/office/pdfjs

# Check with veraPDF that the PDF files made for target/site are accessible (needs a JDK and libjaxb-java).
pdfua:
    find {{ site }} -name 'dossier*.pdf' -o -name 'appel*.pdf' | xargs tests/office/pdfua/check

# Fill forms of target/site with pypdf and pdf.js, and check that they keep every answer; fill one with four programs, and
# check what five others show of it (Debian: ghostscript, poppler-utils, gir1.2-poppler-0.18, python3-gi); look at all pages.
fill-pdf:
    PYTHONPATH=target/py tests/office/fill_pdfs target/office $(find {{ site }} -name 'dossier*.pdf' | sort | head -4)
    PYTHONPATH=target/py tests/office/draw_pdfs target/office {{ site }}/fr/bretagne/*/dossier-*.pdf
    PYTHONPATH=target/py python3 tests/office/pdf_pages.py $(find {{ site }} -name 'dossier*.pdf')

# Fill in dossiers and budgets of target/site with LibreOffice, as a person would (Debian: libreoffice-writer,
# libreoffice-calc, python3-uno, which only the system's Python knows).
office:
    /usr/bin/python3 tests/office/recalculate.py {{ site }}/*/bretagne/*/budget-*.*
    /usr/bin/python3 tests/office/grid.py {{ canevas }} {{ justfile_directory() }}
    /usr/bin/python3 tests/office/fill.py target/office {{ site }}/*/bretagne/*/dossier-*.odt {{ site }}/*/bretagne/*/dossier-*.docx
    python3 tests/office/fill_word.py target/office {{ site }}/fr/bretagne/*/dossier-*.docx

# Save what `just office` has filled in other formats and back, as people do, and compare every answer.
saved-as:
    /usr/bin/python3 tests/office/saved_as.py {{ canevas }} {{ justfile_directory() }} {{ site }} target/office/saved \
      target/office/word-dossier-*.docx target/office/dossier-*-fr.odt

# Read back what `just office` and `just fill-pdf` have filled in, and compare every answer.
read-back:
    python3 tests/office/read_back.py {{ canevas }} {{ justfile_directory() }} {{ site }} \
      $(find target/office -maxdepth 1 -name '*dossier-*.json' | sed 's/\.json$//' | grep -E '\.(odt|docx|pdf)$' | sort)

# Take pictures of each kind of page of target/site.
shots folder="target/shots":
    SITE={{ site }} npm run shots --prefix tests/web -- {{ justfile_directory() / folder }}

# Serve this repository's site with nginx, Apache and Caddy as `canevas hebergement` configures them, and ask for all of it (Debian: nginx-light, libnginx-mod-http-brotli-static, apache2, caddy).
servers: build
    python3 tests/servers/crawl.py {{ canevas }} {{ justfile_directory() }} target/servers {{ date }}

# Run all that continuous integration runs.
ci:
    .ci/run

# Time each stage and whole builds, of this repository and of 1 800 generated regions.
bench:
    cargo bench --bench site

# Preview this repository's site.
serve: build
    {{ canevas }} serve --open --date {{ date }}

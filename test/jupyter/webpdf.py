"""What nbconvert's webpdf puts on each page: python webpdf.py NOTEBOOK CHROMIUM [TEMPLATE], with Playwright's and pypdf's packages."""

import io
import json
import os
import sys
import tempfile
from pathlib import Path

import nbformat
import playwright
import pypdf
from nbconvert import WebPDFExporter


def stand_in_for_browsers(chromium, folder):
    """Lays a Chromium down where Playwright, which has no option for it, looks for the one that it would download."""
    listed = Path(playwright.__file__).parent / "driver" / "package" / "browsers.json"
    revisions = {one["name"]: one["revision"] for one in json.loads(listed.read_text())["browsers"]}
    for name, place in {"chromium": "chrome-linux64/chrome", "chromium-headless-shell": "chrome-headless-shell-linux64/chrome-headless-shell"}.items():
        program = Path(folder) / f"{name.replace('-', '_')}-{revisions[name]}" / place
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{chromium}" --headless "$@"\n')
        program.chmod(0o755)
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = folder


file, chromium, *template = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    stand_in_for_browsers(chromium, folder)
    options = {"template_name": template[0]} if template else {}
    exporter = WebPDFExporter(disable_sandbox=True, **options)
    pdf, _ = exporter.from_notebook_node(nbformat.read(file, as_version=4))
print(json.dumps([page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]))

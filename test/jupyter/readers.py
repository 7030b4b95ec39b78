"""What nbconvert shows of a notebook, for readers that know standard MIME types alone: python readers.py NOTEBOOK."""

import json
import sys

import nbconvert
import nbformat

notebook = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(notebook)
shown = {}
for name in ["html", "slides", "markdown", "latex", "script", "rst", "asciidoc"]:
    try:
        body, resources = nbconvert.get_exporter(name)().from_notebook_node(notebook)
    except Exception as error:  # says which programs of others it needs
        shown[name] = {"error": f"{type(error).__name__}: {error}"}
        continue
    shown[name] = {"body": body, "files": sorted(resources.get("outputs", {}))}
print(json.dumps(shown))

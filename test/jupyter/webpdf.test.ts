import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { chromiumPath } from "../media/browser.js";
import { viewsNotebook } from "../media/jupyter/viewsNotebook.js";
import { skipBecause } from "../skipBecause.js";
import { temporaryFolder } from "../temporaryFolder.js";
import { pythonWithPackages } from "./pythonPackages.js";

describe("nbconvert's webpdf with our template", function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  const file = path.join(folder, "views.ipynb");
  let pictures: string[];
  let pages: string[];

  before(async function () {
    const python = pythonWithPackages(this);
    if (!chromiumPath) skipBecause(this, "no Chromium: apt-get install chromium");
    const notebook = await viewsNotebook();
    pictures = notebook.cells.flatMap(({ outputs = [] }) => outputs.map(svgOf));
    writeFileSync(file, JSON.stringify(notebook));
    execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
    execFileSync(process.execPath, ["dist/kernel/cli.js", "jupyter", "install", "--prefix", folder]);
    const packages = path.join(path.dirname(python), "..", "share", "jupyter");
    const JUPYTER_PATH = [path.join(folder, "share", "jupyter"), packages].join(path.delimiter);
    const command = ["test/jupyter/webpdf.py", file, chromiumPath, "aen"];
    const { stdout } = await promisify(execFile)(python, command, { env: { ...process.env, JUPYTER_PATH } });
    pages = (JSON.parse(stdout) as string[]).map(plain);
  });

  it("prints every view whole: no word of its picture is cut off at the edge of the paper", () => {
    const printed = pages.join("\n");
    for (const [index, picture] of pictures.entries()) {
      const words = [...picture.matchAll(/<text[^>]*>([^<]+)</g)].flatMap(([, text]) =>
        plain(text).split(" "),
      );
      assert.ok(words.length > 20, `view ${index} has words`);
      assert.deepEqual(
        words.filter((word) => !printed.includes(word)),
        [],
        `view ${index}`,
      );
    }
    assert.match(printed, /energy 0\.112 · 11 %/);
  });

  it("keeps each view on one page, with its code", () => {
    for (const [index, title] of [
      "Training",
      "Confusion matrix, test clips",
      "Frames of clip-0001",
    ].entries()) {
      assert.equal(pages.filter((page) => page.includes(title)).length, 1, title);
      assert.ok(pages.some((page) => page.includes(`const view${index}: number = ${index};`)));
    }
  });
});

function svgOf(output: object): string {
  assert.ok("data" in output);
  return [(output.data as Record<string, string | string[]>)["image/svg+xml"]].flat().join("");
}

/** Without ligatures, entities and the kinds of white space. */
function plain(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#39;": "'" };
  return text
    .replace(/&[^;]+;/g, (entity) => entities[entity] ?? entity)
    .normalize("NFKC")
    .replace(/[^\S\n]+/g, " ");
}

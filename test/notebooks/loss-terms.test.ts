import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { type Notebook, wholeText } from "../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../temporaryFolder.js";

describe("notebooks/loss-terms.ipynb", () => {
  const folder = temporaryFolder();

  it("lists the terms, trains with one more, and shows what it changes", async function () {
    this.timeout(300_000);
    const output = path.join(folder, "out.ipynb");
    const parameters = ["-p", "perEmotion=4", "-p", "epochs=1", "--cwd", folder];
    const cli = ["--import", "tsx", "kernel/cli.ts", "run", "notebooks/loss-terms.ipynb", ...parameters];
    await promisify(execFile)(process.execPath, [...cli, "--output", output], { maxBuffer: 1e8 });
    const { cells } = JSON.parse(await readFile(output, "utf8")) as Notebook;
    const outputs = cells.flatMap((cell) => cell.outputs ?? []);
    const text = outputs.map((each) => (each.output_type === "stream" ? wholeText(each.text) : "")).join("");
    assert.match(text, /x energy of emotion: /);
    assert.match(text, /with the term: {4}UAR [\d.]+ %/);
    const types = outputs.flatMap((each) => ("data" in each ? Object.keys(each.data) : []));
    assert.ok(types.includes("application/vnd.aen.confusion-difference.v1+json"));
    assert.match(JSON.stringify(outputs), /temporal smoothness/);
  });
});

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { type Notebook, wholeText } from "../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../temporaryFolder.js";

describe("notebooks/stills.ipynb", () => {
  const folder = temporaryFolder();

  it("runs from top to bottom on a few drawn stills and shows boards, matrices and calibration", async function () {
    this.timeout(300_000);
    const output = path.join(folder, "out.ipynb");
    const settings = { preset: "tiny", perEmotion: 6, epochs: 2, clipEpochs: 1, record: folder };
    const parameters = Object.entries(settings).flatMap(([name, value]) => ["-p", `${name}=${value}`]);
    const cli = ["--import", "tsx", "kernel/cli.ts", "run", "notebooks/stills.ipynb", ...parameters];
    await promisify(execFile)(process.execPath, [...cli, "--output", output], { maxBuffer: 1e8 });
    const { cells } = JSON.parse(await readFile(output, "utf8")) as Notebook;
    const outputs = cells.flatMap((cell) => cell.outputs ?? []);
    const types = outputs.flatMap((each) => ("data" in each ? Object.keys(each.data) : []));
    const count = (view: string) =>
      types.filter((type) => type === `application/vnd.aen.${view}.v1+json`).length;
    assert.deepEqual([count("confusion-matrix"), count("training-board") > 0], [2, true]);
    const text = outputs.map((each) => (each.output_type === "stream" ? wholeText(each.text) : "")).join("");
    assert.match(
      text,
      /Stills: UAR [\d.]+ % \([\d.]+ % to [\d.]+ %\), WAR [\d.]+ %\n {2}Happy: (recall|no test stills)/,
    );
    assert.match(text, /Clips: UAR [\d.]+ %, WAR [\d.]+ %/);
  });
});

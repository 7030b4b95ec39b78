import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "mocha";
import type { CellOutput } from "../../../../kernel/contracts/cellOutput.js";
import { NotebookSession } from "../../../../kernel/session/notebookSession.js";
import { runner, type Runner } from "../runner.js";
import { otherKernels } from "./otherKernels.js";
import { situations } from "./situations.js";

const document = "kernel/session/OTHER_KERNELS.md";

/** What a cell puts out, in one text. */
function said(outputs: readonly CellOutput[]): string {
  return outputs.map(saidOnce).join("");
}

function saidOnce(output: CellOutput): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return `error: ${output.ename}: ${output.evalue}`;
  if (!("data" in output)) return "";
  const rich = Object.keys(output.data).filter((mime) => mime !== "text/plain");
  return [...rich.map((mime) => `[${mime}]`), String(output.data["text/plain"])].join(" ");
}

function underTslab(): string[] {
  const input = JSON.stringify(situations.map(({ cells }) => cells));
  const script = "test/kernel/session/situations/underTslab.cjs";
  return JSON.parse(execFileSync(process.execPath, [script], { input, encoding: "utf8" })) as string[];
}

describe("situations of other kernels' tests", function () {
  this.timeout(120_000);
  let session: NotebookSession;
  let cells: Runner;
  before(async () => {
    session = await NotebookSession.start({ cwd: process.cwd(), preload: false });
    cells = runner(session);
  });
  after(() => session.close());

  for (const situation of situations)
    it(`come out as a notebook's user expects: ${situation.name}`, async () => {
      let last: CellOutput[] = [];
      for (const cell of situation.cells) last = (await cells.run(cell)).outputs;
      if (typeof situation.ours === "string") assert.equal(said(last), situation.ours);
      else assert.match(said(last), situation.ours);
    });

  it("are listed beside tslab's and Deno's answers (UPDATE_DOCS=1 writes the list)", () => {
    const written = otherKernels(situations, underTslab());
    if (process.env["UPDATE_DOCS"]) writeFileSync(document, written);
    assert.equal(readFileSync(document, "utf8"), written);
  });
});

import assert from "node:assert/strict";
import { runInTerminal } from "../../../kernel/commands/runInTerminal.js";
import type { NotebookRun } from "../../../kernel/notebook/runNotebook.js";
import { codeCell, notebookOf } from "../notebook/cell.js";

/** Text that is written while something runs. */
async function written<T>(run: () => Promise<T>): Promise<{ result: T; stdout: string; stderr: string }> {
  const streams = { stdout: "", stderr: "" };
  const names = ["stdout", "stderr"] as const;
  const originals = names.map((name) => process[name].write);
  for (const name of names) {
    process[name].write = ((text: string | Uint8Array) => {
      streams[name] += typeof text === "string" ? text : new TextDecoder().decode(text);
      return true;
    }) as typeof process.stdout.write;
  }
  try {
    return { result: await run(), ...streams };
  } finally {
    names.forEach((name, i) => (process[name].write = originals[i]));
  }
}

const board = (state: string) =>
  JSON.stringify({
    ...{ view: "training-board", version: 1, run: "a", state, epochs: 5, epoch: 2, validation: [] },
    steps: [{ step: 1, epoch: 1, terms: {}, total: 1, clipsPerSecond: 34 }],
  });

describe("a notebook that is run at a terminal", function () {
  this.timeout(120_000);
  const type = "application/vnd.aen.training-board.v1+json";
  const show = (state: string) => `display.bundle({ "${type}": ${board(state)} }, { id: "board" });`;
  const cells = [
    '// settings\n\nconst x = 20;\nconsole.log("out"); console.error("trouble"); x * 2',
    'display.text("shown"); display.html("<b>in pages</b>"); const y = 1;',
    `${["waiting", "running", "finished"].map(show).join("\n")}\nundefined`,
    'throw new TypeError("no more");',
    'console.log("never")',
  ];
  let listeners: number;
  let ran: Awaited<ReturnType<typeof written<NotebookRun>>>;
  before(async () => {
    listeners = process.listenerCount("SIGINT");
    ran = await written(() => runInTerminal(notebookOf(...cells.map((source) => codeCell(source))), {}));
  });

  it("prints what its cells print and show, each where it belongs", () => {
    assert.equal(ran.stdout, "out\n40\nshown\n");
    assert.match(ran.stderr, /^trouble$/m);
  });

  it("tells which cell runs, by its first line of code, and how long it took", () => {
    const told = ran.stderr.split("\n").filter((line) => line.startsWith("["));
    assert.deepEqual(
      told.slice(0, 4).map((line) => line.replace(/[\d.]+ s$/, "N s")),
      ["[1/5] const x = 20;", "[1/5] ok after N s", `[2/5] ${cells[1]}`, "[2/5] ok after N s"],
    );
    assert.equal(told[4].length, "[3/5] ".length + 90, "a long line is cut");
  });

  it("tells how a training in progress stands", () => {
    const lines = ran.stderr.split("\n").filter((line) => line.startsWith("  Training"));
    assert.deepEqual(lines, ["  Training · epoch 2 of 5 · 34 clips per second"]);
    const last = ran.stderr
      .split("\n")
      .filter((line) => line.includes("epoch 2 of 5"))
      .at(-1)!;
    assert.match(last, /^ {2}Finished · epoch 2 of 5/, "and how it has ended");
  });

  it("ends with the cell that failed, and why", () => {
    assert.equal(ran.result.failed!.number, 4);
    assert.match(ran.stderr, /TypeError: no more/);
    assert.match(
      ran.stderr,
      /\nCell 4 of 5 \(throw new TypeError\("no more"\);\) failed: TypeError: no more\.\n$/,
    );
  });

  it("takes its hands off Ctrl+C at the end", () => {
    assert.equal(process.listenerCount("SIGINT"), listeners);
  });
});

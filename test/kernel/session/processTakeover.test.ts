import assert from "node:assert/strict";
import fs from "node:fs";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { takeOverProcess } from "../../../kernel/session/processTakeover.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { recordedCell } from "./recordedCell.js";

/** What of the process a session replaces. */
const parts: Readonly<Record<string, () => unknown>> = {
  "process.stdout.write": () => process.stdout.write,
  "process.stderr.write": () => process.stderr.write,
  "fs.writeSync": () => fs.writeSync,
  setTimeout: () => setTimeout,
  "process.nextTick": () => process.nextTick,
  "process.exit": () => process.exit,
  "process.argv": () => process.argv.join(" "),
  "Error.prepareStackTrace": () => Error.prepareStackTrace,
  "Function.prototype.toString": () => Function.prototype.toString,
};

const now = () => Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part()]));

describe("the process that cells share with the kernel", () => {
  it("is taken over, and given back as it was", () => {
    const before = now();
    const giveBack = takeOverProcess(temporaryFolder(), () => undefined);
    const meanwhile = now();
    giveBack();
    assert.deepEqual(now(), before);
    for (const name of Object.keys(parts)) assert.notEqual(meanwhile[name], before[name], name);
  });

  it("prints for the cell that prints", () => {
    const { cell, printed } = recordedCell();
    const giveBack = takeOverProcess(temporaryFolder(), () => cell);
    try {
      runInCell(cell, () => console.log("of the cell"));
    } finally {
      giveBack();
    }
    assert.equal(printed(), "of the cell\n");
  });
});

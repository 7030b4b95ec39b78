import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { routeStdin } from "../../../kernel/session/cellStdin.js";
import { until } from "../../until.js";
import { recordedCell } from "./recordedCell.js";

describe("standard input of a cell", () => {
  let restore: () => void;
  beforeEach(() => (restore = routeStdin()));
  afterEach(() => restore());

  /** A cell whose user types these lines, and how often it has asked. */
  function typing(...lines: string[]) {
    const asked: string[] = [];
    const { cell } = recordedCell(1, (prompt) => {
      asked.push(prompt);
      const line = lines[asked.length - 1];
      return line === undefined ? Promise.reject(new Error("nobody is there")) : Promise.resolve(line);
    });
    return { cell, asked, within: <T>(body: () => T) => runInCell(cell, body) };
  }

  it("asks the user for each line that is read, and ends when nobody answers any more", async () => {
    const { asked, within } = typing("one", "", "größe");
    const lines: string[] = [];
    await within(async () => {
      for await (const line of createInterface({ input: process.stdin })) lines.push(line);
    });
    assert.deepEqual(lines, ["one", "", "größe"]);
    assert.equal(asked.length, 4);
  });

  it("asks no more once a reader has its line and pauses", async () => {
    const { asked, within } = typing("one", "two");
    const first = await within(async () => {
      process.stdin.resume();
      const [line] = (await once(process.stdin, "data")) as [Buffer];
      process.stdin.pause();
      return String(line);
    });
    await new Promise((turned) => setImmediate(() => setImmediate(turned)));
    assert.equal(first, "one\n");
    assert.equal(asked.length, 1);
  });

  it("asks once for a line, however often its reader pauses before the answer", async () => {
    let asked = 0;
    const { cell } = recordedCell(1, () => (asked++, new Promise(() => {})));
    runInCell(cell, () => process.stdin.resume());
    await until("it has asked", () => asked === 1);
    runInCell(cell, () => process.stdin.pause().resume());
    await new Promise((turned) => setImmediate(() => setImmediate(turned)));
    assert.equal(asked, 1);
    cell.stop(new Interrupted());
  });

  it("asks nothing as long as nobody reads", () => {
    const { asked, within } = typing("one");
    within(() => assert.equal(process.stdin.isTTY, false));
    assert.deepEqual(asked, []);
  });

  it("ends with its cell", async () => {
    const { cell, within } = typing();
    const ended = within(() => once(process.stdin, "end"));
    cell.stop(new Interrupted());
    within(() => process.stdin.resume());
    await ended;
  });

  it("is one stream for each cell, and the process's own outside of them and afterwards", () => {
    const [first, second] = [typing(), typing()];
    const stream = first.within(() => process.stdin);
    assert.equal(
      first.within(() => process.stdin),
      stream,
    );
    assert.notEqual(
      second.within(() => process.stdin),
      stream,
    );
    const own = process.stdin;
    assert.notEqual(own, stream);
    restore();
    assert.equal(
      first.within(() => process.stdin),
      own,
    );
  });
});

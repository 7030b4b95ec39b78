import assert from "node:assert/strict";
import { RefusalLog } from "../../../../kernel/protocol/transport/refusalLog.js";

describe("the log of what was refused", () => {
  it("names the first ten of a kind, then each tenth power, so that a flood fills no disk", () => {
    const lines: string[] = [];
    const log = new RefusalLog((line) => lines.push(line));
    for (let times = 0; times < 12_345; times++) log.note("A message on shell was ignored", "it is torn");
    assert.equal(lines.length, 10 + 3);
    assert.equal(lines[0], "A message on shell was ignored: it is torn.");
    assert.deepEqual(
      lines.slice(10).map((line) => /\((\d+) times/.exec(line)![1]),
      ["100", "1000", "10000"],
    );
  });

  it("keeps kinds apart", () => {
    const lines: string[] = [];
    const log = new RefusalLog((line) => lines.push(line));
    for (let times = 0; times < 11; times++) log.note("a", "x");
    log.note("a", "y");
    assert.equal(lines.at(-1), "a: y.");
  });
});

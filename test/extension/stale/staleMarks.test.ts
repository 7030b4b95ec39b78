import "../standIn/register.js";
import assert from "node:assert/strict";

const { StaleMarks } = await import("../../../extension/stale/staleMarks.js");

describe("the mark of a stale cell", () => {
  const marks = (reason: object | undefined) =>
    new StaleMarks({ reason: () => reason, onDidChange: () => {} } as never).provideCellStatusBarItems(
      {} as never,
    );

  it("names the reason, and runs all stale cells", () => {
    const [edited] = marks({ reason: "edited" });
    assert.match(String(edited.tooltip), /^Edited since it ran\./);
    assert.equal(edited.command, "aen.runStaleCells");
    const [changed] = marks({ reason: "changed", name: "rate", by: { index: 2 } });
    assert.match(String(changed.tooltip), /^rate has changed since this cell ran \(cell 3\)\./);
  });

  it("is absent from other cells", () => {
    assert.deepEqual(marks(undefined), []);
  });
});

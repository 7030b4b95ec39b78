import assert from "node:assert/strict";
import { callingCell, setCallingCell } from "../../../../kernel/aen/host/callingCell.js";
import { NotebookSession } from "../../../../kernel/session/notebookSession.js";

describe("the cell that the running code belongs to", () => {
  it("is null outside a notebook, and what the session says within", () => {
    assert.equal(callingCell(), null);
    const cell = { notebook: null, executionCount: 3, code: "x" };
    setCallingCell(() => cell);
    assert.equal(callingCell(), cell);
    setCallingCell(undefined);
    assert.equal(callingCell(), null);
  });

  it("is told by a session, with its notebook, also after the cell has waited", async function () {
    this.timeout(60_000);
    const notebook = "/somewhere/lesson.ipynb";
    const session = await NotebookSession.start({ cwd: process.cwd(), notebook, preload: false });
    const told: unknown[] = [];
    Object.assign(globalThis, { tell: () => told.push(callingCell()) });
    const code = "const { tell } = globalThis as never as { tell(): void }; await null; tell();";
    try {
      await session.execute("1 + 1", { onOutput() {} });
      assert.equal((await session.execute(code, { onOutput() {} })).status, "ok");
    } finally {
      await session.close();
    }
    assert.deepEqual(told, [{ notebook, executionCount: 2, code }]);
    assert.equal(callingCell(), null);
  });
});

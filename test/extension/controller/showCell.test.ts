import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { showCell } = await import("../../../extension/controller/showCell.js");

describe("showing a cell", () => {
  it("brings its notebook to the front", async () => {
    asked.shown.length = 0;
    await showCell({ index: 2, notebook: "notebook" } as never);
    assert.deepEqual(asked.shown, ["notebook"]);
  });
});

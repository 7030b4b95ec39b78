import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { going, kernelsAsked, line } from "./cell.js";

const { CellQuickFixes } = await import("../../../extension/language/quickFixes.js");

describe("the remedies in cells", () => {
  const fix = (kind: string, rest: object = {}) => ({
    ...{ kind, name: "size", code: 2552, of: line(0) },
    changes: [{ ...line(0), cell: 0, text: "size", was: "siz" }],
    ...rest,
  });
  const fixes = [fix("spelling"), fix("import", { from: "./a.ts" }), fix("await"), fix("async")];
  const wrong = [{ code: 2552 }, { code: 1 }];
  const offered = (diagnostics: object[]) =>
    new CellQuickFixes(kernelsAsked({ fixes })).provideCodeActions(
      { offsetAt: () => 0 } as never,
      { start: 0, end: 0 } as never,
      { diagnostics } as never,
      going,
    );

  it("say what they do, and the first is the one that a key takes", async () => {
    const actions = await offered(wrong);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Change to size", 'Import size from "./a.ts"', "Add await", "Make the function async"],
    );
    assert.deepEqual(
      actions.map(({ isPreferred }) => isPreferred),
      [true, false, false, false],
    );
  });

  it("change the cell, and belong to the error", async () => {
    const [action] = await offered(wrong);
    const { replacements } = action.edit as unknown as standIn.WorkspaceEdit;
    assert.deepEqual([replacements[0][0], replacements[0][2]], ["cell:first", "size"]);
    assert.deepEqual(action.diagnostics, [{ code: 2552 }]);
  });

  it("are not asked for where nothing is wrong", async () => {
    assert.deepEqual(await offered([]), []);
  });
});

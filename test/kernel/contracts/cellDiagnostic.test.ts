import assert from "node:assert/strict";
import { type CellDiagnostic, hasErrors } from "../../../kernel/contracts/cellDiagnostic.js";

describe("the diagnostics of a cell", () => {
  const place = { line: 1, column: 1, offset: 0 };
  const found = (severity: CellDiagnostic["severity"]): CellDiagnostic => ({
    ...{ severity, code: 1, message: "", start: place, end: place },
  });

  it("keep it from running only if one of them is an error", () => {
    assert.equal(hasErrors([]), false);
    assert.equal(hasErrors([found("suggestion"), found("warning")]), false);
    assert.equal(hasErrors([found("suggestion"), found("error")]), true);
  });
});

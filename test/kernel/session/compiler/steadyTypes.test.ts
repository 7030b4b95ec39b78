import assert from "node:assert/strict";
import { isPrimitive, steadiness } from "../../../../kernel/session/compiler/steadyTypes.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";
import { notebook } from "./askedNotebook.js";

describe("the type of a value", () => {
  function kinds(type: string): { isPrimitive: boolean; steadiness: string } {
    const { places, cell } = notebook.placed(`|let value!: ${type};`);
    const statement = cell.source.statements.findLast(ts.isVariableStatement)!;
    const found = places.program
      .getTypeChecker()
      .getTypeAtLocation(statement.declarationList.declarations[0]);
    return { isPrimitive: isPrimitive(found), steadiness: steadiness(found, notebook.compiler.host) };
  }

  it("says whether it has an inside", () => {
    for (const type of ["number", "'a' | 'b'", "boolean | null | undefined", "1n"])
      assert.ok(kinds(type).isPrimitive, type);
    for (const type of ["any", "unknown", "number[]", "() => void", "number | Date"])
      assert.ok(!kinds(type).isPrimitive, type);
  });

  it("says whether something changes it: nothing does clips and results, training does models", () => {
    for (const type of ["aen.ClipSet", "aen.Run | null", "aen.Evaluation", "typeof import('node:fs')"])
      assert.equal(kinds(type).steadiness, "steady", type);
    for (const type of ["aen.Model", "aen.RunInProgress", "aen.Run | aen.Model"])
      assert.equal(kinds(type).steadiness, "ours", type);
    for (const type of ["number[]", "Map<string, number>", "any"])
      assert.equal(kinds(type).steadiness, "unknown", type);
  });
});

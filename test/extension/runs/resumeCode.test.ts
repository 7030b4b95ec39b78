import "../standIn/register.js";
import assert from "node:assert/strict";
import ts from "typescript";
import type { RunRecord } from "../../../extension/runs/runRecord.js";

const { resumeCode } = await import("../../../extension/runs/resumeCode.js");

const run = (folder: string, settings: object): RunRecord => ({
  ...{ id: "r", state: "stopped", epoch: 1, seconds: 1 },
  ...{ folder, settings: settings as Record<string, unknown> },
});

describe("the code that resumes a run", () => {
  it("names the record and the clips that it needs", () => {
    const code = resumeCode(
      run("/data/.aen/runs/r", { data: { train: { clips: 40 }, validate: { clips: 9 } } }),
    );
    assert.equal(
      code,
      "// train: the 40 clips that the run was trained on\n// validation: the 9 clips that it was validated on\n" +
        'const run = await aen.resume("/data/.aen/runs/r", train, { validate: validation });\nrun',
    );
  });

  it("leaves out validation where the run had none, and comments without information", () => {
    assert.match(
      resumeCode(run("r", { data: { train: { clips: 4 }, validate: null } })),
      /resume\("r", train\);/,
    );
    assert.equal(resumeCode(run("r", {})), 'const run = await aen.resume("r", train);\nrun');
  });

  it("is valid code for any folder, even with quotes and backslashes in its name", () => {
    const folder = 'C:\\runs\\"mine"\n';
    const code = resumeCode(run(folder, {}));
    const file = ts.createSourceFile("a.ts", code, ts.ScriptTarget.Latest, true);
    const literals: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteral(node)) literals.push(node.text);
      ts.forEachChild(node, visit);
    };
    visit(file);
    assert.deepEqual(literals, [folder]);
  });

  it("takes nothing but a number for the number of clips, whatever the record says", () => {
    for (const clips of ["1\nprocess.exit()", { toString: "x" }, ["\u2028evil()"], 1.5, NaN, null]) {
      const code = resumeCode(run("r", { data: { train: { clips }, validate: { clips } } }));
      assert.equal(
        code,
        'const run = await aen.resume("r", train, { validate: validation });\nrun',
        JSON.stringify(clips),
      );
    }
    assert.equal(
      resumeCode(run("r", { data: { train: "x", validate: 3 } })),
      'const run = await aen.resume("r", train, { validate: validation });\nrun',
    );
  });
});

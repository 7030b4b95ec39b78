import assert from "node:assert/strict";
import type { CellDiagnostic } from "../../../kernel/contracts/cellDiagnostic.js";
import { checkParameters, parseParameter, withParameters } from "../../../kernel/notebook/parameters.js";
import { codeCell, notebookOf } from "./cell.js";

describe("parameters of a notebook", () => {
  const notebook = notebookOf(
    codeCell("let epochs = 12, video: string | null = null;\nconst seed = 7;", ["parameters"]),
    codeCell("epochs"),
  );
  const twenty = { epochs: { text: "20" } };

  it("are names with a text, which may hold anything", () => {
    assert.deepEqual(parseParameter("epochs=20"), ["epochs", { text: "20" }]);
    assert.deepEqual(parseParameter("video=a=b.mp4"), ["video", { text: "a=b.mp4" }]);
    assert.deepEqual(parseParameter("none="), ["none", { text: "" }]);
    assert.throws(() => parseParameter("epochs"), /expected name=value/);
    assert.throws(() => parseParameter("a-b=1"), /expected name=value/);
  });

  it("are assigned in a cell of their own behind the tagged cell", () => {
    const { cells } = withParameters(notebook, { ...twenty, video: { text: 'a "b".mp4' } });
    assert.equal(cells.length, 3);
    assert.equal(cells[1].source, '// Parameters\n{\n  epochs = 20;\n  video = "a \\"b\\".mp4";\n}');
    assert.deepEqual(cells[1].metadata.tags, ["injected-parameters"]);
  });

  it("replace those of an earlier run", () => {
    const twice = withParameters(withParameters(notebook, twenty), { epochs: { text: "30" } });
    assert.equal(twice.cells.length, 3);
    assert.match(String(twice.cells[1].source), /epochs = 30/);
  });

  it("must be declared with let in the tagged cell", () => {
    const set = (name: string) => () => withParameters(notebook, { [name]: { text: "1" } });
    assert.throws(set("epoch"), /-p epoch: there is no such parameter. This notebook has epochs, video/);
    assert.throws(set("seed"), /-p seed: it is declared with const/);
    assert.throws(() => withParameters(notebookOf(codeCell("1")), twenty), /No code cell .* is tagged/);
    const ofFile = { epoch: { value: 1, file: "all.yaml" } };
    assert.throws(
      () => withParameters(notebook, ofFile),
      /^ParameterError: epoch in all.yaml: there is no such/,
    );
  });

  it("must be what is declared, from the command line as from a file", () => {
    assert.throws(
      () => withParameters(notebook, { epochs: { text: "many" } }),
      /-p epochs=many: this parameter is a number/,
    );
    const ofFile = { epochs: { value: "20", file: "all.json" } };
    assert.throws(
      () => withParameters(notebook, ofFile),
      /epochs in all.json: this parameter is a number, not text \("20"\)/,
    );
  });

  it("leave the notebook alone when there are none", () => {
    assert.equal(withParameters(notebook, {}), notebook);
  });

  it("are checked by TypeScript with their declarations, and only they are blamed", async () => {
    const checked = withParameters(notebook, { ...twenty, video: { text: "a" } });
    const at = (line: number): CellDiagnostic => {
      const place = { line, column: 1, offset: 0 };
      return { severity: "error", code: 2322, message: "It does not fit.", start: place, end: place };
    };
    await checkParameters(checked, async () => [at(1), at(2)]);
    let asked = "";
    const video = async (code: string) => ((asked = code), [at(6)]);
    await assert.rejects(checkParameters(checked, video), /^ParameterError: -p video: It does not fit\.$/);
    assert.match(asked, /^let epochs = 12.*\nconst seed = 7;\n\/\/ Parameters\n\{\n {2}epochs = 20;/);
    await checkParameters(notebook, async () => assert.fail("nothing is injected"));
  });
});

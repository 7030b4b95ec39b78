import assert from "node:assert/strict";
import { parseParameter, withParameters } from "../../../kernel/notebook/parameters.js";
import { codeCell, notebookOf } from "./cell.js";

describe("parameters of a notebook", () => {
  const notebook = notebookOf(
    codeCell("let epochs = 12, video: string | null = null;\nconst seed = 7;", ["parameters"]),
    codeCell("epochs"),
  );

  it("are read as numbers, truth values, null or text", () => {
    assert.deepEqual(parseParameter("epochs=20"), ["epochs", 20]);
    assert.deepEqual(parseParameter("rate=1e-3"), ["rate", 0.001]);
    assert.deepEqual(parseParameter("augment=True"), ["augment", true]);
    assert.deepEqual(parseParameter("video=None"), ["video", null]);
    assert.deepEqual(parseParameter("video=a=b.mp4"), ["video", "a=b.mp4"]);
    assert.throws(() => parseParameter("epochs"), /expected name=value/);
    assert.throws(() => parseParameter("a-b=1"), /expected name=value/);
  });

  it("are assigned in a cell of their own behind the tagged cell", () => {
    const { cells } = withParameters(notebook, { epochs: 20, video: 'a "b".mp4' });
    assert.equal(cells.length, 3);
    assert.equal(cells[1].source, '// Parameters\nepochs = 20;\nvideo = "a \\"b\\".mp4";');
    assert.deepEqual(cells[1].metadata.tags, ["injected-parameters"]);
  });

  it("replace those of an earlier run", () => {
    const once = withParameters(notebook, { epochs: 20 });
    const twice = withParameters(once, { epochs: 30 });
    assert.equal(twice.cells.length, 3);
    assert.match(String(twice.cells[1].source), /epochs = 30/);
  });

  it("must be declared with let in the tagged cell", () => {
    assert.throws(
      () => withParameters(notebook, { epoch: 1 }),
      /-p epoch: there is no such parameter. This notebook has epochs, video/,
    );
    assert.throws(() => withParameters(notebook, { seed: 1 }), /-p seed: it is declared with const/);
    assert.throws(() => withParameters(notebookOf(codeCell("1")), { a: 1 }), /No code cell .* is tagged/);
  });

  it("leave the notebook alone when there are none", () => {
    assert.equal(withParameters(notebook, {}), notebook);
  });
});

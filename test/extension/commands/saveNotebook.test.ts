import "../standIn/register.js";
import assert from "node:assert/strict";

const { saveNotebook } = await import("../../../extension/commands/saveNotebook.js");

describe("the save of a notebook by a command", () => {
  /** A notebook of which the first saves leave something unsaved, as when an output arrives meanwhile. */
  const notebook = (leftUnsaved: number, more: object = {}) => {
    const open = {
      isDirty: true,
      isUntitled: false,
      saves: 0,
      save: async () => !(open.isDirty = ++open.saves <= leftUnsaved),
      ...more,
    };
    return open;
  };

  it("leaves a notebook alone that is saved", async () => {
    const open = notebook(0, { isDirty: false });
    assert.equal(await saveNotebook(open as never), true);
    assert.equal(open.saves, 0);
  });

  it("is repeated where the notebook changed while it was written", async () => {
    const open = notebook(3);
    assert.equal(await saveNotebook(open as never), true);
    assert.equal(open.saves, 4);
  });

  it("says so where the notebook goes on changing, or cannot be written", async () => {
    await assert.rejects(
      saveNotebook(notebook(Infinity) as never),
      /could not be saved\. Wait until no cell runs/,
    );
  });

  it("tells when the user gives a new notebook no name", async () => {
    assert.equal(await saveNotebook(notebook(Infinity, { isUntitled: true }) as never), false);
    assert.equal(await saveNotebook(notebook(0, { isUntitled: true }) as never), true);
  });
});

import assert from "node:assert/strict";
import type * as notebookHost from "../../../media/jupyterlab/notebookHost.js";
import { modulePage } from "../modulePage.js";

describe("a notebook of JupyterLab as the place of views", () => {
  const inPage = modulePage().loading<typeof notebookHost>("jupyterlab/notebookHost");

  it("keeps their state in the browser, each file its own", async () => {
    const found = await inPage(({ quietHost }) => {
      quietHost(() => "a.ipynb").saveState("matrix", { folded: [1] });
      return ["a.ipynb", "b.ipynb"].map((path) => quietHost(() => path).loadState("matrix"));
    });
    assert.deepEqual(found, [{ folded: [1] }, undefined]);
  });

  it("has a selection of its own", async () => {
    const words = await inPage(({ quietHost }) => {
      const [one, other] = [quietHost(() => "a"), quietHost(() => "a")];
      one.shared.select({ source: {}, clips: new Set(), words: "Sad" });
      return [one.shared.selection?.words, other.shared.selection];
    });
    assert.deepEqual(words, ["Sad", null]);
  });

  it("takes code into a new cell below the view that offered it", async () => {
    const done = await inPage(({ notebookHost, place }) => {
      const cells = [place(), place()].map((node) => {
        node.innerHTML = "<button></button>";
        return { node, isDisposed: false, setHidden: () => {}, dispose: () => {} };
      });
      const calls: unknown[] = [];
      const silent = { connect: () => true, disconnect: () => true };
      const content = {
        ...{ rendermime: {} as never, node: place(), widgets: cells, activeCellIndex: 0 },
        activeCell: { model: { sharedModel: { setSource: (code: string) => calls.push(code) } } },
      };
      const panel = {
        ...{ content, context: { path: "a" }, disposed: silent },
        sessionContext: {
          ready: Promise.resolve(),
          session: null,
          kernelChanged: silent,
          statusChanged: silent,
        },
      };
      const host = notebookHost(panel, {
        insertBelow: (notebook) => calls.push(`below ${notebook.activeCellIndex}`),
        runCells: async () => true,
      });
      cells[1].node.querySelector("button")!.focus();
      host.postMessage!({ type: "insert-cell", code: "run.timeline(clip)" });
      return calls;
    });
    assert.deepEqual(done, ["below 1", "run.timeline(clip)"]);
  });
});

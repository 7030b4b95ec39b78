import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { answers, EventEmitter, happenings, NotebookCellKind } =
  (await import("vscode")) as unknown as typeof standIn;
const { StaleCells } = await import("../../../extension/stale/staleCells.js");

describe("the stale cells of a notebook", () => {
  const work = new EventEmitter<object>();
  const added = new EventEmitter<object>();
  const state = new EventEmitter<string>();
  const texts = ["const rate = Math.random();", "rate"];
  const flow = [
    { reads: [], writes: ["rate"] },
    { reads: ["rate"], writes: [] },
  ];
  let shown = "";
  const process = {
    ask: async (_: string, __: string[], { cell }: { cell: number }) => flow[cell],
    request: async () => ({ variables: [{ name: "rate", type: "number", summary: shown }] }),
  };
  const notebook = { uri: { path: "/a.ipynb" }, getCells: () => cells };
  const cells = texts.map((_, index) => ({
    ...{ index, notebook, kind: NotebookCellKind.Code },
    document: { languageId: "typescript", getText: () => texts[index] },
  }));
  const kernels = { onDidAdd: added.event, existing: () => ({ running: async () => process }) };
  const stale = new StaleCells({ onDidWork: work.event, kernels } as never);
  after(() => {
    stale.dispose();
    answers.settings = {};
  });

  const run = async (index: number, value = shown): Promise<void> => {
    shown = value;
    work.fire({ cell: cells[index], isRunning: true });
    work.fire({ cell: cells[index], isRunning: false, success: true });
    await stale.upToDate;
  };
  const reason = (index: number) => stale.reason(cells[index] as never)?.reason;

  it("are those whose inputs have another value since they ran", async () => {
    await run(0, "0.5");
    await run(1);
    await run(0, "0.5");
    assert.equal(reason(1), undefined, "the same value");
    await run(0, "0.7");
    assert.equal(reason(1), "changed");
  });

  it("are those that were edited", () => {
    texts[0] = "const rate = 2;";
    assert.equal(reason(0), "edited");
  });

  it("are looked at when one of their cells is typed in, and when nothing else is", () => {
    let looks = 0;
    const heard = stale.onDidChange(() => void looks++);
    const type = (scheme: string, path: string) =>
      happenings.edited.fire({ document: { uri: { scheme, path } } });
    type("file", "/a.ipynb");
    type("vscode-notebook-cell", "/other.ipynb");
    assert.equal(looks, 0);
    type("vscode-notebook-cell", "/a.ipynb");
    assert.equal(looks, 1);
    heard.dispose();
  });

  it("are none with the setting off", () => {
    answers.settings = { staleCells: false };
    assert.deepEqual([reason(0), reason(1)], [undefined, undefined]);
    answers.settings = {};
  });

  it("are none once the kernel has started anew", () => {
    added.fire({ notebook, onDidChangeState: state.event });
    state.fire("starting");
    assert.deepEqual([reason(0), reason(1)], [undefined, undefined]);
  });
});

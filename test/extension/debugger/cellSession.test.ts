import "../standIn/register.js";
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type * as standIn from "../standIn/vscode.js";

const { debug, happenings } = (await import("vscode")) as unknown as typeof standIn;
const { CellSession } = await import("../../../extension/debugger/cellSession.js");

describe("a debugger on a notebook's kernel", () => {
  const uri = { path: "/x.ipynb", fragment: "W0sZmlsZQ==", toString: () => "cell:/x.ipynb#W0" };
  const notebook = { uri, getCells: () => [{ document: { uri }, index: 0 }] };
  const start = () =>
    CellSession.start(
      { notebook, start: async () => ({ tell() {}, onMessage: () => () => {} }) } as never,
      process.cwd(),
    );

  it("translates the messages of its own sessions, and of no others", async () => {
    const session = await start();
    const [factory] = debug.trackers;
    assert.equal(factory.createDebugAdapterTracker({ id: "other", configuration: {} }), undefined);
    const own = { id: "child", configuration: {}, parentSession: { id: "root" } };
    const tracker = factory.createDebugAdapterTracker(own) as { onWillReceiveMessage(m: object): void };
    const request = { arguments: { source: { path: "cell:/x.ipynb#W0" } } };
    tracker.onWillReceiveMessage(request);
    assert.equal(request.arguments.source.path, "/x.ipynb/cell-W0.ts");
    session.dispose();
  });

  it("ends when the user ends the debugger", async () => {
    await start();
    assert.equal(debug.trackers.length, 1);
    happenings.sessionEnded.fire({ id: "root" });
    assert.equal(debug.trackers.length, 0);
  });
});

import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { answers, EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { silenceBuiltIn } = await import("../../../extension/language/silenceBuiltIn.js");
const { pluginName } = await import("../../../extension/language/typescriptPlugin/pluginName.js");

describe("the built-in TypeScript service", () => {
  const told: unknown[] = [];
  const selected = new EventEmitter<void>();
  const controller = {
    onDidSelect: selected.event,
    notebooks: [{ uri: { path: "/a.ipynb" } }, { uri: { path: "/b.ipynb" } }],
  };
  const select = async () => {
    const disposable = silenceBuiltIn(controller as never) as { dispose(): void };
    selected.fire();
    await new Promise((resolve) => setImmediate(resolve));
    disposable.dispose();
  };
  afterEach(() => (answers.extension = undefined));

  it("learns which notebooks the session answers for whenever that changes", async () => {
    const service = { getAPI: () => ({ configurePlugin: (...given: unknown[]) => told.push(given) }) };
    answers.extension = { activate: async () => service };
    await select();
    assert.deepEqual(told, [[pluginName, { notebooks: ["/a.ipynb", "/b.ipynb"] }]]);
  });

  it("may be missing or from another vendor without any error", async () => {
    await select();
    answers.extension = { activate: async () => ({ getAPI: () => undefined }) };
    await select();
  });
});

import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { registerCommands } = await import("../../../extension/commands/register.js");

describe("commands", () => {
  const logged: unknown[] = [];
  const log = { error: (what: unknown) => logged.push(what) } as never;
  const run = (id: string, ...given: unknown[]) => asked.commands.get(id)!(...given);
  beforeEach(() => {
    logged.length = 0;
    asked.messages.length = 0;
  });

  it("are given what VS Code gives, and answer with what their handler answers", async () => {
    const owned = registerCommands({ "aen.sum": (a: number, b: number) => a + b }, log);
    assert.equal(await run("aen.sum", 1, 2), 3);
    owned.dispose();
    assert.equal(asked.commands.has("aen.sum"), false);
  });

  it("tell the user what went wrong, and keep it in the log", async () => {
    const error = new Error("the kernel is not there");
    const handlers = {
      "aen.sync": () => {
        throw error;
      },
      "aen.late": async () => Promise.reject("a text"),
    };
    const owned = registerCommands(handlers, log);
    assert.equal(await run("aen.sync"), undefined);
    assert.equal(await run("aen.late"), undefined);
    assert.deepEqual(asked.messages, ["the kernel is not there", "a text"]);
    assert.deepEqual(logged, [error, "a text"]);
    owned.dispose();
  });
});

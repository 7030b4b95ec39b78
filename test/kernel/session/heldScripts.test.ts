import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { HeldScripts } from "../../../kernel/session/heldScripts.js";

describe("the scripts that a debugger holds", () => {
  let held: HeldScripts;
  const map = "data:application/json;base64,e30=";
  const pause = (scriptId: string) => ({ reason: "other", callFrames: [{ location: { scriptId } }] });
  const ask = (method: string, params: Record<string, unknown> = {}) =>
    held.answer({ id: 1, method, params });

  beforeEach(() => {
    held = new HeldScripts();
    held.noteScript({ scriptId: "1", url: "aen:before-a-script" });
    held.noteScript({ scriptId: "2", url: "file:///notebooks/local.ts", sourceMapURL: map });
    held.noteScript({ scriptId: "3", url: "Cell [1]", sourceMapURL: map });
    held.noteScript({ scriptId: "4", url: "/packages/y.js", sourceMapURL: "y.js.map" });
  });

  it("are cells and local modules", () => {
    assert.deepEqual(
      ["1", "2", "3", "4"].map((id) => held.isUsers(id)),
      [false, true, true, false],
    );
  });

  it("are told of as V8 tells of them, once the debugger wants that", () => {
    assert.equal(held.pause(pause("1")), "unwanted");
    ask("Debugger.setInstrumentationBreakpoint", { instrumentation: "beforeScriptWithSourceMapExecution" });
    const told = { ...pause("1"), reason: "instrumentation", data: { scriptId: "3" } };
    assert.deepEqual(held.pause(pause("1")), told);
  });

  it("run on when the debugger has taken the breakpoint away", () => {
    const { breakpointId } = ask("Debugger.setInstrumentationBreakpoint") as { breakpointId: string };
    assert.equal(ask("Debugger.removeBreakpoint", { breakpointId: "of a line" }), undefined);
    ask("Debugger.removeBreakpoint", { breakpointId });
    assert.equal(held.pause(pause("1")), "unwanted");
  });

  it("are not meant by other pauses and requests", () => {
    assert.equal(held.pause(pause("2")), undefined);
    assert.equal(ask("Debugger.resume"), undefined);
  });
});

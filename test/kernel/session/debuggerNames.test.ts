import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { names, tellNames, withNames } from "../../../kernel/session/debuggerNames.js";

describe("the names that a debugger may use", () => {
  const globals = globalThis as Record<string, unknown>;
  const scope: Record<string, unknown> = { clips: 3, escape: "mine" };
  let undo: () => void;

  beforeEach(() => (undo = tellNames(scope)));
  afterEach(() => undo());

  it("are the notebook's variables, for one expression", () => {
    assert.equal((0, eval)(withNames("clips > 2 && escape === 'mine'")), true);
    assert.equal("clips" in globals, false);
    assert.equal(typeof globals["escape"], "function");
  });

  it("are gone after an expression that throws", () => {
    assert.throws(() => (0, eval)(withNames("clips.nothing.there")), TypeError);
    assert.equal("clips" in globals, false);
  });

  it("can be assigned to", () => {
    (0, eval)(names.show);
    globals["clips"] = 4;
    (0, eval)(names.hide);
    assert.equal(scope["clips"], 4);
    scope["clips"] = 3;
  });

  it("are those of the module in which the debugger stands", () => {
    const inModule = new Function("__scope", `return ${withNames("[typeof rate, typeof clips]")}`);
    assert.deepEqual(inModule({ rate: 0.1 }), ["number", "undefined"]);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { debugConfiguration } from "../../../extension/debugger/debugConfiguration.js";

describe("the configuration of the debugger", () => {
  it("steps over the kernel, on Windows too, and leaves child processes alone", () => {
    const found = debugConfiguration("x.ipynb", "ws://127.0.0.1:1/secret", "c:\\extensions\\aen");
    assert.equal(found["websocketAddress"], "ws://127.0.0.1:1/secret");
    assert.ok((found["skipFiles"] as string[]).includes("c:/extensions/aen/**"));
    assert.equal(found["autoAttachChildProcesses"], false);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { newMessage, type JupyterMessage } from "../../../kernel/contracts/jupyterMessages.js";
import { DebuggerLine } from "../../../kernel/protocol/debuggerLine.js";

describe("a debugger's line to a kernel", () => {
  it("opens, carries messages both ways and closes", () => {
    const told: unknown[] = [];
    let listener: ((message: JupyterMessage) => void) | undefined;
    const kernel = {
      tell: (type: string, content: unknown) => told.push([type, content]),
      onMessage: (hear: typeof listener) => ((listener = hear), () => (listener = undefined)),
    };
    const heard: object[] = [];
    const line = new DebuggerLine(kernel as never, (message) => heard.push(message));
    line.send({ id: 1, method: "Debugger.enable" });
    listener!(newMessage("control", "aen.debugger_message", { message: { id: 1, result: {} } }));
    listener!(newMessage("iopub", "stream", { text: "not for the debugger" }));
    line.close();
    assert.deepEqual(heard, [{ id: 1, result: {} }]);
    assert.deepEqual(told, [
      ["aen.debugger_open", {}],
      ["aen.debugger_message", { message: { id: 1, method: "Debugger.enable" } }],
      ["aen.debugger_close", {}],
    ]);
    assert.equal(listener, undefined);
  });
});

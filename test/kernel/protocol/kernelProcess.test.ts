import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { type JupyterMessage, newMessage } from "../../../kernel/contracts/jupyterMessages.js";
import { type KernelCrash, type KernelPlace, KernelProcess } from "../../../kernel/protocol/kernelProcess.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { until } from "../../until.js";

/** Sends back what it gets until its pipe is closed; exits when asked to. */
const echo = `
const pipe = new (require("node:net").Socket)({ fd: 3 });
pipe.on("data", (data) => (data.includes("shutdown_request") ? process.exit(5) : pipe.write(data)));
pipe.on("close", () => process.exit());
console.error("options " + process.argv[2]);
`;

describe("the process of a kernel", () => {
  const folder = temporaryFolder();

  function start(code: string, more: Partial<KernelPlace> & { preload?: boolean } = {}) {
    const entry = path.join(folder, "entry.cjs");
    writeFileSync(entry, code);
    const messages: JupyterMessage[] = [];
    let end: KernelCrash | undefined;
    const hearer = {
      onMessage: (message: JupyterMessage) => messages.push(message),
      onLog() {},
      onEnd: (given: KernelCrash) => void (end = given),
    };
    const kernel = new KernelProcess({ entry, cwd: folder, ...more }, hearer);
    return { kernel, messages, ended: () => until("it has ended", () => end) };
  }

  it("exchanges messages, gets its options, and exits when it is asked to", async () => {
    const { kernel, messages, ended } = start(echo, { preload: false });
    const message = newMessage("shell", "a_request", { text: "größe" });
    kernel.send(message);
    await until("it has answered", () => messages.length === 1);
    assert.deepEqual(messages[0].content, { text: "größe" });
    await until("it has written", () => kernel.log.includes("\n"));
    assert.deepEqual(JSON.parse(kernel.log.replace("options ", "")), { cwd: folder, preload: false });
    assert.equal(await kernel.end(newMessage("control", "shutdown_request", {})), 5);
    assert.equal((await ended()).exitCode, 5);
    assert.deepEqual([kernel.isAlive, kernel.isExpectedToEnd], [false, true]);
    assert.equal(await kernel.end(message), null, "it had ended before");
  });

  it("ends by itself when it is left", async () => {
    const { kernel, messages, ended } = start(echo);
    kernel.send(newMessage("shell", "a_request", {}));
    await until("it runs", () => messages.length === 1);
    kernel.leave();
    assert.equal((await ended()).exitSignal, null);
    assert.ok(kernel.isExpectedToEnd);
  });

  it("says how it ended", async () => {
    const causes: [code: string, message: RegExp][] = [
      ["process.exit(7)", /has died \(exit code 7\)/],
      ["console.error('JavaScript heap out of memory'); process.exit(134)", /\(it ran out of memory\)/],
      ["process.kill(process.pid, 'SIGTERM')", /\(SIGTERM\)/],
    ];
    for (const [code, message] of causes) {
      const { kernel, ended } = start(code);
      assert.match((await ended()).message, message);
      assert.equal(kernel.isExpectedToEnd, false);
    }
    const { ended } = start("", { execPath: path.join(folder, "no-node") });
    assert.match((await ended()).message, /could not be started: spawn .*no-node/);
  });
});

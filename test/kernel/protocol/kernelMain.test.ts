import assert from "node:assert/strict";
import { once } from "node:events";
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Duplex } from "node:stream";
import { newMessage, type JupyterMessage } from "../../../kernel/contracts/jupyterMessages.js";
import { encodeFrame, FrameReader } from "../../../kernel/protocol/frames.js";
import { until } from "../../until.js";

const module = new URL("../../../kernel/protocol/kernelMain.ts", import.meta.url).href;
const program = `
const { runKernel } = await import(${JSON.stringify(module)});
await runKernel({ kind: "pipe", fd: 3 }, { cwd: process.cwd(), preload: false });`;

describe("a process that runs a kernel", () => {
  let child: ChildProcess;
  let pipe: Duplex;
  const received: JupyterMessage[] = [];

  before(() => {
    child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      stdio: ["ignore", "ignore", "inherit", "pipe"],
    });
    pipe = child.stdio[3] as Duplex;
    const reader = new FrameReader((message) => received.push(message));
    pipe.on("data", (chunk: Buffer) => reader.push(chunk));
  });
  after(() => void child.kill("SIGKILL"));

  function send(type: string, content: Record<string, unknown>): string {
    const message = newMessage(type === "execute_request" ? "shell" : "control", type, content);
    for (const part of encodeFrame(message)) pipe.write(part);
    return message.header.msg_id;
  }

  const found = (id: string, type: string) =>
    until(`${type} has come`, () =>
      received.find(({ header, parent_header: parent }) => parent.msg_id === id && header.msg_type === type),
    );

  it("stops the cell, and not itself, when it is interrupted from the terminal", async () => {
    const id = send("execute_request", { code: "console.log('begun'); await new Promise(() => {});" });
    await found(id, "stream");
    child.kill("SIGINT");
    assert.equal((await found(id, "execute_reply")).content.ename, "Interrupted");
    const next = send("execute_request", { code: "6 * 7" });
    assert.match(JSON.stringify((await found(next, "execute_result")).content), /"42"/);
  });

  it("ends with success when it is told to shut down, after its answer", async () => {
    const ended = once(child, "exit");
    const id = send("shutdown_request", { restart: false });
    assert.deepEqual(await ended, [0, null]);
    assert.equal((await found(id, "shutdown_reply")).content.status, "ok");
  });

  it("stops its work in order before it ends when its front end is gone", async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "aen-lost-")), "record");
    const host = new URL("../../../kernel/aen/host/cancellation.ts", import.meta.url).href;
    const announced = `const { beginWork } = await import(${JSON.stringify(host)});
      Object.assign(globalThis, { beginWork });${program}`;
    const left = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", announced], {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    const ended = once(left, "exit");
    const begin = `import { writeFileSync } from "node:fs";
      let end = () => {};
      const write = () => { writeFileSync(${JSON.stringify(file)}, "whole"); end(); };
      await (globalThis as any).beginWork(
        () => { writeFileSync(${JSON.stringify(file)}, ""); return new Promise<void>((resolve) => (end = resolve)); },
        () => setTimeout(write, 200));`;
    const message = newMessage("shell", "execute_request", { code: begin });
    for (const part of encodeFrame(message)) (left.stdio[3] as Duplex).write(part);
    await until("the work has begun", () => existsSync(file), { seconds: 60 });
    for (const stream of left.stdio) stream?.destroy();
    await ended;
    assert.equal(readFileSync(file, "utf8"), "whole");
    rmSync(path.dirname(file), { recursive: true });
  });

  it("ends with a failure when its transport cannot be opened", async () => {
    const closed = program.replace("fd: 3", "fd: 99");
    const failing = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", closed], {
      stdio: "ignore",
    });
    assert.deepEqual(await once(failing, "exit"), [1, null]);
  });
});

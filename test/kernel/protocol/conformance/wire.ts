import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import path from "node:path";
import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import { encodeFrame, FrameReader } from "../../../../kernel/protocol/frames.js";
import { memorySettings } from "../../../../kernel/session/memorySettings.js";
import type { JupyterMessage } from "../../../../kernel/contracts/jupyterMessages.js";

/** A kernel and the way to it. */
export interface Wire {
  readonly process: ChildProcess;
  /** What the kernel's process wrote past its messages. */
  log(): string;
  send(message: JupyterMessage): void;
  onMessage(listener: (message: JupyterMessage) => void): void;
  /** As the transport's own front end interrupts. */
  interrupt(): void;
}

export interface WireOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The Node program that runs the kernel. Default: this one. */
  readonly node?: string;
}

/** The kernel in a child process, as VS Code starts it. */
export function pipeWire({ cwd, env, node = process.execPath }: WireOptions): Wire {
  const entry = path.resolve("dist/kernel/protocol/childProcessEntry.js");
  const kernel = spawn(node, [entry, JSON.stringify({ cwd })], {
    cwd,
    env: { ...memorySettings, ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const log = written(kernel);
  const pipe = kernel.stdio[3] as Socket;
  pipe.on("error", () => {});
  const send = (message: JupyterMessage) => {
    for (const part of encodeFrame(message)) pipe.write(part);
  };
  const header = { msg_type: "interrupt_request", session: "test", username: "", date: "", version: "5.4" };
  return {
    process: kernel,
    log,
    send,
    onMessage(listener) {
      const reader = new FrameReader(listener);
      pipe.on("data", (chunk: Buffer) => reader.push(chunk));
    },
    interrupt: () =>
      send({
        channel: "control",
        header: { ...header, msg_id: `interrupt-${performance.now()}` },
        parent_header: {},
        metadata: {},
        content: {},
        buffers: [],
      }),
  };
}

/** The kernel under Debian's jupyter_client, over ZeroMQ. */
export function jupyterWire({ cwd, env, node = process.execPath }: WireOptions): Wire {
  execFileSync(node, ["dist/kernel/cli.js", "jupyter", "install", "--prefix", cwd]);
  const bridge = path.resolve("test/jupyter/bridge.py");
  const client = spawn("/usr/bin/python3", [bridge, "aen"], {
    cwd,
    env: { ...env, JUPYTER_PATH: path.join(cwd, "share", "jupyter"), PYDEVD_DISABLE_FILE_VALIDATION: "1" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const log = written(client);
  const tell = (value: object) => client.stdin.write(`${JSON.stringify(value)}\n`);
  client.stdin.on("error", () => {});
  return {
    process: client,
    log,
    send: ({ buffers, ...message }) =>
      tell({ ...message, buffers: buffers.map((each) => Buffer.from(each).toString("base64")) }),
    onMessage: (listener) =>
      createInterface({ input: client.stdout }).on("line", (line) => {
        const { buffers, ...message } = JSON.parse(line) as Omit<JupyterMessage, "buffers"> & {
          buffers: string[];
        };
        listener({ ...message, buffers: buffers.map((each) => Buffer.from(each, "base64")) });
      }),
    interrupt: () => tell({ interrupt: true }),
  };
}

function written(child: ChildProcess): () => string {
  let text = "";
  child.stderr!.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return () => text;
}

/** Whether Debian's Jupyter client is there. */
export function hasJupyterClient(): boolean {
  try {
    execFileSync("/usr/bin/python3", ["-c", "import jupyter_client"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Dealer, Request, Subscriber } from "zeromq";
import { newMessage, type JupyterMessage } from "../../../kernel/contracts/jupyterMessages.js";
import type { JupyterConnection } from "../../../kernel/protocol/transport/transport.js";
import { fromFrames, toFrames } from "../../../kernel/protocol/transport/zeromqMessages.js";
import type { SocketName } from "./streams.js";

/** A Jupyter kernel in a process of its own, with ZeroMQ's own library as its front end. */
export class KernelUnderAttack {
  readonly #shell = new Dealer({ routingId: "front end", linger: 0, receiveTimeout: 60_000 });
  readonly #iopub = new Subscriber({ linger: 0, receiveTimeout: 60_000 });

  private constructor(
    readonly process: ChildProcess,
    readonly connection: JupyterConnection,
    readonly folder: string,
  ) {
    this.#shell.connect(`tcp://127.0.0.1:${connection.shell_port}`);
    this.#iopub.connect(`tcp://127.0.0.1:${connection.iopub_port}`);
    this.#iopub.subscribe("stream.");
  }

  /** @param key "" for a kernel that asks for no signatures */
  static async start(key: string): Promise<KernelUnderAttack> {
    const folder = mkdtempSync(path.join(tmpdir(), "aen-hostile-"));
    const [shell_port, iopub_port, stdin_port, control_port, hb_port] = await freePorts(5);
    const connection: JupyterConnection = {
      ...{ transport: "tcp", ip: "127.0.0.1", key, signature_scheme: "hmac-sha256" },
      ...{ shell_port, iopub_port, stdin_port, control_port, hb_port },
    };
    const file = path.join(folder, "connection.json");
    writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
    const entry = path.resolve("dist/kernel/protocol/jupyterEntry.js");
    const kernel = spawn(process.execPath, [entry, file], { cwd: folder, stdio: "ignore" });
    const started = new KernelUnderAttack(kernel, connection, folder);
    await started.run("const kept = 41;");
    return started;
  }

  portOf(socket: SocketName): number {
    const { shell_port, iopub_port, stdin_port, control_port, hb_port } = this.connection;
    return {
      shell: shell_port,
      iopub: iopub_port,
      stdin: stdin_port,
      control: control_port,
      heartbeat: hb_port,
    }[socket];
  }

  /** The reply to a cell; rejects when none comes. */
  async run(code: string): Promise<JupyterMessage> {
    const request = newMessage("shell", "execute_request", { code }, { session: "front end" });
    await this.#shell.send(toFrames(request, this.#key));
    for (;;) {
      const reply = fromFrames((await this.#shell.receive()) as Buffer[], "shell", this.#key);
      if (reply.parent_header.msg_id === request.header.msg_id) return reply;
    }
  }

  /** What is no longer as it was before: the process, its variables, what it prints, the heartbeat. */
  async fault(): Promise<string | undefined> {
    const { exitCode, signalCode } = this.process;
    if (exitCode !== null || signalCode !== null) return `the kernel has ended (${exitCode ?? signalCode})`;
    try {
      const { content } = await this.run("if (kept !== 41) throw new Error('lost'); console.log('alive');");
      if (content.status !== "ok") return `a cell failed: ${String(content.evalue)}`;
      await this.#iopub.receive();
      return (await this.#beats()) ? undefined : "the heartbeat answers something else";
    } catch (error) {
      return `a front end got no answer (${(error as Error).message})`;
    }
  }

  async end(): Promise<void> {
    this.#shell.close();
    this.#iopub.close();
    const gone = once(this.process, "exit");
    this.process.kill("SIGKILL");
    if (this.process.exitCode === null && this.process.signalCode === null) await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #key() {
    return { key: this.connection.key, scheme: this.connection.signature_scheme };
  }

  async #beats(): Promise<boolean> {
    const heart = new Request({ linger: 0, receiveTimeout: 60_000 });
    heart.connect(`tcp://127.0.0.1:${this.connection.hb_port}`);
    try {
      await heart.send("ping");
      return String((await heart.receive())[0]) === "ping";
    } finally {
      heart.close();
    }
  }
}

/** Ports that are free now, all different. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => server.listening || once(server, "listening")));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map(closed));
  return ports;
}

function closed(server: Server): Promise<unknown> {
  const done = once(server, "close");
  server.close();
  return done;
}

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { until } from "../../until.js";

const program = "/usr/bin/jupyter-notebook";
const python = "/usr/bin/python3";

/** Whether Debian's classic notebook is installed. */
export function hasClassicNotebook(): boolean {
  return existsSync(program);
}

/** Debian's classic notebook on this machine alone, with our kernel, and nothing of the user's own settings. */
export class ClassicServer {
  readonly token = "classic-notebook-test";
  readonly #environment: NodeJS.ProcessEnv;
  #server: ChildProcess | undefined;
  #log = "";

  /** @param folder holds the notebooks and all that Jupyter writes */
  constructor(readonly folder: string) {
    this.#environment = {
      ...process.env,
      HOME: folder,
      JUPYTER_CONFIG_DIR: path.join(folder, "config"),
      JUPYTER_DATA_DIR: path.join(folder, "data"),
      JUPYTER_RUNTIME_DIR: path.join(folder, "runtime"),
      JUPYTER_PATH: path.join(folder, "share", "jupyter"),
    };
  }

  /** Signs a notebook, as saving it after running it does: only then are pictures in SVG shown. */
  trust(notebook: string): void {
    const args = ["-m", "nbformat.sign", notebook];
    execFileSync(python, args, { env: this.#environment, cwd: this.folder, stdio: "pipe" });
  }

  /** @returns the server's address, ending in a slash */
  async start(): Promise<string> {
    const cli = path.resolve("dist/kernel/cli.js");
    execFileSync(process.execPath, [cli, "jupyter", "install", "--prefix", this.folder], { stdio: "pipe" });
    const port = await freePort();
    const options = [
      "--no-browser",
      "--ip=127.0.0.1",
      `--port=${port}`,
      `--NotebookApp.token=${this.token}`,
      "--allow-root",
      `--notebook-dir=${this.folder}`,
    ];
    this.#server = spawn(program, options, { env: this.#environment, cwd: this.folder });
    this.#server.stderr!.on("data", (text: Buffer) => (this.#log += String(text)));
    return this.#address();
  }

  async #address(): Promise<string> {
    const runtime = path.join(this.folder, "runtime");
    const written = () =>
      existsSync(runtime) && readdirSync(runtime).find((name) => /^nbserver-.*\.json$/.test(name));
    const hasEnded = () => this.#server!.exitCode !== null;
    await until("the classic notebook has started", () => hasEnded() || written()).catch(() => {});
    const file = written();
    if (!file) throw new Error(`The classic notebook did not start:\n${this.#log}`);
    return (JSON.parse(readFileSync(path.join(runtime, file), "utf8")) as { url: string }).url;
  }

  /** Ends the server, and with it its kernels. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    const late = setTimeout(() => server.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(late);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

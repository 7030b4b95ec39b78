import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { until } from "../../until.js";

/** A front end of Jupyter Server: JupyterLab 4, or Notebook 7, which is built on it. */
type FrontEnd = "lab" | "notebook";

/** JupyterLab and Notebook 7 on this machine alone, with our kernel and views, and nothing of the user's own settings. */
export class LabServer {
  readonly token = "jupyter-lab-test";
  readonly folder: string;
  readonly #environment: NodeJS.ProcessEnv;
  #server: ChildProcess | undefined;
  #url = "";
  #log = "";

  /**
   * @param python the bin folder of an environment with jupyterlab and notebook
   * @param place an empty folder for all that Jupyter reads and writes
   */
  constructor(
    private readonly python: string,
    private readonly place: string,
  ) {
    this.folder = path.join(place, "notebooks");
    mkdirSync(this.folder);
    this.#settle("apputils-extension/notification", { fetchNews: "false", checkForUpdates: false });
    this.#environment = {
      ...process.env,
      HOME: place,
      JUPYTER_CONFIG_DIR: path.join(place, "config"),
      JUPYTER_DATA_DIR: path.join(place, "data"),
      JUPYTER_RUNTIME_DIR: path.join(place, "runtime"),
      JUPYTER_PATH: path.join(place, "share", "jupyter"),
    };
  }

  /** Settings that a person has chosen: here, that nothing is looked for on the network, and not asked. */
  #settle(name: string, settings: object): void {
    const file = path.join(
      this.place,
      "config",
      "lab",
      "user-settings",
      "@jupyterlab",
      `${name}.jupyterlab-settings`,
    );
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(settings));
  }

  async start(): Promise<void> {
    const cli = path.resolve("dist/kernel/cli.js");
    execFileSync(process.execPath, [cli, "jupyter", "install", "--prefix", this.place], { stdio: "pipe" });
    const options = [
      ...["--no-browser", "--ip=127.0.0.1", "--port=0", "--allow-root", "--expose-app-in-browser"],
      ...[`--IdentityProvider.token=${this.token}`, `--ServerApp.root_dir=${this.folder}`],
    ];
    this.#server = spawn(path.join(this.python, "jupyter-lab"), options, {
      env: this.#environment,
      cwd: this.folder,
    });
    this.#server.stderr!.on("data", (text: Buffer) => (this.#log += String(text)));
    this.#url = await this.#address();
  }

  /** The address of a notebook in one of the front ends, with nothing else open. */
  addressOf(frontEnd: FrontEnd, notebook: string): string {
    const page = frontEnd === "lab" ? "lab/tree" : "notebooks";
    return `${this.#url}${page}/${notebook}?token=${this.token}&reset`;
  }

  async #address(): Promise<string> {
    const runtime = path.join(this.place, "runtime");
    const written = () =>
      existsSync(runtime) && readdirSync(runtime).find((name) => /^jpserver-.*\.json$/.test(name));
    const hasEnded = () => this.#server!.exitCode !== null;
    await until("Jupyter has started", () => hasEnded() || written()).catch(() => {});
    const file = written();
    if (!file) throw new Error(`Jupyter did not start:\n${this.#log}`);
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

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type CodeServer, codeServer } from "./codeServer.js";

const run = promisify(execFile);

export interface VsCodeOptions {
  /** The packaged extension to install; or the folder that it is packaged from, which is linked in at once. */
  readonly vsix: string;
  /** The folder to open. */
  readonly workspace: string;
  /** Settings of the user, beside those that keep VS Code quiet. */
  readonly settings?: Record<string, unknown>;
  /** A port of 127.0.0.1; any free one when left out. */
  readonly port?: number;
  /** False opens the workspace in restricted mode, as VS Code opens what it has not seen before. Default true. */
  readonly trusted?: boolean;
  /** Ends the server by itself once no browser has been connected for a few minutes. */
  readonly shutDownWhenUnused?: boolean;
  /** Ends a server that is still starting. */
  readonly signal?: AbortSignal;
}

/** VS Code's settings that keep welcome pages, surveys and look-ups away. */
const quiet = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "git.enabled": false,
  "files.autoSave": "afterDelay",
};

/** A VS Code that listens on 127.0.0.1 alone, asks for a token, and keeps everything in a folder of its own. */
export class VsCode {
  private constructor(
    /** Where a browser opens the workspace; the token is part of it. */
    readonly address: string,
    /** Settings, extensions and logs; gone after {@link stop}. */
    readonly folder: string,
    private readonly process: ChildProcess,
  ) {}

  /**
   * Installs the extension into a fresh VS Code and starts it.
   * @throws Error when code-server cannot be installed, or the server does not answer within a minute, or the
   *   signal was aborted; nothing is left behind
   */
  static async start(options: VsCodeOptions): Promise<VsCode> {
    const programs = await codeServer();
    const folder = await mkdtemp(path.join(tmpdir(), "aen-vscode-"));
    try {
      options.signal?.throwIfAborted();
      await writeSettings(folder, { ...quiet, ...options.settings });
      await installExtension(programs, folder, options.vsix);
      options.signal?.throwIfAborted();
      return await VsCode.listen(programs, folder, options);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private static async listen(programs: CodeServer, folder: string, options: VsCodeOptions): Promise<VsCode> {
    const port = options.port ?? (await freePort());
    const token = randomBytes(18).toString("base64url");
    const server = spawn(
      programs.node,
      [
        programs.server,
        ...folders(folder),
        ...["--host", "127.0.0.1", "--port", String(port)],
        ...["--connection-token-file", await writeToken(folder, token)],
        ...(options.trusted === false ? [] : ["--disable-workspace-trust"]),
        ...(options.shutDownWhenUnused ? ["--enable-remote-auto-shutdown"] : []),
      ],
      // a group of its own: the extension host and the kernels end with it
      { env: environment(folder), stdio: ["ignore", "pipe", "pipe"], detached: true },
    );
    await listening(server, options.signal);
    const address = `http://127.0.0.1:${port}/?tkn=${token}&folder=${encodeURIComponent(options.workspace)}`;
    return new VsCode(address, folder, server);
  }

  /** Ends the server and everything that it started, and removes its folder. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    if (this.process.exitCode === null && this.process.signalCode === null) {
      killGroup(this.process, "SIGKILL");
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** Ends the server at once; for a process that is about to exit. */
  kill(): void {
    killGroup(this.process, "SIGKILL");
  }
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    child.kill(signal);
  }
}

function folders(folder: string): string[] {
  return [
    ...["--server-data-dir", path.join(folder, "server")],
    ...["--user-data-dir", path.join(folder, "user")],
    ...["--extensions-dir", path.join(folder, "extensions")],
    ...["--accept-server-license-terms", "--telemetry-level", "off"],
  ];
}

/** The user's own configuration, proxies' tokens and other VS Codes stay out of it. */
function environment(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|npm_|NODE_OPTIONS)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    XDG_CONFIG_HOME: path.join(folder, "config"),
    XDG_DATA_HOME: path.join(folder, "data"),
    XDG_CACHE_HOME: path.join(folder, "cache"),
  };
}

async function writeSettings(folder: string, settings: Record<string, unknown>): Promise<void> {
  for (const place of [path.join(folder, "user", "User"), path.join(folder, "server", "data", "Machine")]) {
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, "settings.json"), JSON.stringify(settings, null, 2));
  }
}

/** The token goes in a file of the user's own: arguments can be read by every user of the machine. */
async function writeToken(folder: string, token: string): Promise<string> {
  const file = path.join(folder, "connection-token");
  await writeFile(file, token, { mode: 0o600 });
  return file;
}

async function installExtension(programs: CodeServer, folder: string, vsix: string): Promise<void> {
  if (statSync(vsix).isDirectory()) {
    await mkdir(path.join(folder, "extensions"));
    return symlink(path.resolve(vsix), path.join(folder, "extensions", "aen-notebook.aen-notebook-0.1.0"));
  }
  await run(programs.node, [programs.server, ...folders(folder), "--install-extension", vsix, "--force"], {
    env: environment(folder),
    timeout: 120_000,
    maxBuffer: 1 << 24,
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves when the server says that it listens; its output is read on, so that it never blocks. */
function listening(server: ChildProcess, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string): void => {
      clearTimeout(timer);
      killGroup(server, "SIGKILL");
      reject(new Error(`VS Code's server ${why}:\n${said.slice(-2000)}`));
    };
    const timer = setTimeout(() => fail("did not answer within a minute"), 60_000);
    signal?.addEventListener("abort", () => fail("was stopped before it answered"), { once: true });
    server.once("exit", (code) => fail(`ended with status ${code}`));
    for (const stream of [server.stdout!, server.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-20_000);
        if (!said.includes("Extension host agent listening on")) return;
        clearTimeout(timer);
        resolve();
      });
    }
  });
}

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const codeServerVersion = "4.139.1";
const nodeVersion = "24.21.0";

/** A real VS Code, as the code-server package carries it, and the Node.js that it runs on. */
export interface CodeServer {
  /** Path of Node.js 24. */
  readonly node: string;
  /** VS Code's server (`server-main.js`), which answers in a browser. */
  readonly server: string;
}

/**
 * Finds code-server in the cache folder of the user, or installs it there from npm: about 30 seconds and 700 MB,
 * once. Nothing is compiled: the native modules that stay away (log files, file watching by the system) have
 * stand-ins in VS Code or only cost a log line.
 * @throws Error when npm cannot install it, with npm's own words
 */
export async function codeServer(): Promise<CodeServer> {
  const folder = path.join(cacheFolder(), `code-server-${codeServerVersion}`);
  if (!existsSync(folder)) await install(folder);
  return {
    node: path.join(folder, "node", "node_modules", nodePackage(), "bin", "node"),
    server: path.join(folder, "server", vscodeFolder, "out", "server-main.js"),
  };
}

/** `$XDG_CACHE_HOME/aen-notebook`, or `~/.cache/aen-notebook`. */
export function cacheFolder(): string {
  return path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "aen-notebook");
}

const vscodeFolder = path.join("node_modules", "code-server", "lib", "vscode");

function nodePackage(): string {
  return `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
}

/** Installs beside the final place and moves the whole there, so that a half installation is never taken for one. */
async function install(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    const node = path.join(draft, "node");
    const server = path.join(draft, "server");
    await npmInstall(node, [`${nodePackage()}@${nodeVersion}`]);
    const bin = path.join(node, "node_modules", nodePackage(), "bin");
    await npmInstall(server, [`code-server@${codeServerVersion}`], bin);
    await npmInstall(path.join(server, vscodeFolder), ["--omit=dev"], bin);
    await npmInstall(path.join(server, vscodeFolder, "extensions"), ["--omit=dev"], bin);
    await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function npmInstall(folder: string, what: string[], bin?: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const PATH = [bin, process.env["PATH"]].filter(Boolean).join(path.delimiter);
  // `npm run` hands the project's own place down by the environment; this install has another
  const inherited = /^npm_(config_(local_)?prefix|config_omit|package_|lifecycle_)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
  await run("npm", ["install", "--prefix", folder, ...options, ...what], {
    cwd: folder,
    env: { ...env, PATH },
    timeout: 300_000,
    maxBuffer: 1 << 24,
  });
}

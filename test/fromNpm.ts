import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The Node that VS Code's server runs on, and the newest that the kernel is tested on. */
const newestNode = "24.21.0";

/**
 * Finds the newest Node in the cache folder of the user, or installs it there from npm: 40 MB, once.
 * @returns the path of its program
 * @throws Error when npm cannot install it, with npm's own words
 */
export async function nodeFromNpm(): Promise<string> {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = await installedOnce(`node-${newestNode}`, (draft) =>
    npmInstall(draft, [`${name}@${newestNode}`]),
  );
  const program = process.platform === "win32" ? "node.exe" : "node";
  return path.join(folder, "node_modules", name, "bin", program);
}

/**
 * A folder of the cache, filled when it is not there yet. It is filled beside its place and moved there as a whole,
 * so that a half installation is never taken for one.
 */
export async function installedOnce(name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  const folder = path.join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    await fill(draft);
    await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/** `$XDG_CACHE_HOME/aen-notebook`, or `~/.cache/aen-notebook`. */
function cacheFolder(): string {
  return path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "aen-notebook");
}

/** @param bin a folder of programs that the installation shall find first */
export async function npmInstall(folder: string, what: readonly string[], bin?: string): Promise<void> {
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

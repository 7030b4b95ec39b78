import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { DataError } from "../../../files/dataError.js";

/** The ffmpeg program that decodes videos. */
export interface Ffmpeg {
  readonly path: string;
  /** As ffmpeg reports it, e.g. "5.1.9-0+deb12u1" or, for builds from git, "N-47683-g0e8eb07980". */
  readonly version: string;
  /** "FFMPEG_PATH", "system" or "@ffmpeg-installer/ffmpeg". */
  readonly source: string;
}

const install =
  "Install it (Debian and Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg), " +
  "or add it to your project with npm install @ffmpeg-installer/ffmpeg, or set FFMPEG_PATH to the program's file.";

let found: { key: string; program: Promise<Ffmpeg> } | undefined;

/**
 * Finds ffmpeg: the file named by FFMPEG_PATH, else the system's, else that of the optional npm package
 * `@ffmpeg-installer/ffmpeg`.
 * @throws DataError when there is none, or when FFMPEG_PATH names something else
 */
export function findFfmpeg(environment: NodeJS.ProcessEnv = process.env): Promise<Ffmpeg> {
  const key = JSON.stringify([environment.FFMPEG_PATH, environment.PATH]);
  if (found?.key !== key) found = { key, program: search(environment) };
  return found.program;
}

async function search(environment: NodeJS.ProcessEnv): Promise<Ffmpeg> {
  const named = environment.FFMPEG_PATH;
  if (named) {
    const version = await versionOf(named, environment);
    if (version) return { path: named, version, source: "FFMPEG_PATH" };
    throw new DataError(
      `FFMPEG_PATH names "${named}", which does not run as ffmpeg. Correct it or unset it.`,
    );
  }
  for (const [source, path] of [
    ["system", "ffmpeg"],
    ["@ffmpeg-installer/ffmpeg", installerPath()],
  ] as const) {
    const version = path && (await versionOf(path, environment));
    if (path && version) return { path, version, source };
  }
  throw new DataError(`Videos are decoded with ffmpeg, and ffmpeg was not found. ${install}`);
}

function installerPath(): string | undefined {
  try {
    const installer = createRequire(import.meta.url)("@ffmpeg-installer/ffmpeg") as { path: string };
    return installer.path;
  } catch {
    return undefined; // an optional dependency: absent, or without a build for this platform
  }
}

async function versionOf(path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ["-version"], { env, timeout: 20_000 });
    return /^ffmpeg version (\S+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/** Whether an ffmpeg is at least this release; builds from git are compared by revision number. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const release = /^n?(\d+)\.(\d+)/.exec(version);
  if (release) return Number(release[1]) > major || (+release[1] === major && +release[2] >= minor);
  const revision = /^N-(\d+)/.exec(version);
  return revision !== null && Number(revision[1]) > 106_000; // 5.0 was branched near N-105000
}

import { homedir } from "node:os";
import path from "node:path";

export interface CachePlace {
  readonly folder: string;
  /** What all files together may take, in bytes; the least recently used go first. */
  readonly limit: number;
}

const defaultLimit = 2 ** 30;
const switchedOff = ["0", "off", "false", "no"];

/**
 * Where compiled steps are kept, or undefined where the cache is switched off. `AEN_CACHE` names another folder or,
 * as `off`, switches it off; `AEN_CACHE_MB` bounds its size in megabytes (1024 unless given). Otherwise it is the
 * system's folder for such files: `$XDG_CACHE_HOME/aen-notebook` or `~/.cache/aen-notebook` on Linux,
 * `~/Library/Caches/aen-notebook` on macOS, `%LOCALAPPDATA%\aen-notebook\cache` on Windows.
 */
export function cachePlace(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): CachePlace | undefined {
  const { AEN_CACHE: named = "", AEN_CACHE_MB: megabytes } = environment;
  if (switchedOff.includes(named.toLowerCase())) return undefined;
  const limit = Number(megabytes) > 0 ? Number(megabytes) * 2 ** 20 : defaultLimit;
  const base = named === "" ? systemFolder(environment, platform) : path.resolve(named);
  return { folder: path.join(base, "steps"), limit };
}

function systemFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (platform === "win32") {
    return path.join(LOCALAPPDATA || path.join(homedir(), "AppData", "Local"), "aen-notebook", "cache");
  }
  if (XDG_CACHE_HOME) return path.join(XDG_CACHE_HOME, "aen-notebook");
  const usual = platform === "darwin" ? path.join("Library", "Caches") : ".cache";
  return path.join(homedir(), usual, "aen-notebook");
}

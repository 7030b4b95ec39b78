import { homedir } from "node:os";
import path from "node:path";

export interface CachePlace {
  readonly folder: string;
  /** Maximum total size of all files in bytes; the least recently used files are removed first. */
  readonly limit: number;
  /** Where the user's secret is kept with which the files are sealed; without it, the process has one of its own. */
  readonly secretFile?: string;
}

const defaultLimit = 2 ** 30;
const switchedOff = ["0", "off", "false", "no"];

/**
 * Where compiled steps are cached; undefined when the cache is off. `AEN_CACHE` sets the folder, or disables the cache
 * when it is `off`; `AEN_CACHE_MB` limits its size in megabytes (default 1024). The default folder is the system's
 * cache folder: `$XDG_CACHE_HOME/aen-notebook` or `~/.cache/aen-notebook` on Linux,
 * `~/Library/Caches/aen-notebook` on macOS, `%LOCALAPPDATA%\aen-notebook\cache` on Windows.
 */
export function cachePlace(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): CachePlace | undefined {
  const { AEN_CACHE: named = "", AEN_CACHE_MB: megabytes } = environment;
  if (switchedOff.includes(named.toLowerCase())) return undefined;
  const limit = Number(megabytes) > 0 ? Number(megabytes) * 2 ** 20 : defaultLimit;
  const own = systemFolder(environment, platform);
  const base = named === "" ? own : path.resolve(named);
  return { folder: path.join(base, "steps"), limit, secretFile: path.join(own, "steps.secret") };
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

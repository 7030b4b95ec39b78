import { execFileSync } from "node:child_process";

/** The state of the folder's git repository: the commit, and whether tracked files differ from it. */
export interface GitState {
  readonly commit: string;
  readonly changed: boolean;
}

/** The parts of a repository's own configuration that name programs which `git status` would run. */
const filterSetting = /^filter\..*\.(?:clean|smudge|process|required)$/;

type Setting = readonly [name: string, value: string];

const harmless: readonly Setting[] = [
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["protocol.allow", "never"],
];

/**
 * Reads a folder's git state without running what its configuration names: the folder may be somebody else's. Its
 * monitors, hooks and filters are switched off, submodules are left out, and nothing is fetched.
 *
 * @returns null outside of a repository, before its first commit, and where git is missing or fails
 */
export function gitState(folder: string = process.cwd()): GitState | null {
  try {
    const listed = git(folder, harmless, "config", "--show-scope", "--name-only", "-z", "--list").split("\0");
    const filters = listed.filter((name, at) => isOfFolder(listed[at - 1]) && filterSetting.test(name));
    const all = [
      ...harmless,
      ...filters.map((name) => [name, name.endsWith(".required") ? "false" : ""] as const),
    ];
    const commit = git(folder, all, "rev-parse", "HEAD");
    const changes = git(folder, all, "status", "--porcelain", "-uno", "--ignore-submodules=all");
    return { commit, changed: changes !== "" };
  } catch {
    return null;
  }
}

/** Whether a setting of this scope comes with the folder; the others are the user's. */
function isOfFolder(scope: string | undefined): boolean {
  return scope === "local" || scope === "worktree";
}

/** Settings by environment (git 2.31): a name may then hold anything. */
function environmentOf(settings: readonly Setting[]): Record<string, string> {
  const entries = settings.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return {
    GIT_CONFIG_COUNT: String(settings.length),
    ...(Object.fromEntries(entries) as Record<string, string>),
  };
}

function git(folder: string, settings: readonly Setting[], ...words: string[]): string {
  return execFileSync("git", words, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 5000,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", ...environmentOf(settings) },
  }).trim();
}

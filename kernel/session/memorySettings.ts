/**
 * How glibc's malloc is to give memory back, for the environment that a kernel's process starts with (Linux; elsewhere they
 * mean nothing). By default it keeps what large arrays have left, in one arena for each thread: a kernel that trains all
 * day would hold several times the memory that it uses.
 */
export const memorySettings: Readonly<Record<string, string>> = {
  MALLOC_MMAP_THRESHOLD_: String(256 << 10),
  MALLOC_TRIM_THRESHOLD_: String(1 << 20),
  MALLOC_ARENA_MAX: "4",
};

/** Keeps the settings from the programs that cells start; what the user has set otherwise stays. */
export function forgetMemorySettings(environment: NodeJS.ProcessEnv = process.env): void {
  for (const [name, value] of Object.entries(memorySettings))
    if (environment[name] === value) delete environment[name];
}

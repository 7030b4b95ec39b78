const noted = new Set<string>();

/**
 * Tells the user, once per process, that a name that still works will be removed in the next version.
 * @param old as written in code, e.g. "aen.clips.describe"
 * @param instead what to write instead
 */
export function noteDeprecated(old: string, instead: string): void {
  if (noted.has(old)) return;
  noted.add(old);
  console.warn(`Note: ${old} is deprecated and will be removed in the next version. Use ${instead}.`);
}

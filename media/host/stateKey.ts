/** A short hash of some text (FNV-1a, 32 bits), the key under which a view finds its saved state. */
export function stateKey(...parts: readonly string[]): string {
  let hash = 2166136261;
  for (const character of parts.join("\u0000")) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619) >>> 0;
  }
  return hash.toString(36);
}

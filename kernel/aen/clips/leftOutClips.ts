/** A clip that its source names and that a set does not have. */
export interface LeftOutClip {
  /** As the source names it. */
  readonly clip: string;
  /** E.g. "it has 3 frames, fewer than 16". */
  readonly reason: string;
}

/** One sentence about all of them, with the first few by name; "" when there are none. */
export function leftOutSentence(leftOut: readonly LeftOutClip[], count: number): string {
  if (leftOut.length === 0) return "";
  const named = leftOut
    .slice(0, 3)
    .map(({ clip, reason }) => `${clip} (${reason.replace(/[.!?] .*$/s, "")})`);
  const more =
    leftOut.length > 3 ? `, and ${leftOut.length - 3} more; \`leftOut\` of the set lists them` : "";
  const verb = leftOut.length === 1 ? "is" : "are";
  return `${leftOut.length} of ${count} clips ${verb} left out: ${named.join(", ")}${more}.`;
}

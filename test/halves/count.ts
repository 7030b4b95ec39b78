/** How many tests passed, failed and were skipped. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The count in the closing line of test/reporter.cjs; undefined if the output has none. */
export function countOf(output: string): Count | undefined {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (!last) return undefined;
  const [passed, failed, skipped] = last.slice(1).map((text) => Number(text ?? 0));
  return { passed, failed, skipped };
}

/** The closing line for several counts. */
export function closingLine(counts: readonly Count[]): string {
  const sum = (part: keyof Count) => counts.reduce((total, count) => total + count[part], 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped}`;
}

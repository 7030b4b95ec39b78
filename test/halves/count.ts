/** How many tests passed, failed and were skipped. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A test that failed: its file, relative to the project, and its name with those of the describes around it. */
export interface Failure {
  readonly file: string;
  readonly name: string;
}

const closing = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

/** The count in the closing line of test/reporter.cjs; undefined if the output has none. */
export function countOf(output: string): Count | undefined {
  const last = [...output.matchAll(closing)].at(-1);
  if (!last) return undefined;
  const [passed, failed, skipped] = last.slice(1).map((text) => Number(text ?? 0));
  return { passed, failed, skipped };
}

/** The tests that test/reporter.cjs names as failed in the lines before its closing line. */
export function failuresOf(output: string): Failure[] {
  const last = [...output.matchAll(closing)].at(-1);
  const lines = last ? output.slice(0, last.index).trimEnd().split("\n") : [];
  const first = lines.findLastIndex((line) => !line.startsWith("failed: ")) + 1;
  return lines.slice(first).flatMap((line) => {
    const [, file, name] = /^failed: (.*?\.ts): (.*)$/.exec(line) ?? [];
    return file ? [{ file, name }] : [];
  });
}

/** The closing line for several counts. */
export function closingLine(counts: readonly Count[]): string {
  const sum = (part: keyof Count) => counts.reduce((total, count) => total + count[part], 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped}`;
}

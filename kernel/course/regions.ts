/** The marks of a region, in comments: `// BEGIN SOLUTION` to `// END SOLUTION`. */
export interface RegionMarks {
  readonly begin: string;
  readonly end: string;
}

export const solutionMarks: RegionMarks = { begin: "BEGIN SOLUTION", end: "END SOLUTION" };
export const hiddenTestMarks: RegionMarks = { begin: "BEGIN HIDDEN TESTS", end: "END HIDDEN TESTS" };

/**
 * The source with something else in place of its marked regions, as nbgrader does it: line by line, the stub indented
 * like the mark.
 *
 * @param stub in place of each region; null for nothing at all
 * @returns undefined where there is no such region
 * @throws Error for a region that begins within another one or does not end
 */
export function replaceRegions(
  source: string,
  { begin, end }: RegionMarks,
  stub: string | null,
): string | undefined {
  const kept: string[] = [];
  let [isInside, isReplaced] = [false, false];
  for (const line of source.split("\n")) {
    if (line.includes(begin)) {
      if (isInside) throw new Error(`a region "${begin}" begins within another one.`);
      [isInside, isReplaced] = [true, true];
      if (stub !== null) kept.push(...stub.split("\n").map((each) => /^\s*/.exec(line)![0] + each));
    } else if (line.includes(end)) isInside = false;
    else if (!isInside) kept.push(line);
  }
  if (isInside) throw new Error(`a region "${begin}" has no "${end}".`);
  return isReplaced ? kept.join("\n") : undefined;
}

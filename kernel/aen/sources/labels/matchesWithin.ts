import { runInNewContext } from "node:vm";

/** Some regular expressions take for ever on a path that does not fit; plain ones take microseconds. */
const patience = { start: 1000, each: 1 };

/** What each text says of a pattern. */
export interface Matches {
  readonly found: readonly (RegExpExecArray | null)[];
  /** The text at which the time was up; null where all were read. */
  readonly stuckAt: string | null;
}

/** Compares texts with a pattern, which anybody may have written, for a second and a millisecond for each text. */
export function matchesWithin(texts: readonly string[], pattern: RegExp): Matches {
  const found: (RegExpExecArray | null)[] = [];
  const read = () => texts.forEach((text) => found.push(pattern.exec(text)));
  try {
    runInNewContext("read()", { read }, { timeout: patience.start + patience.each * texts.length });
    return { found, stuckAt: null };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    return { found, stuckAt: texts[found.length] };
  }
}

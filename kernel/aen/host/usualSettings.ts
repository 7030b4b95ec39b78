/** What a user sets once for all notebooks; undefined where nothing is set. */
export interface UsualSettings {
  /** Threads per operation on the CPU. */
  readonly threads?: number;
  /** Memory that the concurrent runs of a study may take together, in bytes. */
  readonly memory?: number;
  /** Seconds between checkpoints within an epoch. */
  readonly checkpointSeconds?: number;
  /** Clips whose frames are kept in an output, each with the pictures of all its frames. */
  readonly clipsWithFrames?: number;
}

/**
 * The usual settings by the environment variables AEN_THREADS, AEN_MEMORY_GIB, AEN_CHECKPOINT_SECONDS and
 * AEN_CLIPS_WITH_FRAMES, which VS Code's settings set. What a cell says comes first.
 * @throws RangeError for a variable that is no number of its kind, naming it
 */
export function usualSettings(environment: NodeJS.ProcessEnv = process.env): UsualSettings {
  const number = (name: string, least: number, whole: boolean): number | undefined => {
    const text = environment[name];
    if (text === undefined || text === "") return undefined;
    const value = Number(text);
    if (Number.isFinite(value) && value >= least && (!whole || Number.isInteger(value))) return value;
    throw new RangeError(
      `${name} is "${text}". Expected a ${whole ? "whole " : ""}number of ${least} or more.`,
    );
  };
  const gibibytes = number("AEN_MEMORY_GIB", 0.1, false);
  return {
    threads: number("AEN_THREADS", 1, true),
    memory: gibibytes === undefined ? undefined : gibibytes * 2 ** 30,
    checkpointSeconds: number("AEN_CHECKPOINT_SECONDS", 1, false),
    clipsWithFrames: number("AEN_CLIPS_WITH_FRAMES", 0, true),
  };
}

import { alternate, median, type Peer } from "./peers.js";

/** One side of a comparison: how to start a process of it. */
export interface Side {
  readonly name: string;
  start(): Peer;
}

/** Of several processes: medians of their medians, in seconds and megabytes, and the slowest process. */
export interface Summary {
  readonly wall: number;
  readonly worst: number;
  /** How much slower the slowest process is than the median. */
  readonly worstToMedian: number;
  readonly processor: number;
  readonly peakMegabytes: number;
}

/**
 * Starts a process of each side, lets them take turns step by step, closes them, and does so again: each process has its luck
 * for its whole life, and what else the machine does meets all sides alike.
 */
export async function compareProcesses(
  sides: readonly Side[],
  { processes, rounds }: { readonly processes: number; readonly rounds: number },
): Promise<Map<string, Summary>> {
  const taken = new Map(sides.map(({ name }) => [name, [] as Awaited<ReturnType<typeof alternate>>]));
  for (let number = 0; number < processes; number++) {
    const peers = sides.map(({ name, start }) => ({ ...start(), name }));
    for (const result of await alternate(peers, rounds)) taken.get(result.name)!.push(result);
    for (const peer of peers) await peer.close();
  }
  return new Map([...taken].map(([name, results]) => [name, summaryOf(results)]));
}

function summaryOf(results: Awaited<ReturnType<typeof alternate>>): Summary {
  const middle = (key: "wall" | "processor") => median(results.map((result) => result[key]));
  const worst = Math.max(...results.map(({ wall }) => wall));
  return {
    wall: middle("wall"),
    worst,
    worstToMedian: worst / middle("wall"),
    processor: middle("processor"),
    peakMegabytes: Math.max(...results.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

/** The sides that can run a step here; the reason of each other is said on standard error. */
export async function working(sides: readonly Side[]): Promise<Side[]> {
  const found: Side[] = [];
  for (const side of sides) {
    const peer = side.start();
    const works = await peer.step().then(
      () => true,
      (error: unknown) => void console.error(`${side.name} is left out: ${String(error)}`),
    );
    await peer.close();
    if (works) found.push(side);
  }
  return found;
}

import { model } from "../../../kernel/aen/model/model.js";
import type { PresetName } from "../../../kernel/aen/model/presets.js";
import { aenStep, clipsOf, type StepPart } from "./aenStep.js";
import { stepFlop } from "./stepFlop.js";
import { productFlop } from "./matrixProduct.js";
import { outsideOnnxRuntime } from "./outsideOnnxRuntime.js";
import { ownProcess, pytorchPeer } from "./peers.js";
import { compareProcesses, working, type Side, type Summary } from "./processes.js";
import { pytorches } from "./pytorches.js";
import { row } from "./row.js";

const engine = "engine";
const product = "matrix product";

interface Counts {
  readonly processes: number;
  readonly rounds: number;
}

/**
 * A step of ours against every PyTorch of this machine, each in several processes, in turns; `ratio` is our time divided by
 * that of the fastest PyTorch. `share` is of the peak that a large matrix product reaches in the same minutes.
 */
export async function againstPytorch(preset: PresetName, part: StepPart, counts: Counts): Promise<void> {
  const sides = [...ownSides(preset, part), ...(await working(await pytorchSides(preset, part)))];
  const summaries = await compareProcesses(sides, counts);
  const peak = productFlop / summaries.get(product)!.wall;
  const flop = await stepFlop(preset, part);
  const described = ({ wall, ...rest }: Summary) => ({
    wall,
    gigaflops: flop / wall / 1e9,
    share: flop / wall / peak,
    ...rest,
  });
  const peers = [...summaries].filter(([name]) => name !== engine && name !== product);
  row({
    what: `${preset}, ${part}, against PyTorch`,
    ...counts,
    ...ratios(
      summaries.get(engine)!,
      peers.map(([, summary]) => summary),
    ),
    peakGigaflops: peak / 1e9,
    ...Object.fromEntries(
      [...summaries]
        .filter(([name]) => name !== product)
        .map(([name, summary]) => [name, described(summary)]),
    ),
    javascriptAndBindingMilliseconds: await outsideOnnxRuntime(profiled(preset, part), counts.rounds),
  });
}

const profiled = (preset: PresetName, part: StepPart) => (profile: string) =>
  aenStep(preset, part, { device: "cpu", profile });

function ownSides(preset: PresetName, part: StepPart): Side[] {
  return [
    { name: engine, start: () => ownProcess({ preset, part }) },
    { name: product, start: () => ownProcess({ preset, part: product }) },
  ];
}

async function pytorchSides(preset: PresetName, part: StepPart): Promise<Side[]> {
  const { configuration } = model(preset);
  const start = (peer: Parameters<typeof pytorchPeer>[3]) => () =>
    pytorchPeer(configuration, clipsOf(part), part, peer);
  return (await pytorches()).map((pytorch) => ({ name: pytorch.name, start: start(pytorch) }));
}

function ratios(own: Summary, peers: readonly Summary[]): object {
  if (peers.length === 0) return { ratio: null };
  const fastest = peers.reduce((best, peer) => (peer.wall < best.wall ? peer : best));
  const leanest = Math.min(...peers.map(({ processor }) => processor));
  return { ratio: own.wall / fastest.wall, processorRatio: own.processor / leanest };
}

/** Our step alone in many processes: how much slower the slowest is than the median. */
export async function luck(preset: PresetName, part: StepPart, counts: Counts): Promise<void> {
  const [own] = ownSides(preset, part);
  const summary = (await compareProcesses([own], counts)).get(engine)!;
  row({ what: `${preset}, ${part}, processes of ours alone`, ...counts, ...summary });
}

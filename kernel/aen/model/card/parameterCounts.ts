import { isBottomUp, type Parameter } from "../parameterList.js";

/** How many numbers a model's weights are. */
export interface ParameterCounts {
  /** Weights that training changes, as PyTorch counts parameters. */
  readonly trained: number;
  /** Running means and variances of the batch norms, which PyTorch calls buffers. */
  readonly statistics: number;
  /** Both of these. */
  readonly total: number;
  /** The trained weights by part of the network; they sum to `trained`. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Counts parameters in all and by part; a part that the network lacks is left out. */
export function parameterCounts(parameters: readonly Parameter[]): ParameterCounts {
  const parts: Record<string, number> = {};
  let statistics = 0;
  for (const { name, shape, trainable } of parameters) {
    const size = shape.reduce((product, length) => product * length, 1);
    if (!trainable) statistics += size;
    else parts[partOf(name)] = (parts[partOf(name)] ?? 0) + size;
  }
  const trained = Object.values(parts).reduce((sum, size) => sum + size, 0);
  return { trained, statistics, total: trained + statistics, parts };
}

/** Parts of {@link ParameterCounts} by the beginnings of their parameters' names. */
const beginnings: Readonly<Record<string, string>> = {
  "temporal.": "temporal encoders",
  "gru.": "GRU",
  "fusion.": "top-down branch",
  "head.clip.": "clip head",
  "head.group.": "sentiment head",
  "head.emotion.": "emotion head",
};

function partOf(name: string): string {
  if (isBottomUp(name)) return "bottom-up branch with frame head";
  const beginning = Object.keys(beginnings).find((each) => name.startsWith(each));
  return beginning === undefined ? "other" : beginnings[beginning];
}

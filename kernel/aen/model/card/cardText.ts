import type { CardedModel } from "./cardedModel.js";
import { cardSections, type CardSection } from "./cardSections.js";
import { drawnFacesOnly, intendedUse } from "./intendedUse.js";
import type { Latency } from "./latency.js";
import { networkLines } from "./networkLines.js";
import type { ParameterCounts } from "./parameterCounts.js";
import { evaluationLines, runLines } from "./runLines.js";
import type { RunFacts } from "./runFacts.js";

/** What a card shows beside the model itself. */
export interface CardFigures {
  readonly parameters: ParameterCounts;
  readonly frozenParameters: number;
  readonly multiplyAdds: number;
  readonly megabytes: number;
  readonly latency: Latency | null;
  readonly run: RunFacts | null;
}

/** A card as Markdown; sections as in Mitchell et al. 2019, as far as they can be known here. */
export function cardText(
  model: Pick<CardedModel, "title" | "configuration" | "labels" | "seed">,
  card: CardFigures,
): string {
  const { run } = card;
  const sections: readonly CardSection[] = [
    ["Model details", networkLines(model)],
    ["Size and cost", cost(card)],
    ["Training", run ? runLines(run) : []],
    ["Evaluation", run ? evaluationLines(run) : []],
    ["Intended use and limits", run?.drawnFaces ? [...intendedUse, drawnFacesOnly] : intendedUse],
    ["Weights and licences", licences(model, run)],
  ];
  return cardSections(`Model card: ${model.title}`, sections, ending);
}

const ending =
  "Sections follow Mitchell et al., Model Cards for Model Reporting (FAT* 2019, doi:10.1145/3287560.3287596). Add what " +
  "cannot be known here: whom to ask, the terms of the data, who the people in it are, and what they agreed to.";

function cost({ parameters, frozenParameters, multiplyAdds, megabytes, latency }: CardFigures): string[] {
  const { trained, statistics, total, parts } = parameters;
  const frozen = frozenParameters > 0 ? `, and ${whole(frozenParameters)} of the frozen frame model` : "";
  return [
    `Parameters: ${whole(total)}, of these ${whole(trained)} trained and ${whole(statistics)} running statistics${frozen}`,
    ...Object.entries(parts).map(([part, size]) => `Trained parameters, ${part}: ${whole(size)}`),
    `Inference of one clip: ${whole(multiplyAdds)} multiply-adds, ${flops(2 * multiplyAdds)} at 2 FLOPs for each ` +
      `multiply-add (matrix products and convolutions, padding included; operations on single elements left out)`,
    `Memory of the weights: ${megabytes.toFixed(2)} MB (float32; 1 MB is 1 000 000 bytes)`,
    ...(latency ? [latencyText(latency)] : []),
  ];
}

function flops(count: number): string {
  return count < 1e9 ? `${(count / 1e6).toPrecision(3)} MFLOPs` : `${(count / 1e9).toPrecision(3)} GFLOPs`;
}

function latencyText({ medianMs, fastestMs, slowestMs, runs, hardware, device, threads }: Latency): string {
  const spread = `${fastestMs.toFixed(2)} to ${slowestMs.toFixed(2)} ms over ${runs} clips after a warm-up`;
  const onThreads = threads === null ? "" : `, ${threads} thread${threads === 1 ? "" : "s"}`;
  return (
    `Latency of one clip: median ${medianMs.toFixed(2)} ms (${spread}; ${device}: ${hardware}${onThreads}; ` +
    `without reading the frames)`
  );
}

function licences({ seed }: { readonly seed: number }, run: RunFacts | null): string[] {
  const drawn = `The weights that training began with were drawn from seed ${seed}; AEN Notebook ships none of this network.`;
  const given =
    "The weights that training began with were given to it, and their licence is not known here: add it.";
  const unknown = `How the weights were made is not known here: drawn from seed ${seed}, loaded or trained. \`run.card()\` knows.`;
  if (!run) return [unknown];
  return [run.start === "drawn" ? drawn : given, ...run.shipped];
}

function whole(count: number): string {
  return count.toLocaleString("en");
}

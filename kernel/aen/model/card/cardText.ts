import { levelsOf, type ModelConfiguration } from "../configuration.js";
import { presets } from "../presets.js";
import type { CardedModel } from "./cardedModel.js";
import { drawnFacesOnly, intendedUse } from "./intendedUse.js";
import type { Latency } from "./latency.js";
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
  const sections: readonly [string, readonly string[]][] = [
    ["Model details", details(model)],
    ["Size and cost", cost(card)],
    ["Training", run ? runLines(run) : []],
    ["Evaluation", run ? evaluationLines(run) : []],
    ["Intended use and limits", run?.drawnFaces ? [...intendedUse, drawnFacesOnly] : intendedUse],
    ["Weights and licences", licences(model, run)],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  const texts = shown.map(
    ([title, lines]) => `## ${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}`,
  );
  return [`# Model card: ${model.title}`, ...texts, ending].join("\n\n") + "\n";
}

const ending =
  "Sections follow Mitchell et al., Model Cards for Model Reporting (FAT* 2019, doi:10.1145/3287560.3287596). Add what " +
  "cannot be known here: whom to ask, the terms of the data, who the people in it are, and what they agreed to.";

function details({ title, configuration, labels }: Parameters<typeof cardText>[0]): string[] {
  const { frames, size } = configuration;
  const names = (members: readonly number[]) => members.map((index) => labels.emotions[index]).join(", ");
  const groups = labels.groups.map(({ name, emotions }) => `${name} (${names(emotions)})`);
  return [
    `${title}, ${presetText(configuration)}`,
    `Input: a clip of ${frames} frames of ${size} x ${size} pixels, RGB, each an aligned face`,
    `Output: ${labels.emotions.length} emotions: ${labels.emotions.join(", ")}`,
    `Emotion groups: ${groups.join("; ")}`,
    `Bottom-up branch: widths ${configuration.stageWidths.join("-")}, blocks ${configuration.blocksPerStage.join("-")}`,
    ...encoderText(configuration),
  ];
}

/** The preset, and what differs from it beyond the clip model. */
function presetText(configuration: ModelConfiguration): string {
  const base = presets[configuration.preset] as unknown as Record<string, unknown>;
  const own = Object.entries(configuration).filter(([name]) => name !== "clipModel");
  const changed = own.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(base[name]));
  const changes = changed.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", ");
  return `preset "${configuration.preset}"${changes === "" ? "" : ` with ${changes}`}`;
}

function encoderText(configuration: ModelConfiguration): string[] {
  const levels = levelsOf(configuration);
  if (levels.length === 0) return [];
  const { temporalDepth, heads, headSize } = configuration;
  const layers = `${temporalDepth} layer${temporalDepth === 1 ? "" : "s"}`;
  return [
    `Temporal encoders: level ${levels.join(", ")}, each of ${layers} with ${heads} heads of width ${headSize}`,
  ];
}

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

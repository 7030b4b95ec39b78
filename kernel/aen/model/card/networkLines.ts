import { levelsOf, type ModelConfiguration } from "../configuration.js";
import { presets } from "../presets.js";
import type { CardedModel } from "./cardedModel.js";

/** What a network takes and answers and how it is built, one sentence for each line. */
export function networkLines({
  title,
  configuration,
  labels,
}: Pick<CardedModel, "title" | "configuration" | "labels">): string[] {
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

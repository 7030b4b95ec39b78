import type { ClipSet } from "../clipSet.js";
import type { DatasetDescription, DatasetSource } from "./datasetFile.js";
import { datasetPresets } from "./presets.js";

export type { DatasetDescription, DatasetSource } from "./datasetFile.js";

/** Describes a set of clips, for a file beside it and for run records. The same clips give the same hash anywhere. */
export function describeDataset(
  clips: ClipSet,
  { name, source }: { readonly name: string; readonly source?: DatasetSource },
): DatasetDescription {
  const { emotions, groups } = clips.labels;
  const labelMap = source && labelMapOf(source);
  return {
    kind: "aen dataset",
    version: 1,
    name,
    ...(source && { source }),
    clips: clips.length,
    frames: clips.clips.reduce((sum, clip) => sum + clip.frameCount, 0),
    emotions,
    groups: Object.fromEntries(
      groups.map((group) => [group.name, group.emotions.map((emotion) => emotions[emotion])]),
    ),
    ...(labelMap && { labelMap }),
    drops: Object.keys(labelMap ?? {}).filter((code) => labelMap![code] === null),
    counts: clips.classCounts,
    unlabelled: clips.clips.filter(({ label }) => label === null).length,
    identities: clips.identities.length,
    contentHash: clips.contentHash,
  };
}

function labelMapOf(source: DatasetSource): Readonly<Record<string, string | null>> | undefined {
  if (source.format === "class folders") return source.labelMap;
  if (source.format !== "published") return undefined;
  const wanted = source.dataset.toLowerCase();
  return datasetPresets.find((preset) => preset.name.toLowerCase() === wanted)?.labelMap;
}

import path from "node:path";
import type { ClipSet } from "../../clips/clipSet.js";
import type { DatasetDescription, DatasetSource } from "../../clips/datasetDescription.js";
import type { LeftOutClip } from "../../clips/leftOutClips.js";
import { publishedDatasets } from "./publishedDatasets.js";

/**
 * Describes a clip set for a file stored with it and for run records. The same clips have the same hash everywhere.
 * @param of.folder the folder of the description, which the reasons for leaving clips out then do not name
 */
export function describeDataset(
  clips: ClipSet,
  of: { readonly name: string; readonly source?: DatasetSource; readonly folder?: string },
): DatasetDescription {
  const { name, source, folder } = of;
  const { emotions, groups } = clips.labels;
  const labelMap = source && labelMapOf(source);
  return {
    kind: "aen dataset",
    version: 2,
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
    ...(clips.leftOut.length > 0 && { leftOut: leftOutBelow(clips, folder) }),
    identities: clips.identities.length,
    contentHash: clips.contentHash,
  };
}

function leftOutBelow({ leftOut }: ClipSet, folder?: string): readonly LeftOutClip[] {
  if (folder === undefined) return leftOut;
  const relative = (text: string) => text.replaceAll(path.join(folder, path.sep), "");
  return leftOut.map(({ clip, reason }) => ({ clip: relative(clip), reason: relative(reason) }));
}

function labelMapOf(source: DatasetSource): Readonly<Record<string, string | null>> | undefined {
  if (source.format === "import") return undefined;
  if (source.format !== "published") return source.labelMap;
  const wanted = source.dataset.toLowerCase();
  return publishedDatasets.find((dataset) => dataset.name.toLowerCase() === wanted)?.labelMap;
}

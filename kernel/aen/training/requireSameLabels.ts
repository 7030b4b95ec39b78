import type { ClipSet } from "../clips/clipSet.js";
import type { LabelSet } from "../labels.js";
import type { Model } from "../model/model.js";

/**
 * Makes sure that a label's number means the same to clips and network.
 * @throws RangeError when the label set of the clips differs from the model's
 */
export function requireSameLabels({ labels: own }: Pick<Model, "labels">, { labels: theirs }: ClipSet): void {
  if (own === theirs) return;
  const remedy =
    "Make the model with { labels: clips.labels }, or evaluate with { labelMap }, which matches by name.";
  if (JSON.stringify(own.emotions) !== JSON.stringify(theirs.emotions)) {
    throw new RangeError(
      `The model distinguishes ${own.emotions.join(", ")}; the clips are labelled ${theirs.emotions.join(", ")}. ${remedy}`,
    );
  }
  if (own.groupOf.join() === theirs.groupOf.join()) return;
  throw new RangeError(
    `The model groups the emotions as ${groupsText(own)}, the clips as ${groupsText(theirs)}. ${remedy}`,
  );
}

function groupsText({ groups, emotions }: LabelSet): string {
  return groups.map((group) => group.emotions.map((emotion) => emotions[emotion]).join("+")).join(", ");
}

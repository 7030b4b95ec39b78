import type { LabelSet } from "../labels.js";
import type { Clip } from "./clip.js";
import { readLabels } from "./labelMapping.js";
import { labelsOfClip } from "./labelsOfClip.js";
import { relabelled } from "./mapLabels.js";

/**
 * A clip with its label in a network's emotions, matched by name where the clip's own label set is another one. A label
 * that is none of the network's emotions is no label there; `originalLabel` keeps its name. The label of a clip made in
 * code, which was in no set, stays the number that it is.
 * @param own the network's labels
 */
export function clipInLabels(clip: Clip, own: LabelSet): Clip {
  const theirs = labelsOfClip(clip);
  if (!theirs || JSON.stringify(theirs.emotions) === JSON.stringify(own.emotions)) return clip;
  const none = theirs.emotions.map(() => 0);
  return relabelled(clip, theirs, own, readLabels(theirs, own, none));
}

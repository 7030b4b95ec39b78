import type { Clip } from "../clips/clip.js";
import { readableThumbnails } from "../clips/readableThumbnails.js";
import type { LabelSet } from "../labels.js";
import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { timelineView } from "../../figures/bundles/timeline.js";
import { requireBeta } from "../../metrics/fusion.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";

/** One clip frame by frame: ground truth if known, pseudo label, and the network's prediction. */
export class ClipTimeline implements Displayable {
  /** @throws RangeError for a beta that is not between 0 and 1 */
  constructor(
    readonly clip: Clip,
    readonly prediction: ClipPrediction,
    readonly labels: LabelSet,
    readonly beta: number,
  ) {
    requireBeta(beta);
  }

  toString(): string {
    return `timeline of ${this.clip.id}, ${this.prediction.frameNumbers.length} frames`;
  }

  async [displayMethod](): Promise<MimeBundle> {
    const { clip, prediction, labels, beta } = this;
    const pictures = await readableThumbnails(clip, prediction.frameNumbers);
    return timelineView({ clip, prediction, labels, beta, thumbnails: pictures });
  }
}

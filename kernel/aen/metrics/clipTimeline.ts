import type { Clip } from "../data/clip.js";
import { thumbnails } from "../data/thumbnails.js";
import type { LabelSet } from "../labels.js";
import { displayMethod, type Displayable, type MimeBundle } from "../views/mimeBundle.js";
import { timelineView } from "../views/timeline.js";
import type { ClipPrediction } from "./clipPrediction.js";

/** One clip frame by frame: truth where it is known, pseudo label, and what the network made of it. */
export class ClipTimeline implements Displayable {
  constructor(
    readonly clip: Clip,
    readonly prediction: ClipPrediction,
    readonly labels: LabelSet,
    readonly beta: number,
  ) {}

  toString(): string {
    return `timeline of ${this.clip.id}, ${this.prediction.frameNumbers.length} frames`;
  }

  async [displayMethod](): Promise<MimeBundle> {
    const { clip, prediction, labels, beta } = this;
    const pictures = await thumbnails(clip, prediction.frameNumbers);
    return timelineView({ clip, prediction, labels, beta, thumbnails: pictures });
  }
}

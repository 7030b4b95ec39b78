import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import type { ClipOverviewPayload } from "../../contracts/payloads/clipOverview.js";
import type { FrameDetail } from "../../figures/bundles/clipPayload.js";
import { clipOverviewBundle, clipOverviewPayload } from "../../figures/bundles/clipOverview.js";
import { byDeviation, overviewText } from "../../figures/compute/overview.js";
import { framesOfFirst } from "./clipPictures.js";
import { keepForViews } from "./framesForViews.js";
import type { EvaluatedClip } from "./evaluatedClip.js";
import type { EvaluatedClips } from "./evaluatedClips.js";

/**
 * The frames of all evaluated clips at a glance, one row per clip, those whose frames deviate most from the clip's
 * label first. Without ground truth for frames, a frame deviates when its pseudo label differs from the label.
 */
export class ClipOverview implements Displayable {
  constructor(readonly evaluation: EvaluatedClips) {}

  /** The clips in overview order; clips without known frames are left out. */
  get clips(): EvaluatedClip[] {
    const byId = new Map(this.evaluation.evaluated.map((one) => [one.clip.id, one]));
    return byDeviation(this.#payload(this.#knownFrames()).clips).map(({ id }) => byId.get(id)!);
  }

  toString(): string {
    return overviewText(this.#payload(this.#knownFrames()));
  }

  /** The rows that deviate most include pictures of their frames. */
  async [displayMethod](): Promise<MimeBundle> {
    keepForViews(this.evaluation);
    const pictures = await framesOfFirst(this.clips);
    return clipOverviewBundle(this.#payload(new Map([...this.#knownFrames(), ...pictures])));
  }

  #payload(frames: ReadonlyMap<string, FrameDetail>): ClipOverviewPayload {
    const { predictions, labels, beta } = this.evaluation;
    return clipOverviewPayload({ predictions, labels, beta, frames });
  }

  /** What is known about frames without reading them. */
  #knownFrames(): Map<string, FrameDetail> {
    return new Map(
      this.evaluation.clips.clips.map(({ id, truth, frameRate }) => [id, { truth, frameRate }] as const),
    );
  }
}

import type { Picture } from "../images/picture.js";
import { overlap, squareAround, type Box, type Detection } from "./box.js";
import { detectSsd, detectTiny } from "./detectFaces.js";
import type { FaceNets } from "./faceNets.js";
import { boxOf } from "./landmarks.js";
import { locateFace, type Hint, type LocatedFace } from "./locateFace.js";
import { alignFace } from "./alignFace.js";
import { warpPicture } from "./warpPicture.js";
import { recognitionSize } from "./recognitionNet.js";

/** A face in one frame. */
export interface TrackedFace extends LocatedFace {
  readonly frame: number;
  readonly box: Box;
  /** The detector's confidence, 0..1. */
  readonly score: number;
}

/** One face, followed from frame to frame without a cut. */
export interface Track {
  readonly faces: TrackedFace[];
  /** Mean descriptor of the face, `[128]`; faces of one person are less than about 0.6 apart. */
  descriptor: Float32Array;
  described: number;
}

/** Interval, in frames, between full-picture searches for new faces; half of it for SSD while there is no face. */
const searchEvery = 12;
/** Interval, in frames, at which a face is looked at five times instead of once. */
const thoroughEvery = 3;
/** For how many frames a lost face is still searched for at its last position. */
const patience = 12;
/** Minimum score of a detection: near a tracked face, and anywhere else. */
const leastNearby = 0.35;
const leastAnywhere = 0.5;

/**
 * Tracks all faces through a video, frame by frame. The tiny detector searches closely around each face's last
 * position; the whole picture is searched at the start, about every half second, and whenever a face is lost. A new
 * face counts only if the SSD detector confirms it.
 */
export class FaceTracker {
  readonly tracks: Track[] = [];
  #frame = -1;

  constructor(readonly nets: FaceNets) {}

  /** Processes the next frame. */
  async observe(picture: Picture): Promise<void> {
    const frame = ++this.#frame;
    const live = this.tracks.filter((track) => frame - last(track).frame <= patience);
    let followed = 0;
    for (const track of live) if (await this.#follow(track, picture)) followed++;
    if (followed > 0 && followed === live.length && frame % searchEvery !== 0) return;
    for (const detection of await this.#search(picture, followed > 0))
      await this.#admit(detection, picture, live);
  }

  async #follow(track: Track, picture: Picture): Promise<boolean> {
    const before = last(track).box;
    const region = squareAround(before, 2.2);
    const found = await detectTiny(this.nets, picture, 160, leastNearby, { region, border: "replicate" });
    const same = found.find(({ box }) => overlap(box, before) > 0.3);
    if (!same) return false;
    await this.#extend(track, same, picture);
    return true;
  }

  async #search(picture: Picture, following: boolean): Promise<Detection[]> {
    const near = await detectTiny(this.nets, picture, 224, leastAnywhere);
    if (near.length > 0) return near;
    const far = await detectTiny(this.nets, picture, 416, leastAnywhere);
    if (far.length > 0 || following || this.#frame % (searchEvery / 2) !== 0) return far;
    const sure = await detectSsd(this.nets, picture, leastAnywhere);
    if (sure.length > 0) return sure;
    const { width, height } = picture;
    const region = squareAround({ x: 0, y: 0, width, height }, 1.7); // a face that fills the picture needs a border
    return detectSsd(this.nets, picture, leastAnywhere, { region, border: "replicate" });
  }

  /** Adds a face to the track that it continues, or starts a new track if SSD confirms it. */
  async #admit(detection: Detection, picture: Picture, live: readonly Track[]): Promise<void> {
    const taken = (track: Track) => last(track).frame === this.#frame;
    if (this.tracks.some((track) => taken(track) && overlap(last(track).box, detection.box) > 0.3)) return;
    const lost = live.find((track) => !taken(track) && overlap(last(track).box, detection.box) > 0.3);
    if (lost) return this.#extend(lost, detection, picture);
    const region = squareAround(detection.box, 2.5);
    const confirmed = await detectSsd(this.nets, picture, leastAnywhere, { region, border: "replicate" });
    if (!confirmed.some(({ box }) => overlap(box, detection.box) > 0.2)) return;
    const track: Track = { faces: [], descriptor: new Float32Array(128), described: 0 };
    await this.#extend(track, detection, picture);
    this.tracks.push(track);
  }

  async #extend(track: Track, { box, score }: Detection, picture: Picture): Promise<void> {
    const before = track.faces.at(-1);
    const thorough = before?.frame !== this.#frame - 1 || track.faces.length % thoroughEvery === 0;
    const hint = thorough ? { box } : { before: before.landmarks };
    const located = await this.#locate(picture, box, hint, thorough);
    track.faces.push({ ...located, frame: this.#frame, box, score });
    const due = track.faces.length === 1 || track.faces.length % 25 === 0;
    if (due) await this.#describe(track, picture, located);
  }

  /** If the points have drifted off the detector's box, locates them again from the box. */
  async #locate(picture: Picture, box: Box, hint: Hint, thorough: boolean): Promise<LocatedFace> {
    const located = await locateFace(this.nets, picture, hint, thorough);
    if ("box" in hint || overlap(boxOf(located.landmarks), box) > 0.4) return located;
    return locateFace(this.nets, picture, { box });
  }

  async #describe(track: Track, picture: Picture, { landmarks }: LocatedFace): Promise<void> {
    const map = alignFace(landmarks, recognitionSize);
    const pixels = warpPicture(picture, map, recognitionSize, recognitionSize, "replicate");
    const descriptor = await this.nets.descriptors(pixels);
    track.described++;
    track.descriptor.forEach((mean, at) => {
      track.descriptor[at] = mean + (descriptor[at] - mean) / track.described;
    });
  }
}

function last(track: Track): TrackedFace {
  return track.faces[track.faces.length - 1];
}

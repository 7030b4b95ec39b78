import type { Picture } from "../images/picture.js";
import { overlap, squareAround, type Box, type Detection } from "./box.js";
import { detectSsd, detectTiny } from "./detectFaces.js";
import type { FaceNets } from "./faceNets.js";
import { boxOf, type Landmarks } from "./landmarks.js";
import { CutDetector } from "./cutDetector.js";
import { descriptorDistance } from "./descriptorDistance.js";
import { confirmFace } from "./confirmFace.js";
import { locateFace, type LocatedFace } from "./locateFace.js";
import { leastAnywhere, looksForFaces } from "./looksForFaces.js";
import type { Turn } from "./turns.js";
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
  /** How far the face is turned. */
  turn: Turn;
  /** Mean descriptor of the face, `[128]`; faces of one person are less than about 0.6 apart. */
  descriptor: Float32Array;
  described: number;
  /** Whether the next face at its place may be somebody else's: after a cut, or where two people meet. */
  isDoubted?: boolean;
  /** Whether somebody else was at its place. */
  hasEnded?: boolean;
  /** The face upright, 150 x 150 pixels, where it was largest of those described, and its width there. */
  portrait?: { readonly picture: Picture; readonly faceWidth: number };
}

type TurnedDetection = Detection & { readonly turn: Turn };

/** Interval, in frames, between full-picture searches for new faces; half of it for SSD while there is no face. */
const searchEvery = 12;
/** Interval, in frames, at which a face is looked at five times instead of once. */
const thoroughEvery = 3;
/** A descriptor this far from a track's is somebody else's: between those of one person and those of two. */
const otherPerson = 0.55;
/** For how many frames a lost face is still searched for at its last position. */
const patience = 12;
/** Overlap of two faces from which they may be taken for each other. */
const touching = 0.05;
/** Minimum score of a detection near a tracked face. */
const leastNearby = 0.35;

/**
 * Tracks all faces through a video, frame by frame. The tiny detector searches closely around each face's last
 * position; the whole picture is searched at the start, about every half second, and whenever a face is lost. A face
 * counts only where its points confirm it, and a new one only if the SSD detector does, too. A face that lies on a side
 * or upside down is followed as such. After a cut, and where two people meet, a track goes on only with the same person.
 */
export class FaceTracker {
  readonly tracks: Track[] = [];
  readonly #cuts = new CutDetector();
  #frame = -1;

  constructor(readonly nets: FaceNets) {}

  /** Processes the next frame. */
  async observe(picture: Picture): Promise<void> {
    const frame = ++this.#frame;
    const live = this.tracks.filter((track) => !track.hasEnded && frame - last(track).frame <= patience);
    this.#doubt(live, this.#cuts.observe(picture));
    let followed = 0;
    for (const track of live) if (await this.#follow(track, picture)) followed++;
    if (followed > 0 && followed === live.length && frame % searchEvery !== 0) return;
    const thorough = followed === 0 && frame % (searchEvery / 2) === 0;
    for await (const { found, turn } of looksForFaces(this.nets, picture, thorough)) {
      let known = false;
      for (const detection of found)
        known = (await this.#admit({ ...detection, turn }, picture, live)) || known;
      if (known) return;
    }
  }

  async #follow(track: Track, picture: Picture): Promise<boolean> {
    const before = last(track).box;
    const look = { region: squareAround(before, 2.2), border: "replicate", turn: track.turn } as const;
    const found = await detectTiny(this.nets, picture, 160, leastNearby, look);
    const same = found.find(({ box }) => overlap(box, before) > 0.3 && !this.#isTaken(box));
    return same !== undefined && this.#extend(track, same, picture);
  }

  /**
   * Adds a face to the track that it continues, or starts a new track if SSD confirms it.
   * @returns whether it is a face
   */
  async #admit(detection: TurnedDetection, picture: Picture, live: readonly Track[]): Promise<boolean> {
    if (this.#isTaken(detection.box)) return true;
    const lost = live.find(
      (track) => !track.hasEnded && !this.#isFound(track) && overlap(last(track).box, detection.box) > 0.3,
    );
    if (lost && (await this.#extend(lost, detection, picture))) return true;
    if (lost && !lost.hasEnded) return false;
    const { turn } = detection;
    const track: Track = { faces: [], turn, descriptor: new Float32Array(128), described: 0 };
    if (!(await this.#extend(track, detection, picture))) return false;
    if (!(await this.#seenBySsd(detection.box, track.turn, picture))) return false;
    this.tracks.push(track);
    return true;
  }

  /** Whether a track has its face in this frame. */
  #isFound(track: Track): boolean {
    return track.faces.at(-1)?.frame === this.#frame;
  }

  /** Whether a track has this face in this frame. */
  #isTaken(box: Box): boolean {
    return this.tracks.some((track) => this.#isFound(track) && overlap(last(track).box, box) > 0.3);
  }

  async #seenBySsd(box: Box, turn: Turn, picture: Picture): Promise<boolean> {
    const near = { region: squareAround(box, 2.5), border: "replicate", turn } as const;
    const far = { region: squareAround(box, 4.5), border: "black", turn } as const;
    for (const look of fills(box, picture) ? [near, far] : [near]) {
      const seen = await detectSsd(this.nets, picture, leastAnywhere, look);
      if (seen.some((other) => overlap(other.box, box) > 0.2)) return true;
    }
    return false;
  }

  /** Adds a face to a track if its points confirm it; says whether they do. */
  async #extend(track: Track, { box, score }: Detection, picture: Picture): Promise<boolean> {
    const located = await this.#locate(track, box, picture);
    if (located === null) return false;
    if (track.isDoubted && !(await this.#isSame(track, picture, located))) {
      track.hasEnded = true;
      return false;
    }
    track.faces.push({ ...located, frame: this.#frame, box, score });
    const due = track.faces.length === 1 || track.faces.length % 25 === 0;
    if (due) await this.#describe(track, picture, located, box.width);
    return true;
  }

  /** From the points of the frame before; from the detector's box every third time, or if they have drifted off it. */
  async #locate(track: Track, box: Box, picture: Picture): Promise<LocatedFace | null> {
    const before = track.faces.at(-1);
    const thorough = before?.frame !== this.#frame - 1 || track.faces.length % thoroughEvery === 0;
    if (!thorough) {
      const located = await locateFace(this.nets, picture, { before: before.landmarks }, false);
      if (overlap(boxOf(located.landmarks), box) > 0.4) return located;
    }
    const confirmed = await confirmFace(this.nets, picture, box, track.turn);
    if (confirmed === null) return null;
    const { turn, ...located } = confirmed;
    track.turn = turn;
    return located;
  }

  /** Marks tracks that may go on with somebody else: all at a cut, else those whose faces touch. */
  #doubt(live: readonly Track[], isCut: boolean): void {
    for (const track of live) {
      if (isCut || this.#meeting(track).length > 0) track.isDoubted = true;
    }
  }

  /** Tracks that are going on and whose faces touch that of this one. */
  #meeting(track: Track): Track[] {
    return this.tracks.filter(
      (other) =>
        other !== track &&
        !other.hasEnded &&
        this.#frame - last(other).frame <= patience &&
        overlap(last(other).box, last(track).box) > touching,
    );
  }

  async #isSame(track: Track, picture: Picture, { landmarks }: LocatedFace): Promise<boolean> {
    const descriptor = await this.nets.descriptors(portraitOf(picture, landmarks));
    const distanceTo = (other: Track) => descriptorDistance(descriptor, other.descriptor);
    const nearest = this.#meeting(track).map(distanceTo);
    track.isDoubted = distanceTo(track) >= Math.min(otherPerson, ...nearest);
    return !track.isDoubted;
  }

  async #describe(
    track: Track,
    picture: Picture,
    { landmarks }: LocatedFace,
    faceWidth: number,
  ): Promise<void> {
    const side = recognitionSize;
    const pixels = portraitOf(picture, landmarks);
    if (faceWidth > (track.portrait?.faceWidth ?? 0))
      track.portrait = { picture: { width: side, height: side, data: pixels }, faceWidth };
    const descriptor = await this.nets.descriptors(pixels);
    track.described++;
    track.descriptor.forEach((mean, at) => {
      track.descriptor[at] = mean + (descriptor[at] - mean) / track.described;
    });
  }
}

/** A face upright, as the recognition network sees it. */
function portraitOf(picture: Picture, landmarks: Landmarks): Uint8Array {
  const side = recognitionSize;
  return warpPicture(picture, alignFace(landmarks, side), side, side, "replicate");
}

/** Whether a face fills the picture, so that detectors see no more than a face without surroundings. */
function fills(box: Box, { width, height }: Picture): boolean {
  return box.width * box.height > 0.4 * width * height;
}

function last(track: Track): TrackedFace {
  return track.faces[track.faces.length - 1];
}

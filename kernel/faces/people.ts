import type { Picture } from "../images/picture.js";
import { descriptorDistance } from "./descriptorDistance.js";
import type { Track, TrackedFace } from "./faceTracker.js";
import type { Point } from "./landmarks.js";

/** Descriptors closer than this belong to one person (dlib's threshold is 0.6; stricter to separate strangers). */
const samePerson = 0.5;

/** Width and height of a picture in pixels. */
export type PictureSize = Pick<Picture, "width" | "height">;

/** A person who is seen in a video. */
export interface Person {
  /** From 1, in the order of prominence. */
  readonly number: number;
  /** In the order of frames, one a frame. */
  readonly faces: readonly TrackedFace[];
  /** Face widths in pixels, summed over frames: how prominent the person is. */
  readonly prominence: number;
  /** Mean face width, as a share of the picture's. */
  readonly width: number;
  /** The mean of the face's middle, as shares of the picture's width and height. */
  readonly place: Point;
  /** The face where it was largest, upright; null where none was kept. */
  readonly portrait: Picture | null;
}

/**
 * The people of a video, the most prominent (largest and longest visible) first. Tracks of one person before and after a
 * cut or an absence are joined by their descriptors; two faces in one frame are two people.
 * @param sizes of the video's pictures, by frame
 */
export function peopleIn(tracks: readonly Track[], sizes: readonly PictureSize[]): Person[] {
  const persons: Track[][] = [];
  for (const track of [...tracks].sort((a, b) => prominenceOf([b]) - prominenceOf([a]))) {
    const known = persons.find((person) => belongs(track, person));
    if (known) known.push(track);
    else persons.push([track]);
  }
  return persons
    .sort((a, b) => prominenceOf(b) - prominenceOf(a))
    .map((person, index) => personOf(person, index + 1, sizes));
}

function personOf(tracks: readonly Track[], number: number, sizes: readonly PictureSize[]): Person {
  const faces = tracks.flatMap((track) => track.faces).sort((a, b) => a.frame - b.frame);
  const mean = (share: (face: TrackedFace, size: PictureSize) => number) =>
    faces.reduce((sum, face) => sum + share(face, sizes[face.frame]), 0) / faces.length;
  return {
    ...{ number, faces, prominence: prominenceOf(tracks), portrait: portraitOf(tracks) },
    width: mean(({ box }, { width }) => box.width / width),
    place: {
      x: mean(({ box }, { width }) => (box.x + box.width / 2) / width),
      y: mean(({ box }, { height }) => (box.y + box.height / 2) / height),
    },
  };
}

function prominenceOf(tracks: readonly Track[]): number {
  return tracks.flatMap(({ faces }) => faces).reduce((sum, { box }) => sum + box.width, 0);
}

function portraitOf(tracks: readonly Track[]): Picture | null {
  const portraits = tracks.flatMap(({ portrait }) => portrait ?? []);
  return portraits.sort((a, b) => b.faceWidth - a.faceWidth)[0]?.picture ?? null;
}

function belongs(track: Track, person: readonly Track[]): boolean {
  const frames = new Set(track.faces.map((face) => face.frame));
  if (person.some((other) => other.faces.some((face) => frames.has(face.frame)))) return false;
  return person.some((other) => descriptorDistance(track.descriptor, other.descriptor) < samePerson);
}

import type { Track, TrackedFace } from "./faceTracker.js";

/** Descriptors closer than this belong to one person (dlib's threshold is 0.6; stricter to separate strangers). */
const samePerson = 0.5;

/**
 * The faces of the most prominent person (largest and longest visible), in frame order. Tracks of one person before
 * and after a cut or an absence are joined by their descriptors; two faces in one frame are two people.
 */
export function choosePerson(tracks: readonly Track[]): readonly TrackedFace[] {
  const persons: Track[][] = [];
  for (const track of [...tracks].sort((a, b) => weight(b) - weight(a))) {
    const known = persons.find((person) => belongs(track, person));
    if (known) known.push(track);
    else persons.push([track]);
  }
  const total = (person: Track[]) => person.reduce((sum, track) => sum + weight(track), 0);
  const [main = []] = persons.sort((a, b) => total(b) - total(a));
  return main.flatMap((track) => track.faces).sort((a, b) => a.frame - b.frame);
}

/** Face width in pixels, summed over frames. */
function weight(track: Track): number {
  return track.faces.reduce((sum, face) => sum + face.box.width, 0);
}

function belongs(track: Track, person: readonly Track[]): boolean {
  const frames = new Set(track.faces.map((face) => face.frame));
  if (person.some((other) => other.faces.some((face) => frames.has(face.frame)))) return false;
  return person.some((other) => distance(track.descriptor, other.descriptor) < samePerson);
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, at) => sum + (value - b[at]) ** 2, 0));
}

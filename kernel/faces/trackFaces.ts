import type { Picture } from "../images/picture.js";
import type { FaceNets } from "./faceNets.js";
import { faceNets } from "./faceNets.js";
import { FaceTracker } from "./faceTracker.js";
import { peopleIn, type Person, type PictureSize } from "./people.js";

/** The people of a video and how many frames it has. */
export interface PeopleOfFrames {
  /** The most prominent first; empty where no frame shows a face. */
  readonly people: readonly Person[];
  readonly frameCount: number;
}

/** Follows all faces through a video. */
export async function trackFaces(
  pictures: AsyncIterable<Picture>,
  nets: FaceNets = faceNets(),
): Promise<PeopleOfFrames> {
  const tracker = new FaceTracker(nets);
  const sizes: PictureSize[] = [];
  for await (const picture of pictures) {
    sizes.push({ width: picture.width, height: picture.height });
    await tracker.observe(picture);
  }
  return { people: peopleIn(tracker.tracks, sizes), frameCount: sizes.length };
}

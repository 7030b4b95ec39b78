import type { PersonChoice } from "../contracts/personChoice.js";
import { DataError } from "../files/dataError.js";
import type { Picture } from "../images/picture.js";
import { choosePerson } from "./choosePerson.js";
import { faceTimeline, type FaceFrame } from "./faceTimeline.js";
import { trackFaces } from "./trackFaces.js";

/** A face that was followed through a video. */
export interface FollowedFace {
  /** One entry per frame. */
  readonly frames: readonly FaceFrame[];
  /** What the user has to know of the choice, as sentences. */
  readonly remarks: readonly string[];
}

/**
 * Finds the face of one person in every frame of a video.
 * @param file for messages
 * @param choice undefined for the most prominent (largest and longest visible)
 * @throws DataError when there is no face in any frame, or nobody whom the choice names
 */
export async function followFace(
  file: string,
  pictures: AsyncIterable<Picture>,
  choice?: PersonChoice,
): Promise<FollowedFace> {
  const { people, frameCount } = await trackFaces(pictures);
  if (people.length === 0) throw noFace(file, frameCount);
  const { person, remarks } = choosePerson(people, choice, file);
  return { frames: faceTimeline(person.faces, frameCount), remarks };
}

/** What is said of a video without any face. */
export function noFace(file: string, frameCount: number): DataError {
  return new DataError(
    `no face was found in its ${frameCount} frames. Choose another video, or, where clips are read, use whole frames (faces: false).`,
    { file },
  );
}

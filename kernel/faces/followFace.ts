import { DataError } from "../files/dataError.js";
import type { Picture } from "../images/picture.js";
import { choosePerson } from "./choosePerson.js";
import { faceNets } from "./faceNets.js";
import { faceTimeline, type FaceFrame } from "./faceTimeline.js";
import { FaceTracker } from "./faceTracker.js";

/**
 * Finds the face of the most prominent person (largest and longest visible) in every frame of a video.
 * @param file for messages
 * @param onFrame called after each frame
 * @throws DataError when there is no face in any frame
 */
export async function followFace(
  file: string,
  pictures: AsyncIterable<Picture>,
  onFrame: () => void = () => {},
): Promise<FaceFrame[]> {
  const tracker = new FaceTracker(faceNets());
  let count = 0;
  for await (const picture of pictures) {
    await tracker.observe(picture);
    count++;
    onFrame();
  }
  const faces = choosePerson(tracker.tracks);
  if (faces.length > 0) return faceTimeline(faces, count);
  throw new DataError(
    `no face was found in its ${count} frames. Choose another video, or, where clips are read, use whole frames (faces: false).`,
    { file },
  );
}

import { faceNets } from "../../faces/faceNets.js";
import { FaceTracker } from "../../faces/faceTracker.js";
import { eyesAndMouth } from "../../faces/landmarks.js";
import type { Picture } from "../../images/picture.js";
import type { FacePoints } from "./drawnFace.js";
import type { PictureBox } from "./pictureSheet.js";

/** A face that was found in a picture. */
export interface FoundFace {
  /** Where the detector sees it; it may reach over the picture's edges. */
  readonly box: PictureBox;
  /** The detector's confidence, 0..1. */
  readonly score: number;
  /** Where the landmark network sees the eyes and the mouth. */
  readonly points: FacePoints;
}

/**
 * Finds the faces of a picture as a video's are found: two detectors and the landmarks must agree on each. The largest
 * comes first.
 */
export async function findFaces(picture: Picture): Promise<FoundFace[]> {
  const tracker = new FaceTracker(faceNets());
  await tracker.observe(picture);
  return tracker.tracks
    .map(({ faces: [{ box, score, landmarks }] }) => {
      const [leftEye, rightEye, mouth] = eyesAndMouth(landmarks);
      return { box, score, points: { leftEye, rightEye, mouth } };
    })
    .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
}

import type { FaceBox } from "../../../contracts/frameTruth.js";
import type { FaceFrame } from "../../../faces/faceTimeline.js";
import { followFace, type FollowedFace } from "../../../faces/followFace.js";
import { warpPicture } from "../../../faces/warpPicture.js";
import type { Picture } from "../../../images/picture.js";
import { toRecordedBox, toRuns, type ClipRecord, type ImportRecipe } from "./clipRecord.js";
import { decodeVideo } from "./decodeVideo.js";
import { FrameWriter } from "./frameWriter.js";
import { ImportStage, type ImportRun } from "./importStage.js";
import type { VideoFile } from "./videoFile.js";
import type { VideoStream } from "./videoStream.js";
import { writeJpegFrames } from "./writeJpegFrames.js";

/** Facts about frames that were written. */
export type WrittenFrames = Pick<
  ClipRecord,
  "frameCount" | "frameRate" | "times" | "sights" | "boxes" | "remarks"
>;

/**
 * Writes a video's frames to a folder. If the face is wanted, the video is decoded twice: which face is
 * meant is known only at the end, and a video does not fit into memory.
 * @throws DataError when the video is unusable or contains no face, NodeJS.ErrnoException when the disk is full
 */
export async function writeFrames(
  video: VideoFile,
  folder: string,
  recipe: ImportRecipe,
  run: ImportRun,
): Promise<WrittenFrames> {
  const found = recipe.faces
    ? await findFaces(video, new ImportStage(video, recipe, run, "finding faces"))
    : null;
  const stage = new ImportStage(video, recipe, run, "writing frames");
  if (found || recipe.format === "png") return writePictures(video, folder, found, stage);
  const facts = stage.end(await writeJpegFrames(video, folder, stage.options));
  const { frameCount, frameRate, times, remarks } = facts;
  return { frameCount, frameRate, times, sights: null, remarks };
}

/** A face, and the stream that it was found in. */
interface FoundFace extends FollowedFace {
  readonly stream: VideoStream;
}

async function findFaces(video: VideoFile, stage: ImportStage): Promise<FoundFace> {
  const { pictures, log } = await decodeVideo(video, stage.options);
  const sizes: Size[] = [];
  const { frames, remarks } = await followFace(video.file, measured(pictures, sizes), stage.recipe.person);
  stage.end(log);
  const inFile = frames.map((face, frame) => ({
    ...face,
    box: face.box && inFilePixels(face.box, sizes[frame], log.sizes[frame]),
  }));
  return { frames: inFile, remarks, stream: { codec: log.codec, hdr: log.hdr } };
}

type Size = readonly [width: number, height: number];

async function* measured(pictures: AsyncIterable<Picture>, sizes: Size[]): AsyncGenerator<Picture> {
  for await (const picture of pictures) {
    sizes.push([picture.width, picture.height]);
    yield picture;
  }
}

/** Faces are found in pictures with square pixels that may be smaller than the frames of the file. */
export function inFilePixels(box: FaceBox, [width, height]: Size, own: Size = [width, height]): FaceBox {
  const [across, down] = [own[0] / width, own[1] / height];
  const place = { x: box.x * across, y: box.y * down };
  return { ...box, ...place, width: box.width * across, height: box.height * down };
}

async function writePictures(
  video: VideoFile,
  folder: string,
  followed: FoundFace | null,
  stage: ImportStage,
): Promise<WrittenFrames> {
  const { recipe } = stage;
  const faces = followed?.frames;
  const { pictures, log } = await decodeVideo(video, { ...stage.options, stream: followed?.stream });
  const writer = new FrameWriter(folder, recipe.format);
  const kept: number[] = [];
  try {
    let frame = 0;
    for await (const picture of pictures) {
      if (keeps(recipe, faces?.[frame])) {
        await writer.write(faces ? cutOut(picture, faces[frame], recipe.size) : picture);
        kept.push(frame);
      }
      frame++;
    }
    await writer.finish();
  } finally {
    await writer.settled(); // or the folder could not be removed
  }
  const { frameRate, times, remarks } = stage.end(log);
  const told = [...(remarks ?? []), ...(followed?.remarks ?? [])];
  const sights = faces ? toRuns(kept.map((frame) => faces[frame].sight)) : null;
  const boxes = faces && kept.map((frame) => faces[frame].box && toRecordedBox(faces[frame].box));
  const timesOfKept = kept.map((frame) => times[frame]);
  const about = { frameCount: writer.count, frameRate, times: timesOfKept, sights, remarks: told };
  return { ...about, ...(boxes && { boxes }) };
}

function keeps({ withoutFace }: ImportRecipe, face: FaceFrame | undefined): boolean {
  return withoutFace === "keep" || face?.sight !== "none";
}

/** The aligned face, or black if there is none. */
function cutOut(picture: Picture, { map }: FaceFrame, size: number): Picture {
  if (!map) return { width: size, height: size, data: new Uint8Array(size * size * 3) };
  const [a, b, d, e] = [map.a, map.b, map.d, map.e].map((part) => part / size);
  return { width: size, height: size, data: warpPicture(picture, { ...map, a, b, d, e }, size, size) };
}

import type { Person } from "../../../faces/people.js";
import { trackFaces } from "../../../faces/trackFaces.js";
import { noFace } from "../../../faces/followFace.js";
import { workUntil } from "../../host/cancellation.js";
import { checkVideoOptions } from "./checkVideoOptions.js";
import { recipeOf } from "./clipRecord.js";
import { decodeVideo } from "./decodeVideo.js";
import type { VideoOptions } from "./fromVideos.js";
import { ImportStage } from "./importStage.js";
import type { SeenPerson } from "./seenPerson.js";
import { VideoPeople } from "./videoPeople.js";
import { openVideo } from "./videoFile.js";

/** Options for looking who is in a video; those that change the frames are to be the same as when it is read. */
export type PeopleOptions = Pick<VideoOptions, "frameRate" | "allowIncomplete" | "onProgress" | "signal">;

/**
 * Who is seen in a video, with a picture, place and number of each: the number is what the option `person` takes.
 * @throws DataError when the file is no usable video, or shows no face
 */
export function peopleOfVideo(file: string, options: PeopleOptions = {}): Promise<VideoPeople> {
  return workUntil(options.signal, async (signal) => {
    checkVideoOptions(options);
    const video = await openVideo(file);
    const run = { fileNumber: 1, fileCount: 1, onProgress: options.onProgress, signal };
    const stage = new ImportStage(video, recipeOf(options, "png"), run, "finding faces");
    const { pictures, log } = await decodeVideo(video, stage.options);
    const { people, frameCount } = await trackFaces(pictures);
    const { times } = stage.end(log);
    if (people.length === 0) throw noFace(file, frameCount);
    return new VideoPeople(
      file,
      frameCount,
      people.map((person) => seenPerson(person, frameCount, times)),
    );
  });
}

function seenPerson(person: Person, frameCount: number, times: readonly number[]): SeenPerson {
  const { number, faces, width, place, portrait } = person;
  const [first, last] = [faces[0].frame, faces[faces.length - 1].frame];
  const share = faces.length / frameCount;
  return { ...{ number, share, width, place, portrait }, from: times[first], to: times[last] };
}

import { drawFrame, type SyntheticRecipe } from "../../../kernel/aen/synthetic/syntheticClip.js";
import { syntheticClips } from "../../../kernel/aen/synthetic/syntheticClips.js";
import type { Box } from "../../../kernel/faces/box.js";
import type { Picture } from "../../../kernel/images/picture.js";

/** Where a person's picture is in a frame, null where the person is away. */
export type Path = (frame: number) => Box | null;

const [width, height] = [480, 270];
const drawnSize = 160;
/** A person's look changes every so many frames. */
const still = 4;

/** Frames in which drawn people move along paths, the later ones in front. */
export async function composite(paths: readonly Path[], frameCount: number): Promise<Picture[]> {
  const people = await drawnPeople(paths.length, Math.ceil(frameCount / still));
  return Array.from({ length: frameCount }, (_, frame) => {
    const data = new Uint8Array(width * height * 3).fill(90);
    paths.forEach((path, person) => {
      const box = path(frame);
      if (box) paste(data, people[person][Math.floor(frame / still)], box);
    });
    return { width, height, data };
  });
}

/** The looks of each person, `[people][looks]`, pictures of 160 x 160 pixels. */
async function drawnPeople(count: number, looks: number): Promise<Uint8Array[][]> {
  const options = { identities: 4, frames: looks, deviating: 0, seed: 3, difficulty: 0 };
  const { clips } = await syntheticClips({ perEmotion: 4, size: drawnSize, ...options });
  const all = [...new Set(clips.map(({ identity }) => identity))];
  const people = [all[0], all[2]].slice(0, count); // as unlike as photographs of two people
  return people.map((identity) => {
    const recipe = clips.find((clip) => clip.identity === identity)!.source!.data as SyntheticRecipe;
    return Array.from({ length: looks }, (_, look) => drawFrame(recipe, look));
  });
}

/** The nearest pixels: enough for a detector. */
function paste(data: Uint8Array, drawn: Uint8Array, box: Box): void {
  const [right, bottom] = [Math.min(width, box.x + box.width), Math.min(height, box.y + box.height)];
  for (let y = Math.max(0, Math.round(box.y)); y < bottom; y++)
    for (let x = Math.max(0, Math.round(box.x)); x < right; x++) {
      const column = Math.min(drawnSize - 1, Math.floor(((x - box.x) / box.width) * drawnSize));
      const row = Math.min(drawnSize - 1, Math.floor(((y - box.y) / box.height) * drawnSize));
      const from = (Math.max(0, row) * drawnSize + Math.max(0, column)) * 3;
      data.set(drawn.subarray(from, from + 3), (y * width + x) * 3);
    }
}

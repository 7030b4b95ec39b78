import type { Picture } from "../images/picture.js";
import { squareAround, type Detection } from "./box.js";
import { detectSsd, detectTiny } from "./detectFaces.js";
import type { FaceNets } from "./faceNets.js";
import { turns, type Turn } from "./turns.js";

/** Faces that one look at the whole picture found. */
export interface Glance {
  readonly found: readonly Detection[];
  /** Which faces it saw upright. */
  readonly turn: Turn;
}

/** Minimum score of a detection anywhere in the picture. */
export const leastAnywhere = 0.5;

/**
 * Looks at the whole picture for faces, one way after the other, until the caller has what it wants: closely and from
 * far; if thorough, then with a border (a face that fills the picture needs one), with the SSD detector, and for faces
 * that lie on a side or upside down.
 */
export async function* looksForFaces(
  nets: FaceNets,
  picture: Picture,
  thorough: boolean,
): AsyncGenerator<Glance, void, undefined> {
  const upright = (found: readonly Detection[]): Glance => ({ found, turn: 0 });
  yield upright(await detectTiny(nets, picture, 224, leastAnywhere));
  yield upright(await detectTiny(nets, picture, 416, leastAnywhere));
  if (!thorough) return;
  const { width, height } = picture;
  const bordered = { region: squareAround({ x: 0, y: 0, width, height }, 2.2), border: "black" } as const;
  yield upright(await detectTiny(nets, picture, 224, leastAnywhere, bordered));
  yield upright(await detectSsd(nets, picture, leastAnywhere));
  yield upright(await detectSsd(nets, picture, leastAnywhere, bordered));
  for (const turn of turns.slice(1))
    yield { found: await detectTiny(nets, picture, 224, leastAnywhere, { turn }), turn };
}

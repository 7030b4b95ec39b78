import { Random } from "../../random/random.js";
import { addGrain } from "../synthetic/camera.js";
import { mixExpressions, usualExpression } from "../synthetic/expressions.js";
import { exposureFor } from "../synthetic/exposure.js";
import { headOf, type HeadModel, poseSkin } from "../synthetic/headModel.js";
import { eye, lips } from "../synthetic/landmarks.js";
import type { Lighting } from "../synthetic/lightVertices.js";
import { baseFace } from "../synthetic/faceMesh.js";
import { posing, projected, type View } from "../synthetic/projection.js";
import { renderFace } from "../synthetic/renderFace.js";
import { DrawnFace, type FacePoints } from "./drawnFace.js";
import { checkFaceOptions, type FaceOptions } from "./faceOptions.js";

const degree = Math.PI / 180;
const grey = 168;

/**
 * Draws one face before an even wall: whatever is not asked for stays as it is, so that two pictures differ in what you
 * change alone. The same options give the same pixels. A drawn face is no substitute for a person.
 * @throws RangeError when an option is out of range or unknown
 */
export function drawFace(options: FaceOptions = {}): DrawnFace {
  checkFaceOptions(options);
  const { seed = 0, person = 0, size = 160, skin, noise = 1 } = options;
  const head = headOf(seed, person, skin === undefined ? undefined : skin === "dark" ? 1 : 0);
  const { units = usualExpression(options.emotion ?? "neutral"), intensity = 1 } = options;
  const shown = mixExpressions([[units, intensity]]);
  const view = viewOf(options);
  const wall = new Uint8Array(4 * size * size * 3).fill(grey * Math.min(1, lightOf(options)));
  const pixels = renderFace(head, shown, view, lightingOf(options, head), wall, size);
  addGrain(pixels, noise, new Random(seed, "noise of a face", person));
  return new DrawnFace(size, pixels, pointsOf(poseSkin(head, shown), view, size));
}

function viewOf({ yaw = 0, pitch = 0, roll = 0, zoom = 1, covered = false }: FaceOptions): View {
  const turned = { yaw: yaw * degree, pitch: pitch * degree, roll: roll * degree };
  return { ...turned, right: 0, down: 0.02, zoom, covered };
}

const lightOf = ({ light = 1 }: FaceOptions) => light;

function lightingOf(options: FaceOptions, { identity }: HeadModel): Lighting {
  const { light: shift, folds } = exposureFor(identity.skin, options.exposure);
  const bright = lightOf(options) * shift;
  const { lightFrom } = options;
  const angle = (lightFrom ?? 0) * degree;
  const [key, ambient] = lightFrom === undefined ? [0.7 * bright, 0.36 * bright] : [0.95 * bright, 0.06 * bright]; // prettier-ignore
  const up = 0.4;
  const length = Math.hypot(1, up);
  return {
    direction: [Math.sin(angle) / length, up / length, Math.cos(angle) / length],
    key: [key, key, key],
    ambient: [ambient, ambient, ambient],
    folds,
  };
}

/** Where the eyes and the mouth are drawn, in pixels of the picture. */
function pointsOf(skin: Float32Array, view: View, size: number): FacePoints {
  const { points } = projected(skin, posing(view, size));
  const { mirror } = baseFace();
  const middleOf = (vertices: readonly number[]) => {
    const mean = (axis: number) =>
      vertices.reduce((sum, vertex) => sum + points[vertex * 3 + axis], 0) / vertices.length;
    return { x: mean(0), y: mean(1) };
  };
  const onLeft = [eye.outer, eye.inner, ...eye.upper, ...eye.lower];
  return {
    leftEye: middleOf(onLeft),
    rightEye: middleOf(onLeft.map((vertex) => mirror[vertex])),
    mouth: middleOf([...lips.upper[0], ...lips.lower[0]]),
  };
}

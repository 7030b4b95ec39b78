import type { ActionUnitWeights } from "./actionUnits.js";
import { baseFace } from "./faceMesh.js";
import { poseSkin, type HeadModel } from "./headModel.js";
import { lightVertices, type Lighting } from "./lightVertices.js";
import type { Part } from "./part.js";
import { posing, projected, type Pose, type View } from "./projection.js";
import { foldSkin } from "./creases.js";
import { Canvas, type Texture } from "./rasterise.js";

const oversampling = 2;
let canvas: Canvas | undefined;

/**
 * Draws one frame.
 * @param background `[2 size, 2 size, 3]`
 * @returns `[size, size, 3]`
 */
export function renderFace(
  head: HeadModel | null,
  units: ActionUnitWeights,
  view: View,
  lighting: Lighting,
  background: Uint8Array,
  size: number,
): Uint8Array {
  if (canvas?.size !== size * oversampling) canvas = new Canvas(size * oversampling);
  canvas.clear(background);
  if (head) {
    const { fine } = baseFace();
    const skin = poseSkin(head, units);
    const pose = posing(view, canvas.size);
    drawSurface(
      canvas,
      { positions: skin, uv: fine.uv, triangles: fine.triangles },
      foldSkin(head.skinTexture, units, head.identity.age, lighting.folds),
      0.14,
      pose,
      lighting,
    );
    const jaw = (units.jawDrop ?? 0) * 2.2 + (units.lowerLipDepressor ?? 0) * 0.15;
    for (const part of view.covered ? [...head.parts, ...head.hand] : head.parts) {
      const partPose = part.follows === "body" ? posing(bodyView(view), canvas.size) : pose;
      const positions = part.follows === "jaw" ? lowered(part.positions, jaw) : part.positions;
      drawSurface(
        canvas,
        { ...part, positions },
        part.texture,
        part.shine,
        partPose,
        lighting,
        recessed[part.name],
      );
    }
  }
  return shrink(canvas);
}

/**
 * Depth offset of parts, in centimetres: the depth buffer sees them deeper than they are, so that they show
 * only through the openings of the skin.
 */
const recessed: Partial<Record<Part["name"], number>> = {
  eye: 2,
  mouth: 2,
  "upper teeth": 0.6,
  "lower teeth": 0.6,
};

/** The body follows the head's position and a little of its rotation. */
function bodyView(view: View): View {
  return { ...view, yaw: view.yaw * 0.25, pitch: 0, roll: view.roll * 0.2 };
}

function lowered(positions: Float32Array, by: number): Float32Array {
  return positions.map((value, i) => (i % 3 === 1 ? value - by : i % 3 === 2 ? value - by * 0.35 : value));
}

type Surface = Pick<Part, "positions" | "uv" | "triangles">;

function drawSurface(
  target: Canvas,
  { positions, uv, triangles }: Surface,
  texture: Texture,
  shine: number,
  pose: Pose,
  lighting: Lighting,
  deeper = 0,
): void {
  const { turned, points } = projected(positions, pose, deeper);
  const light = lightVertices(turned, triangles, shine, lighting);
  target.draw({ triangles, points, uv, light }, texture);
}

/** Downsamples by 2: means of 2 by 2 pixels. */
function shrink({ colour, size }: Canvas): Uint8Array {
  const half = size / 2;
  const result = new Uint8Array(half * half * 3);
  const row = size * 3;
  for (let y = 0, to = 0; y < half; y++) {
    for (let x = 0, from = y * 2 * row; x < half; x++, from += 6) {
      for (let c = 0; c < 3; c++, to++) {
        result[to] =
          (colour[from + c] +
            colour[from + 3 + c] +
            colour[from + row + c] +
            colour[from + row + 3 + c] +
            2) >>
          2;
      }
    }
  }
  return result;
}

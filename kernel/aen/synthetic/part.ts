import type { Random } from "../../random/random.js";
import type { Colour } from "./identity.js";
import type { Texture } from "./rasterise.js";

/** A surface other than the skin of the face. */
export interface Part {
  readonly name:
    "eye" | "mouth" | "upper teeth" | "lower teeth" | "hair" | "ear" | "neck" | "body" | "glasses" | "hand";
  readonly positions: Float32Array;
  readonly uv: Float32Array;
  readonly triangles: Uint16Array;
  readonly texture: Texture;
  /** What it is attached to: eyes and upper teeth to the skull, lower teeth to the jaw; the body stays. */
  readonly follows: "skull" | "jaw" | "body";
  readonly shine: number;
}

export type Surface = (u: number, v: number) => readonly [x: number, y: number, z: number];

/** A patch of rows by columns of a surface; u is oriented so that the front is visible, v runs downwards. */
export function part(
  name: Part["name"],
  follows: Part["follows"],
  texture: Texture,
  rows: number,
  columns: number,
  surface: Surface,
  shine = name === "eye" ? 0.5 : 0.1,
): Part {
  const [positions, uv, triangles]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      positions.push(...surface(column / columns, row / rows));
      uv.push(column / columns, row / rows);
      if (row === rows || column === columns) continue;
      const a = row * (columns + 1) + column;
      triangles.push(a, a + columns + 1, a + 1, a + 1, a + columns + 1, a + columns + 2);
    }
  }
  return {
    name,
    follows,
    texture,
    shine,
    positions: Float32Array.from(positions),
    uv: Float32Array.from(uv),
    triangles: Uint16Array.from(triangles),
  };
}

export function makeTexture(
  width: number,
  height: number,
  colourAt: (u: number, v: number) => readonly number[],
): Texture {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const colour = colourAt(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height);
    for (let c = 0; c < 3; c++) data[i * 3 + c] = Math.max(0, Math.min(255, colour[c]));
  }
  return { width, height, data };
}

export function flatTexture(colour: Colour, random: Random, grain: number): Texture {
  return makeTexture(32, 32, () => {
    const change = random.normal() * grain;
    return colour.map((value) => value + change);
  });
}

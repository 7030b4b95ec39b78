import type { Random } from "../../random/random.js";
import { smooth } from "./displacement.js";
import type { Colour, HairStyle, Identity } from "./identity.js";
import { makeTexture, part, type Part, type Surface } from "./part.js";
import type { Texture } from "./rasterise.js";

/** The skull under the hair: an ellipsoid that meets the outline of the face. */
const skull = { y: 2, z: -2, width: 7.75, height: 9.3, depth: 8.6 };
/** The distance from the crown to the level of the skull's centre, in centimetres along the surface. */
const quarter = 13.5;

/** How far hair extends from the crown, in centimetres, at the front, the temples, the ears and the nape. */
const cuts: Record<HairStyle, readonly [front: number, temple: number, side: number, nape: number]> = {
  short: [8.7, 10.4, 12.6, 18],
  long: [8.6, 10.6, 27, 29],
  bald: [8.4, 10.4, 14, 18],
  bun: [8.7, 10.6, 12.8, 16],
  curly: [8.9, 11, 20, 22],
  fringe: [9.8, 11.2, 24, 26],
};
const volumes: Record<HairStyle, number> = {
  short: 0.05,
  long: 0.09,
  bald: 0,
  bun: 0.05,
  curly: 0.2,
  fringe: 0.1,
};

/** One person's hair; the bare skull if bald. */
export function hair({ hairStyle, hair: colour, skin, shape }: Identity, random: Random): Part[] {
  const bald = hairStyle === "bald";
  const texture = bald ? makeTexture(8, 8, () => skin) : strands(colour, random);
  const cap = part(
    "hair",
    "skull",
    texture,
    14,
    48,
    fitted(cover(hairStyle, random), shape),
    bald ? 0.16 : 0.22,
  );
  if (hairStyle === "bun") return [cap, bun(texture)];
  return cuts[hairStyle][2] > 18 ? [cap, insideOf(cap)] : [cap];
}

/** The skull scales with the face. */
function fitted(surface: Surface, { faceWidth, faceLength }: Identity["shape"]): Surface {
  return (u, v) => {
    const [x, y, z] = surface(u, v);
    return [x * (1 + 0.04 * faceWidth), y * (1 + 0.035 * faceLength), z];
  };
}

function cover(style: HairStyle, random: Random): Surface {
  const [front, temple, side, nape] = cuts[style];
  const volume = volumes[style];
  const ragged = Array.from({ length: 49 }, () => (style === "bald" ? 0 : random.normal() * 0.16));
  const swept = style === "bald" || style === "fringe" ? 0 : random.between(-0.9, 0.9);
  const wave = style === "long" ? random.between(0, 0.35) : 0;
  const [curlA, curlB] = [random.between(0, 6), random.between(0, 6)];
  return (u, v) => {
    const azimuth = (u * 2 - 1) * Math.PI;
    const turned = (Math.abs(azimuth) * 180) / Math.PI;
    const reach =
      front +
      (temple - front) * smooth(10, 55, turned) +
      (side - temple) * (side > 18 ? smooth(74, 86, turned) : smooth(55, 80, turned)) +
      (nape - side) * smooth(95, 150, turned) +
      swept * Math.sin(azimuth) * smooth(80, 30, turned) +
      ragged[Math.round(u * 48) % 48];
    const way = v * reach;
    const root = smooth(1, 0.72, v);
    const curl = style === "curly" ? 0.045 * Math.sin(u * 80 + curlA) * Math.sin(way * 1.6 + curlB) : 0;
    const thick =
      1.02 + (turned < 80 ? volume * root : volume * Math.max(root, smooth(70, 95, turned))) + curl;
    return way < quarter
      ? onSkull(azimuth, way / quarter, thick)
      : hanging(azimuth, way - quarter, thick, wave);
  };
}

/** The back of hanging hair, seen beside the neck. */
function insideOf(cap: Part): Part {
  const triangles = cap.triangles.map((_, i, all) => all[i - (i % 3) + 2 - (i % 3)]);
  const data = cap.texture.data.map((value) => value * 0.6);
  return { ...cap, triangles, texture: { ...cap.texture, data }, shine: 0 };
}

function onSkull(azimuth: number, part: number, thick: number): [number, number, number] {
  const elevation = (1 - part) * (Math.PI / 2);
  const round = Math.cos(elevation) * thick;
  return [
    Math.sin(azimuth) * skull.width * round,
    skull.y + Math.sin(elevation) * skull.height * thick,
    skull.z + Math.cos(azimuth) * skull.depth * round,
  ];
}

function hanging(azimuth: number, way: number, thick: number, wave: number): [number, number, number] {
  const wider = thick + 0.07 * Math.min(1, way / 8) + wave * 0.12 * Math.sin(way * 0.9);
  return [
    Math.sin(azimuth) * skull.width * wider,
    skull.y - way,
    skull.z + Math.cos(azimuth) * skull.depth * wider - way * 0.04,
  ];
}

function bun(texture: Texture): Part {
  const ball: Surface = (u, v) => {
    const [turn, rise] = [(u * 2 - 1) * Math.PI, (0.5 - v) * Math.PI];
    const radius = 2.7 * Math.cos(rise);
    return [Math.sin(turn) * radius, 11.6 + 2.1 * Math.sin(rise), -4 + Math.cos(turn) * radius];
  };
  return part("hair", "skull", texture, 8, 16, ball, 0.2);
}

/** Fine strands in locks from the crown to the tips. */
function strands(colour: Colour, random: Random): Texture {
  const columns = 256;
  const locks = Array.from({ length: 33 }, () => random.between(0.82, 1.15));
  const fine = Array.from({ length: columns }, () => random.between(0.88, 1.12));
  return makeTexture(columns, 32, (u, v) => {
    const lock = locks[Math.floor(u * 32)] * (1 - ((u * 32) % 1)) + locks[Math.ceil(u * 32)] * ((u * 32) % 1);
    const tips = 1 - 0.25 * smooth(0.75, 1, v);
    return colour.map((value) => value * lock * fine[Math.floor(u * columns)] * tips + 4);
  });
}

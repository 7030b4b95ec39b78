import type { Random } from "../random.js";
import { smooth } from "./displacement.js";
import type { Colour, HairStyle, Identity } from "./identity.js";
import { eye, lips } from "./landmarks.js";
import type { Texture } from "./rasterise.js";

/** A surface beside the skin of the face. */
export interface Part {
  readonly name: "eye" | "mouth" | "upper teeth" | "lower teeth" | "hair" | "ear" | "neck" | "body";
  readonly positions: Float32Array;
  readonly uv: Float32Array;
  readonly triangles: Uint16Array;
  readonly texture: Texture;
  /** What carries it: eyes and upper teeth sit in the skull, lower teeth in the jaw, the body stays. */
  readonly follows: "skull" | "jaw" | "body";
  readonly shine: number;
}

type Surface = (u: number, v: number) => readonly [x: number, y: number, z: number];

/** All parts of one person's head, around a neutral face of the given coarse positions. */
export function buildParts(
  face: Float32Array,
  mirror: Uint16Array,
  identity: Identity,
  random: Random,
): Part[] {
  const { skin, clothes } = identity;
  const plain = (colour: Colour) => flatTexture(colour, random, 4);
  const dim: Colour = [skin[0] * 0.85, skin[1] * 0.8, skin[2] * 0.78];
  return [
    ...eyes(face, mirror, identity),
    ...mouth(face, random),
    ...hair(identity, random),
    ...ears(face, plain(dim)),
    part("neck", "body", plain(dim), 8, 16, (u, v) => {
      const angle = Math.PI * (u * 1.2 - 0.1);
      return [-Math.cos(angle) * 5.2, -4.5 - 13 * v, -2.8 + Math.sin(angle) * 4.6 - v * 1.5];
    }),
    part("body", "body", plain(clothes), 8, 16, (u, v) => {
      const angle = Math.PI * (u * 1.2 - 0.1);
      return [
        -Math.cos(angle) * (6.6 + 12 * v ** 0.55),
        -14.2 - 5 * v ** 2 * 1.2,
        -2 + Math.sin(angle) * (5.6 + 3 * v),
      ];
    }),
  ];
}

function eyes(face: Float32Array, mirror: Uint16Array, { iris }: Identity): Part[] {
  const texture = eyeTexture(iris);
  return [0, 1].map((side) => {
    const at = (vertex: number) => {
      const v = side === 0 ? vertex : mirror[vertex];
      return face.subarray(v * 3, v * 3 + 3);
    };
    const [outer, inner, top, bottom] = [at(eye.outer), at(eye.inner), at(159), at(145)];
    const across = Math.abs(inner[0] - outer[0]) * 0.62;
    const tilt = (outer[2] - inner[2]) / (outer[0] - inner[0]);
    const rise = (outer[1] - inner[1]) / (outer[0] - inner[0]);
    const x0 = (outer[0] + inner[0]) / 2;
    const y0 = (outer[1] + inner[1]) / 2 - 0.05;
    const z0 = (top[2] + bottom[2]) / 2 - 0.2;
    return part("eye", "skull", texture, 10, 10, (u, v) => {
      const [a, b] = toDisc(u * 2 - 1, 1 - v * 2);
      const [dx, dy] = [a * across, b * across * 0.8];
      const bulge = 0.12 * (dx / across) ** 2 + 0.1 * (dy / across) ** 2;
      return [x0 + dx, y0 + dy + rise * dx * 0.5, z0 + tilt * dx * 0.8 - bulge];
    });
  });
}

/** Maps the square of -1..1 onto the disc of radius 1. */
function toDisc(x: number, y: number): [number, number] {
  return [x * Math.sqrt(1 - (y * y) / 2), y * Math.sqrt(1 - (x * x) / 2)];
}

function mouth(face: Float32Array, random: Random): Part[] {
  const [left, right] = [lips.upper[3][0], lips.upper[3][10]].map((v) => face.subarray(v * 3, v * 3 + 3));
  const centre = face.subarray(lips.upper[3][5] * 3, lips.upper[3][5] * 3 + 3);
  const wide = (right[0] - left[0]) / 2;
  const depth = centre[2] - left[2];
  const arch = (x: number, back: number) => centre[2] - back - depth * 1.6 * Math.abs(x / wide) ** 2.2;
  const teeth = teethTexture();
  const strip = (name: "upper teeth" | "lower teeth", top: number, bottom: number, back: number): Part =>
    part(name, name === "upper teeth" ? "skull" : "jaw", teeth, 4, 14, (u, v) => {
      const x = (u * 2 - 1) * wide * 0.95;
      return [x, centre[1] + top + (bottom - top) * v, arch(x, back)];
    });
  const inside = part("mouth", "skull", flatTexture([58, 18, 20], random, 3), 4, 12, (u, v) => {
    const x = (u * 2 - 1) * (wide + 1);
    return [x, centre[1] + 1.6 - 6 * v, arch(Math.min(wide, Math.abs(x)), 1.5)];
  });
  return [inside, strip("upper teeth", 0.75, -0.42, 0.35), strip("lower teeth", -0.25, -1, 0.55)];
}

function ears(face: Float32Array, texture: Texture): Part[] {
  return [-1, 1].map((side) => {
    const [x, y, z] = face.subarray((side < 0 ? 234 : 454) * 3, (side < 0 ? 234 : 454) * 3 + 3);
    return part("ear", "skull", texture, 8, 12, (u, v) => {
      const [turn, rise] = [u * 2 * Math.PI, (v - 0.5) * Math.PI];
      const radius = Math.cos(rise) * (1 - 0.2 * Math.sin(rise));
      return [
        x + side * (0.35 + 0.55 * radius * Math.cos(turn)),
        y + 0.6 + 2.1 * Math.sin(rise),
        z - 1.6 - side * 1.3 * radius * Math.sin(turn),
      ];
    });
  });
}

/** How low the hair grows at the front, at the sides and at the back, in centimetres from the middle of the face. */
const hairlines: Record<HairStyle, readonly [front: number, side: number, back: number]> = {
  short: [7.6, 1.5, -4],
  long: [7.8, -13, -13],
  bald: [11, 11, 11],
  bun: [7.9, 3, -3],
  curly: [7.2, -3.5, -6],
  fringe: [5.6, -9, -10],
};

function hair({ hairStyle, hair: colour, skin }: Identity, random: Random): Part[] {
  if (hairStyle === "bald") return [skullCap(skin, random)];
  const [front, side, back] = hairlines[hairStyle];
  const volume = hairStyle === "curly" ? 1.12 : hairStyle === "short" ? 1.0 : 1.04;
  const strands = Array.from({ length: 49 }, () => random.normal());
  const surface: Surface = (u, v) => {
    const angle = (u * 2 - 1) * Math.PI;
    const turned = Math.abs(angle) / Math.PI;
    const sideward = smooth(0.2, 0.42, turned);
    const low =
      front +
      (side - front) * sideward +
      (back - side) * smooth(0.55, 0.9, turned) +
      strands[Math.round(u * 48) % 48] * 0.18;
    const top = 11.2;
    const y = top - (top - low) * (1 - Math.cos((v * Math.PI) / 2));
    const height = Math.max(0, Math.min(1, (y - 2.5) / (top - 2.5)));
    const round = Math.sqrt(1 - height ** 2);
    const close = smooth(0.8, 1, v) * (1 - sideward);
    const curl = hairStyle === "curly" ? 0.35 * Math.sin(u * 90) * Math.sin(v * 14) : 0;
    const hang = y < 2.5 ? 0.5 * Math.min(1, (2.5 - y) / 8) : 0;
    return [
      -Math.sin(-angle) * (8.35 * volume * round + curl + hang),
      y + curl * 0.5,
      -1.6 + Math.cos(angle) * ((Math.cos(angle) > 0 ? 7.6 : 8.4) * volume * round + curl - 0.9 * close),
    ];
  };
  const parts = [part("hair", "skull", hairTexture(colour, random), 14, 48, surface, 0.25)];
  if (hairStyle === "bun") parts.push(bun(colour, random));
  return parts;
}

function skullCap(colour: Colour, random: Random): Part {
  const skinLike = flatTexture(colour, random, 4);
  return part("hair", "skull", skinLike, 10, 36, (u, v) => {
    const angle = (u * 2 - 1) * Math.PI;
    const y = 10.6 - 9 * (1 - Math.cos((v * Math.PI) / 2));
    const round = Math.sqrt(1 - Math.max(0, (y - 2) / 8.6) ** 2);
    return [Math.sin(angle) * 7.6 * round, y, -2.2 + Math.cos(angle) * 7.4 * round];
  });
}

function bun(colour: Colour, random: Random): Part {
  return part(
    "hair",
    "skull",
    hairTexture(colour, random),
    8,
    16,
    (u, v) => {
      const [turn, rise] = [(u * 2 - 1) * Math.PI, (0.5 - v) * Math.PI];
      const radius = 3 * Math.cos(rise);
      return [Math.sin(turn) * radius, 12 + 2.4 * Math.sin(rise), -3.5 + Math.cos(turn) * radius];
    },
    0.2,
  );
}

/** A patch of rows by columns of a surface; u runs so that it is seen from the front, v downwards. */
function part(
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

function makeTexture(
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

function flatTexture(colour: Colour, random: Random, grain: number): Texture {
  return makeTexture(32, 32, () => {
    const change = random.normal() * grain;
    return colour.map((value) => value + change);
  });
}

function hairTexture(colour: Colour, random: Random): Texture {
  const strands = Array.from({ length: 128 }, () => 0.8 + 0.45 * random.unit());
  return makeTexture(128, 16, (u) => colour.map((value) => value * strands[Math.floor(u * 128)]));
}

function teethTexture(): Texture {
  return makeTexture(112, 16, (u, v) => {
    const between = Math.abs(((u * 14) % 1) - 0.5) > 0.44 ? 0.86 : 1;
    const shade = between * (0.97 - 0.25 * Math.abs(u * 2 - 1) ** 2 - 0.05 * v);
    return [238 * shade, 230 * shade, 216 * shade];
  });
}

/** White, iris with a dark rim, pupil and the reflection of a window. */
function eyeTexture(iris: Colour): Texture {
  return makeTexture(96, 96, (u, v) => {
    const [x, y] = [(u - 0.5) * 2, (v - 0.5) * 1.6];
    const radius = Math.hypot(x, y) / 0.42;
    if (Math.hypot(x + 0.13, y + 0.13) < 0.075) return [255, 255, 255];
    if (radius < 0.42) return [14, 12, 12];
    if (radius < 1) {
      const light = radius > 0.85 ? 0.5 : 0.85 + 0.35 * Math.max(0, y / 0.42);
      return iris.map((value) => value * light);
    }
    const shade = 1 - 0.35 * Math.max(0, Math.abs(x) - 0.4) - 0.25 * Math.max(0, -y);
    return [236 * shade, 228 * shade, 224 * shade];
  });
}

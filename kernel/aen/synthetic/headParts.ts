import type { Random } from "../../random/random.js";
import { glasses } from "./glasses.js";
import { hair } from "./hair.js";
import type { Colour, Identity } from "./identity.js";
import { eye, lips } from "./landmarks.js";
import { flatTexture, makeTexture, part, type Part } from "./part.js";
import type { Texture } from "./rasterise.js";

/** All parts of one person's head, for a neutral face with the given coarse positions. */
export function buildParts(
  face: Float32Array,
  mirror: Uint16Array,
  identity: Identity,
  random: Random,
): Part[] {
  const { skin, clothes } = identity;
  const plain = (colour: Colour) => flatTexture(colour, random, 2);
  const dim: Colour = [skin[0] * 0.85, skin[1] * 0.8, skin[2] * 0.78];
  return [
    ...eyes(face, mirror, identity),
    ...mouth(face, random),
    ...hair(identity, random),
    ...ears(face, plain(dim)),
    ...(identity.glasses ? glasses(face, mirror, random) : []),
    part("neck", "body", plain(dim), 8, 16, (u, v) => {
      const angle = Math.PI * (u * 1.2 - 0.1);
      return [-Math.cos(angle) * (5.1 + 0.8 * v * v), -5.5 - 12 * v, -4.4 + Math.sin(angle) * 4.4 + v * 0.6];
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

/** Maps the square -1..1 onto the disc of radius 1. */
function toDisc(x: number, y: number): [number, number] {
  return [x * Math.sqrt(1 - (y * y) / 2), y * Math.sqrt(1 - (x * x) / 2)];
}

function mouth(face: Float32Array, random: Random): Part[] {
  const [left, right] = [lips.upper[3][0], lips.upper[3][10]].map((v) => face.subarray(v * 3, v * 3 + 3));
  const centre = face.subarray(lips.upper[3][5] * 3, lips.upper[3][5] * 3 + 3);
  const wide = (right[0] - left[0]) / 2;
  const depth = centre[2] - left[2];
  const arch = (x: number, back: number) => centre[2] - back - depth * 1.3 * Math.abs(x / wide) ** 2.2;
  const teeth = teethTexture();
  const strip = (name: "upper teeth" | "lower teeth", top: number, bottom: number, back: number): Part =>
    part(name, name === "upper teeth" ? "skull" : "jaw", teeth, 4, 14, (u, v) => {
      const x = (u * 2 - 1) * wide * 0.95;
      return [x, centre[1] + top + (bottom - top) * v, arch(x, back)];
    });
  const inside = part("mouth", "skull", flatTexture([58, 18, 20], random, 3), 4, 12, (u, v) => {
    const x = (u * 2 - 1) * (wide + 0.6);
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
    if (radius < 0.46) return [12, 10, 10];
    if (radius < 1) {
      const light = radius > 0.82 ? 0.4 : 0.75 + 0.4 * Math.max(0, y / 0.42);
      return iris.map((value) => value * light);
    }
    const shade = 1 - 0.35 * Math.max(0, Math.abs(x) - 0.4) - 0.5 * Math.max(0, -y);
    return [222 * shade, 214 * shade, 210 * shade];
  });
}

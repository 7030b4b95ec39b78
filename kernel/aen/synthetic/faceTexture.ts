import type { Random } from "../../random/random.js";
import type { BaseFace } from "./faceMesh.js";
import type { Colour, Identity } from "./identity.js";
import { brow, eye, lips } from "./landmarks.js";
import { smooth } from "./displacement.js";
import type { Texture } from "./rasterise.js";
import { boxAround, inPolygon, nearestOnLine, type Point } from "./uvLines.js";

const size = 256;

/** The skin of one person's face with lips, brows and lashes painted on, in the mesh's texture space. */
export function paintFace(face: BaseFace, identity: Identity, random: Random): Texture {
  const painter = new Painter(face, identity.skin);
  const { skin, hair } = identity;
  const blush: Colour = [skin[0] * 0.98, skin[1] * 0.8, skin[2] * 0.78];
  for (const cheek of painter.both(205)) painter.spot(cheek, 0.12, blush, 0.45);
  for (const cheek of painter.both(50)) painter.spot(cheek, 0.09, blush, 0.35);
  painter.spot(painter.at(4), 0.05, blush, 0.4);
  const shade: Colour = [skin[0] * 0.72, skin[1] * 0.62, skin[2] * 0.6];
  for (const socket of painter.both(133)) painter.spot(socket, 0.05, shade, 0.35);
  for (const under of painter.both(23)) painter.spot(under, 0.06, shade, 0.2 + 0.3 * identity.age);
  paintEyes(painter, shade);
  paintNose(painter, shade);
  paintLips(painter, identity);
  if (identity.beard > 0) paintBeard(painter, identity, random);
  paintBrows(painter, identity, hair, random);
  if (identity.hairStyle !== "bald") paintHairline(painter, hair, random);
  painter.grain(random, 4, identity.freckles);
  return painter.texture;
}

function paintEyes(painter: Painter, shade: Colour): void {
  const lash: Colour = [24, 16, 14];
  for (const side of painter.sides) {
    const upper = [eye.outer, ...eye.upper, eye.inner].map(side);
    const lower = [eye.outer, ...eye.lower, eye.inner].map(side);
    painter.line([eye.upperFold].flat().map(side), 0.006, shade, 0.7);
    painter.line(upper, 0.012, lash, 1);
    painter.line(lower, 0.005, lash, 0.4);
  }
}

function paintNose(painter: Painter, shade: Colour): void {
  for (const side of painter.sides) {
    const [wing, base] = [side(98), side(2)];
    painter.spot([wing[0] * 0.55 + base[0] * 0.45, wing[1] * 0.6 + base[1] * 0.4], 0.016, [48, 24, 20], 0.9);
    painter.line([side(129), side(98)], 0.012, shade, 0.5);
  }
}

function paintLips(painter: Painter, { lips: colour }: Identity): void {
  const [upper, lower] = [lips.upper[0], lips.lower[0]].map((row) => row.map((vertex) => painter.at(vertex)));
  painter.fill([...upper, ...[...lower].reverse()], 0.008, colour, 0.85);
  const dark: Colour = [colour[0] * 0.45, colour[1] * 0.4, colour[2] * 0.4];
  painter.line(
    lips.upper[3].map((vertex) => painter.at(vertex)),
    0.006,
    dark,
    0.8,
  );
  painter.line(
    lips.lower[3].map((vertex) => painter.at(vertex)),
    0.006,
    dark,
    0.8,
  );
}

function paintBrows(painter: Painter, { brows }: Identity, hair: Colour, random: Random): void {
  const colour: Colour = [hair[0] * 0.7, hair[1] * 0.7, hair[2] * 0.7];
  const thickness = 0.009 + 0.011 * brows;
  for (const side of painter.sides) {
    const middle = brow.upper.map((vertex, i): Point => {
      const [a, b] = [side(vertex), side(brow.lower[i])];
      return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    });
    painter.line(
      middle,
      (along) => thickness * Math.min(1, 0.3 + along * 1.7, 0.55 + (1 - along) * 3),
      colour,
      0.92,
      random,
    );
  }
}

/** Hair roots, so that forehead and temples fade into hair gradually. */
function paintHairline(painter: Painter, hair: Colour, random: Random): void {
  const colour: Colour = [hair[0] * 0.75, hair[1] * 0.75, hair[2] * 0.75];
  painter.each(
    (u, v) => {
      const line = 0.158 + 0.9 * Math.max(0, Math.abs(u - 0.5) - 0.14) ** 1.3 * 2;
      return [colour, 0.85 * smooth(line + 0.02, line - 0.025, v + random.between(-0.012, 0.012))];
    },
    [0, 0, 1, 0.5],
  );
}

function paintBeard(painter: Painter, { beard, hair, skin }: Identity, random: Random): void {
  const full = beard > 0.5;
  const colour = [0, 1, 2].map((c) =>
    full ? hair[c] : skin[c] * 0.55 + hair[c] * 0.25,
  ) as unknown as Colour;
  const mouth = painter.at(13);
  painter.each((u, v) => {
    const jaw = smooth(0.62, 0.78, v + 0.25 * Math.abs(u - 0.5) ** 2 * 2);
    const moustache = smooth(0.12, 0.07, Math.abs(u - 0.5)) * smooth(0.615, 0.635, v) * smooth(0.7, 0.68, v);
    const lip = smooth(1, 1.25, Math.hypot((u - mouth[0]) / 0.13, (v - mouth[1] - 0.004) / 0.055));
    const strength = Math.max(jaw * smooth(0.02, 0.06, u) * smooth(0.98, 0.94, u), moustache) * lip;
    return [colour, strength * (full ? 0.85 : 0.5) * random.between(0.6, 1)];
  });
}

/** Blends colours into the texture; lengths are fractions of its width. */
class Painter {
  readonly texture: Texture;
  readonly sides: readonly ((vertex: number) => Point)[];

  constructor(
    readonly face: BaseFace,
    skin: Colour,
  ) {
    const data = new Uint8Array(size * size * 3);
    for (let i = 0; i < data.length; i++) data[i] = Math.max(0, Math.min(255, skin[i % 3]));
    this.texture = { width: size, height: size, data };
    this.sides = [(vertex) => this.at(vertex), (vertex) => this.at(face.mirror[vertex])];
  }

  at(vertex: number): Point {
    return [this.face.mesh.uv[vertex * 2], this.face.mesh.uv[vertex * 2 + 1]];
  }

  both(vertex: number): Point[] {
    return this.sides.map((side) => side(vertex));
  }

  each(paint: (u: number, v: number) => readonly [Colour, number], box = [0, 0, 1, 1]): void {
    const [left, top, right, bottom] = box.map((edge) =>
      Math.max(0, Math.min(size, Math.round(edge * size))),
    );
    const { data } = this.texture;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const [colour, strength] = paint((x + 0.5) / size, (y + 0.5) / size);
        if (strength <= 0) continue;
        const at = (y * size + x) * 3;
        for (let c = 0; c < 3; c++) data[at + c] += (colour[c] - data[at + c]) * strength;
      }
    }
  }

  spot([u0, v0]: Point, reach: number, colour: Colour, strength: number): void {
    const paint = (u: number, v: number) =>
      [colour, strength * Math.exp(-(((u - u0) ** 2 + (v - v0) ** 2) / reach ** 2) * 2)] as const;
    this.each(paint, [u0 - 2 * reach, v0 - 2 * reach, u0 + 2 * reach, v0 + 2 * reach]);
  }

  line(
    points: readonly Point[],
    width: number | ((along: number) => number),
    colour: Colour,
    strength: number,
    hairs?: Random,
  ): void {
    const widest = typeof width === "number" ? width : Math.max(...[0, 0.25, 0.5, 0.75, 1].map(width));
    const box = boxAround(points, widest * 1.5);
    this.each((u, v) => {
      const { distance, along } = nearestOnLine(points, u, v);
      const half = typeof width === "number" ? width : width(along);
      const inside = smooth(half * 1.15, half * 0.55, distance);
      return [colour, inside === 0 ? 0 : inside * strength * (hairs ? hairs.between(0.7, 1) : 1)];
    }, box);
  }

  fill(points: readonly Point[], soft: number, colour: Colour, strength: number): void {
    const ring = [...points, points[0]];
    this.each(
      (u, v) => {
        const { distance } = nearestOnLine(ring, u, v);
        const signed = inPolygon(points, u, v) ? distance : -distance;
        return [colour, strength * smooth(-soft * 0.5, soft, signed)];
      },
      boxAround(points, soft),
    );
  }

  grain(random: Random, amount: number, freckles: number): void {
    const { data } = this.texture;
    for (let i = 0; i < data.length; i += 3) {
      const change = random.normal() * amount - (random.chance(freckles * 0.03) ? 30 : 0);
      for (let c = 0; c < 3; c++) data[i + c] = Math.max(0, Math.min(255, data[i + c] + change));
    }
  }
}

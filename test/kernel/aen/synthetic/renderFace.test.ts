import assert from "node:assert/strict";
import { headOf, type HeadModel } from "../../../../kernel/aen/synthetic/headModel.js";
import { makeTexture, part, type Part } from "../../../../kernel/aen/synthetic/part.js";
import type { View } from "../../../../kernel/aen/synthetic/projection.js";
import { renderFace } from "../../../../kernel/aen/synthetic/renderFace.js";
import { plainPerson } from "./people.js";

const size = 64;
const black = new Uint8Array(size * size * 12);
const light = { direction: [0, 0, 1], key: [0, 0, 0], ambient: [1, 1, 1] } as const;
/** The most that black skin shines, and the grey of white that faces the viewer: light from above is stronger. */
const [shine, lit] = [36, 209];
const level: View = { yaw: 0, pitch: 0, roll: 0, right: 0, down: 0, zoom: 1 };

/** A head of black skin with white squares of 2 cm, 10 cm in front of its middle, before any nose. */
function marked(...marks: [x: number, y: number, change?: Partial<Part>][]): HeadModel {
  const texture = makeTexture(1, 1, () => [255, 255, 255]);
  const head = headOf("render", 0);
  const dark = { ...head.skinTexture, data: new Uint8Array(head.skinTexture.data.length) };
  const parts = marks.map(([x, y, change]) => ({
    ...part("glasses", "skull", texture, 1, 1, (u, v) => [x + 2 * u - 1, y + 1 - 2 * v, 10], 0),
    ...change,
  }));
  return { ...head, identity: plainPerson(), skinTexture: dark, parts, hand: [] };
}
/** The centre of what is white, right and down from the middle of the picture, and how much it is, in pixels. */
function white(head: HeadModel, view: Partial<View> = {}, units = {}) {
  const pixels = renderFace(head, units, { ...level, ...view }, light, black, size);
  let [count, x, y] = [0, 0, 0];
  for (let i = 0; i < size * size; i++) {
    const share = Math.max(0, pixels[i * 3] - shine) / (lit - shine);
    count += share;
    x += share * ((i % size) + 0.5);
    y += share * (Math.floor(i / size) + 0.5);
  }
  return { right: x / count - size / 2, down: y / count - size / 2, count };
}
const near = (actual: number, expected: number, most: number) =>
  assert.ok(Math.abs(actual - expected) < most, `${actual}, not ${expected}`);

describe("a picture of a head", () => {
  it("is without a head the background, each pixel the mean of four", () => {
    const background = Uint8Array.from({ length: 4 * 4 * 3 }, (_, i) => i);
    const pixels = renderFace(null, {}, level, light, background, 2);
    // the first texels of a pixel's four lie at 0, 3, 12 and 15, the mean of which is 7.5
    assert.deepEqual([...pixels], [8, 9, 10, 14, 15, 16, 32, 33, 34, 38, 39, 40]);
  });

  it("shows what is in the middle of the face there, at the scale of 22 cm for the height", () => {
    const { right, down, count } = white(marked([0, 0]));
    near(right, 0, 0.1);
    near(down, 0, 0.1);
    const nearer = 60 / (60 - 12 + 2); // 10 cm and 2 cm in front of the centre, 60 cm away
    near(count, ((2 * size * nearer) / 22) ** 2, 4);
    near(white(marked([4, 0])).right, (4 * size * nearer) / 22, 0.3);
    near(white(marked([0, 4])).down, (-4 * size * nearer) / 22, 0.3);
  });

  it("moves and grows as the view says", () => {
    const moved = white(marked([0, 0]), { right: 0.25, down: -0.125 });
    near(moved.right, 16, 0.1);
    near(moved.down, -8, 0.1);
    near(white(marked([0, 0]), { zoom: 1.5 }).count / white(marked([0, 0])).count, 2.25, 0.2);
  });

  it("turns to the viewer's right, downwards and clockwise", () => {
    const turned = white(marked([0, 0]), { yaw: 0.3 });
    assert.ok(turned.right > 6 && Math.abs(turned.down) < 0.5);
    const lowered = white(marked([0, 0]), { pitch: 0.3 });
    assert.ok(lowered.down > 6 && Math.abs(lowered.right) < 0.5);
    const rolled = white(marked([0, 5]), { roll: Math.PI / 2 });
    assert.ok(rolled.right > 12 && Math.abs(rolled.down) < 0.5, "what was above is at the right");
  });

  it("lowers what follows the jaw with it, and turns the body little", () => {
    const jaw = white(marked([0, -3, { follows: "jaw" }]), {}, { jawDrop: 1 });
    assert.ok(jaw.down - white(marked([0, -3])).down > 4);
    near(white(marked([0, -3]), {}, { jawDrop: 1 }).down, white(marked([0, -3])).down, 0.2);
    const body = white(marked([0, 0, { follows: "body" }]), { yaw: 0.3, pitch: 0.3 });
    near(body.right, 0.25 * white(marked([0, 0]), { yaw: 0.3 }).right, 0.5);
    near(body.down, 0, 0.1);
  });

  it("hides eyes and teeth behind the skin, and shows a hand only where it covers the mouth", () => {
    const behind = part(
      "eye",
      "skull",
      makeTexture(1, 1, () => [255, 255, 255]),
      1,
      1,
      (u, v) => [u, 3 - v, 5.5],
    );
    const inFront = {
      ...behind,
      name: "glasses" as const,
      positions: behind.positions.map((v, i) => v + (i % 3 === 2 ? 4 : 0)),
    };
    const bare = marked();
    assert.ok(!(white({ ...bare, parts: [behind] }).count > 0.5));
    assert.ok(white({ ...bare, parts: [inFront] }).count > 5);
    const withHand = { ...marked(), hand: marked([0, 0]).parts };
    assert.ok(!(white(withHand).count > 0.5));
    assert.ok(white(withHand, { covered: true }).count > 20);
  });
});

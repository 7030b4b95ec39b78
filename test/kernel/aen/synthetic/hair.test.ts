import assert from "node:assert/strict";
import { hair } from "../../../../kernel/aen/synthetic/hair.js";
import type { HairStyle, Identity } from "../../../../kernel/aen/synthetic/identity.js";
import type { Part } from "../../../../kernel/aen/synthetic/part.js";
import { Random } from "../../../../kernel/random/random.js";
import { plainPerson, shapeWith } from "./people.js";

const styles: HairStyle[] = ["short", "long", "bald", "bun", "curly", "fringe"];
const of = (hairStyle: HairStyle, change: Partial<Identity> = {}, seed = 2) =>
  hair(plainPerson({ hairStyle, ...change }), new Random(seed));
const along = ({ positions }: Part, axis: number) => positions.filter((_, i) => i % 3 === axis);
const lowest = (part: Part) => along(part, 1).reduce((a, b) => Math.min(a, b));
const widest = (part: Part) => along(part, 0).reduce((a, b) => Math.max(a, b));

describe("hair", () => {
  it("is a cap that goes with the skull, for a bun a ball behind it, for long hair its inside too", () => {
    for (const style of styles) {
      const parts = of(style);
      assert.equal(parts.length, ["short", "bald"].includes(style) ? 1 : 2, style);
      for (const part of parts) assert.equal(`${part.name} ${part.follows}`, "hair skull");
    }
    const [cap, ball] = of("bun");
    assert.ok(
      along(ball, 1).every((y) => y > 9) &&
        along(ball, 2).reduce((a, b) => a + b) / ball.positions.length < 0,
    );
    assert.ok(Math.max(...along(ball, 1)) > Math.max(...along(cap, 1)));
  });

  it("hangs as low as its style says, and leaves the face free", () => {
    const order = (["short", "curly", "long"] as const).map((style) => lowest(of(style)[0]));
    assert.ok(order[0] > order[1] + 2 && order[1] > order[2] + 2, order.join());
    for (const style of styles) {
      const [{ positions }] = of(style);
      for (let v = 0; v < positions.length; v += 3) {
        const [x, y, z] = positions.subarray(v, v + 3);
        assert.ok(!(Math.abs(x) < 4 && y < 2.5 && z > 3), `${style}: ${x} ${y} ${z}`);
      }
    }
  });

  it("has the person's colour; a bald head that of the skin, without a strand", () => {
    const [{ texture }] = of("bald");
    assert.deepEqual(new Set(texture.data), new Set([200, 150, 120]));
    const dark = of("short", { hair: [40, 30, 25] })[0].texture.data;
    const fair = of("short", { hair: [196, 158, 104] })[0].texture.data;
    const mean = (data: Uint8Array) => data.reduce((a, b) => a + b) / data.length;
    assert.ok(
      Math.abs(mean(dark) - 32) < 10 && Math.abs(mean(fair) - 153) < 20,
      `${mean(dark)} ${mean(fair)}`,
    );
    assert.ok(new Set(dark).size > 10, "strands differ");
  });

  it("is darker inside, and seen there from the other side", () => {
    const [cap, inside] = of("long");
    assert.equal(inside.positions, cap.positions);
    assert.deepEqual(
      [...inside.triangles.subarray(0, 6)],
      [2, 1, 0, 5, 4, 3].map((i) => cap.triangles[i]),
    );
    cap.texture.data.forEach((value, i) => assert.equal(inside.texture.data[i], Math.trunc(value * 0.6)));
    assert.equal(inside.shine, 0);
  });

  it("fits the head that it is on", () => {
    const wide = of("short", { shape: shapeWith({ faceWidth: 1 }) })[0];
    assert.ok(Math.abs(widest(wide) / widest(of("short")[0]) - 1.04) < 1e-4);
    const long = of("long", { shape: shapeWith({ faceLength: -1 }) })[0];
    assert.ok(Math.abs(lowest(long) / lowest(of("long")[0]) - 0.965) < 1e-4);
  });

  it("falls otherwise for other draws, and stays on a bald head what it was", () => {
    assert.deepEqual(of("short"), of("short"));
    assert.notDeepEqual(of("short", {}, 1)[0].positions, of("short", {}, 2)[0].positions);
    assert.deepEqual(of("bald", {}, 1)[0].positions, of("bald", {}, 2)[0].positions);
  });
});

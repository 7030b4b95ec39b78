import assert from "node:assert/strict";
import { drawIdentity, shapeAxes } from "../../../../kernel/aen/synthetic/identity.js";

const cast = Array.from({ length: 300 }, (_, index) => drawIdentity("cast", index));

describe("a person who is drawn", () => {
  it("is the same for the same seed and number, and another for another", () => {
    assert.deepEqual(drawIdentity("cast", 4), cast[4]);
    assert.deepEqual(cast[4].name, "person 05");
    assert.notDeepEqual(drawIdentity("other", 4).shape, cast[4].shape);
    assert.equal(new Set(cast.map(({ shape }) => JSON.stringify(shape))).size, cast.length);
  });

  it("has each of the traits within its bounds", () => {
    for (const { brows, beard, age, freckles, shape } of cast) {
      for (const trait of [brows, beard, age, freckles]) assert.ok(trait >= 0 && trait <= 1, `${trait}`);
      assert.deepEqual(Object.keys(shape), [...shapeAxes]);
      assert.ok(Object.values(shape).every((value) => Math.abs(value) <= 1.6));
    }
  });

  it("wears a beard only among men, freckles only among the fair, grey hair only in old age", () => {
    cast.forEach(({ beard, freckles, skin, age, hair }, index) => {
      if (index % 2 === 0) assert.equal(beard, 0);
      if (freckles > 0) assert.ok(skin[0] > 170, `${skin}`);
      if (age > 0.8) assert.ok(Math.max(...hair) - Math.min(...hair) < 25, `grey: ${hair}`);
      const grey = Math.max(...hair) - Math.min(...hair) < 20 && hair[0] > 110;
      assert.ok(!grey || age > 0.8, `${hair}, ${age}`);
    });
    assert.ok(cast.some(({ beard }) => beard > 0) && cast.some(({ freckles }) => freckles > 0));
  });

  it("has lips between the skin and one of two reds, painted only among women", () => {
    const mixed = ({ skin }: (typeof cast)[number], red: readonly number[], share: number) =>
      skin.map((value, c) => (1 - share) * value + share * red[c]);
    const near = (a: readonly number[], b: readonly number[]) =>
      a.every((value, c) => Math.abs(value - b[c]) < 1e-9);
    const painted = cast.map((person, index) => {
      const bare = near(person.lips, mixed(person, [172, 86, 84], 0.42));
      const red = near(person.lips, mixed(person, [176, 48, 62], 0.65));
      assert.ok(bare !== red && (bare || index % 2 === 0));
      return red;
    });
    const share = painted.filter(Boolean).length / cast.length;
    assert.ok(share > 0.18 && share < 0.32, `${share}`);
  });

  it("has dark skin as often as the share of a skewed cast says, and nothing else that differs by it", () => {
    for (const share of [0, 0.1, 0.5, 1]) {
      const skewed = Array.from({ length: 300 }, (_, index) => drawIdentity("cast", index, share));
      const dark = skewed.filter(({ darkSkin }) => darkSkin).length / skewed.length;
      assert.ok(Math.abs(dark - share) < 0.07, `${share}: ${dark}`);
      skewed.forEach(({ darkSkin, skin, woman, name }, index) => {
        assert.ok(darkSkin ? skin[0] < 215 : skin[0] > 170, `${skin}`);
        assert.deepEqual([woman, name], [cast[index].woman, cast[index].name]);
      });
    }
  });

  it("has dark skin in half of a fair cast, among women and men alike", () => {
    for (const sex of [true, false]) {
      const some = cast.filter(({ woman }) => woman === sex);
      const dark = some.filter(({ darkSkin }) => darkSkin).length / some.length;
      assert.ok(Math.abs(dark - 0.5) < 0.08, `${dark}`);
    }
  });

  it("has any of the skin tones, hair styles and looks of a varied cast", () => {
    assert.deepEqual(
      new Set(cast.map(({ hairStyle }) => hairStyle)),
      new Set(["short", "long", "bald", "bun", "curly", "fringe"]),
    );
    const tones = cast.map(({ skin }) => skin[0]);
    for (const [low, high] of [
      [60, 135],
      [135, 192],
      [192, 300],
    ]) {
      const share = tones.filter((tone) => tone >= low && tone < high).length / cast.length;
      assert.ok(share > 0.18, `${low} to ${high}: ${share}`);
    }
    const glasses = cast.filter((person) => person.glasses).length / cast.length;
    assert.ok(glasses > 0.12 && glasses < 0.28, `${glasses}`);
  });
});

import assert from "node:assert/strict";
import { drawFace } from "../../../../kernel/aen/faces/drawFace.js";
import type { DrawnFace } from "../../../../kernel/aen/faces/drawnFace.js";

const brightness = ({ data }: DrawnFace) => data.reduce((sum, value) => sum + value, 0) / data.length;
const changed = (a: DrawnFace, b: DrawnFace) => {
  const rows = new Set<number>();
  a.data.forEach((value, at) => {
    if (Math.abs(value - b.data[at]) > 12) rows.add(Math.floor(at / (3 * a.width)));
  });
  return rows;
};

describe("a drawn face", () => {
  const size = 96;
  const rest = drawFace({ size });

  it("is the same for the same options, and draws RGB of the size asked for", () => {
    assert.deepEqual(drawFace({ size }).data, rest.data);
    assert.deepEqual([rest.width, rest.height, rest.data.length], [size, size, size * size * 3]);
    assert.notDeepEqual(drawFace({ size, person: 1 }).data, rest.data);
  });

  it("changes at the unit's place alone", () => {
    const { leftEye, mouth } = rest.points;
    const middle = (leftEye.y + mouth.y) / 2;
    const brows = changed(rest, drawFace({ size, units: { outerBrowRaiser: 1 } }));
    const lips = changed(rest, drawFace({ size, units: { lipCornerPuller: 1 } }));
    assert.ok(brows.size > 2 && [...brows].every((row) => row < middle));
    assert.ok(lips.size > 2 && [...lips].every((row) => row > leftEye.y));
  });

  it("shows an emotion as strongly as asked for", () => {
    assert.deepEqual(drawFace({ size, emotion: "happy", intensity: 0 }).data, rest.data);
    const half = changed(rest, drawFace({ size, emotion: "surprise", intensity: 0.5 })).size;
    assert.ok(half > 5 && half <= changed(rest, drawFace({ size, emotion: "surprise" })).size);
  });

  it("says where eyes and mouth are, also when it is turned", () => {
    const { leftEye, rightEye, mouth } = rest.points;
    assert.ok(leftEye.x < size / 2 && rightEye.x > size / 2 && Math.abs(leftEye.y - rightEye.y) < 1);
    assert.ok(mouth.y > leftEye.y + 10);
    const tilted = drawFace({ size, roll: 90 }).points;
    assert.ok(Math.abs(tilted.leftEye.x - tilted.rightEye.x) < 1 && tilted.leftEye.y < tilted.rightEye.y);
    const turned = drawFace({ size, yaw: 40 }).points;
    assert.ok(turned.rightEye.x - turned.leftEye.x < rightEye.x - leftEye.x && turned.mouth.x > mouth.x);
  });

  it("gets darker with less light, on one side with light from there, and on dark skin", () => {
    assert.ok(brightness(drawFace({ size, light: 0.4 })) < 0.6 * brightness(rest));
    const half = ({ data }: DrawnFace, right: boolean) =>
      data.reduce((sum, value, at) => sum + ((at / 3) % size > size / 2 === right ? value : 0), 0);
    const lit = drawFace({ size, lightFrom: 80 });
    assert.ok(half(lit, true) > 1.1 * half(lit, false));
    const [light, dark] = (["light", "dark"] as const).map((skin) => drawFace({ size, skin }));
    assert.ok(brightness(dark) < brightness(light));
  });

  it("is darker on dark skin where the camera is set for light skin", () => {
    const [set, unset] = [1, 0].map((exposure) => drawFace({ size, skin: "dark", exposure }));
    assert.ok(brightness(unset) < brightness(set));
  });
});

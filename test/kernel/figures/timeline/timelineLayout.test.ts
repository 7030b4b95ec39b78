import assert from "node:assert/strict";
import type { ClipPayload, FramesPayload } from "../../../../kernel/contracts/payloads/clips.js";
import { laneNameWidth, timelineLayout } from "../../../../kernel/figures/timeline/timelineLayout.js";

const rows = (count: number) => Array.from({ length: count }, () => [0.5, 0.5]);

function clip(count: number, frames: Partial<FramesPayload> = {}): ClipPayload {
  const numbers = Array.from({ length: count }, (_, frame) => frame);
  return { id: "a", label: 0, clip: [], sentiment: [], emotion: [], frames: { numbers, ...frames } };
}
const everything = (count: number): Partial<FramesPayload> => ({
  ...{ pseudo: rows(count), network: rows(count) },
  truth: rows(count).map(() => ({ emotion: 0, intensity: 1 })),
  score: rows(count).map(() => 1),
  attention: rows(count).map(() => 0.1),
  thumbnails: rows(count).map((_, t) => (t === 0 ? "data:image/png;base64,AAAA" : "")),
});
const laneNames = (one: ClipPayload) => Object.keys(timelineLayout(one, 800).lanes);

describe("the lanes of a timeline", () => {
  it("are there for what is known about the frames", () => {
    assert.deepEqual(laneNames(clip(2)), ["numbers"]);
    assert.deepEqual(laneNames(clip(2, { pseudo: rows(2) })), ["numbers", "pseudo", "probabilities"]);
    assert.deepEqual(laneNames(clip(2, { network: rows(2) })), ["numbers", "network"]);
    assert.equal(laneNames(clip(2, everything(2))).length, 9);
    assert.ok(laneNames(clip(2, { pseudo: rows(2), network: rows(2) })).includes("disagreement"));
  });

  it("are one for a clip whose frames are not kept, and none for pictures that are all missing", () => {
    const { frames: _frames, ...bare } = clip(0);
    assert.deepEqual(laneNames(bare), ["numbers"]);
    assert.equal(timelineLayout(bare, 800).count, 0);
    assert.deepEqual(laneNames(clip(2, { thumbnails: ["", ""] })), ["numbers"]);
  });

  it("stand below each other without touching, within the height", () => {
    const { lanes, height } = timelineLayout(clip(4, everything(4)), 800);
    const ordered = Object.values(lanes);
    ordered.forEach(({ y, height: own }, i) => assert.ok(y + own < (ordered[i + 1]?.y ?? height)));
  });
});

describe("the columns of a timeline", () => {
  it("fill the page, but are at least 20 pixels wide and at most 72", () => {
    const filling = timelineLayout(clip(16), 800);
    assert.equal(filling.step, (800 - laneNameWidth - 4) / 16);
    assert.equal(filling.width, 800);
    const many = timelineLayout(clip(100), 800);
    assert.deepEqual([many.step, many.width], [20, laneNameWidth + 2000 + 4]);
    assert.equal(timelineLayout(clip(1), 800).step, 72);
  });

  it("are drawn larger or smaller by the zoom, down to six pixels", () => {
    assert.equal(timelineLayout(clip(100), 800, 2).step, 40);
    assert.equal(timelineLayout(clip(100), 800, 0.5).step, 10);
    assert.equal(timelineLayout(clip(100), 800, 0.01).step, 6);
  });

  it("have pictures as wide as they are, up to 96 pixels", () => {
    const pictureHeight = (zoom: number) =>
      timelineLayout(clip(100, everything(100)), 800, zoom).lanes.thumbnails!.height;
    assert.deepEqual([1, 2, 10, 0.1].map(pictureHeight), [22, 38, 96, 22]);
  });
});

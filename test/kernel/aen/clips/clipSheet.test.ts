import assert from "node:assert/strict";
import sharp from "sharp";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { contactSheet, frameSheet } from "../../../../kernel/aen/clips/clipSheet.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import type { FrameTruth } from "../../../../kernel/contracts/frameTruth.js";

const labels = new LabelSet(["Calm", '<Tense> & "so"'], { all: ["Calm", '<Tense> & "so"'] });
const tile = 20;

/** A clip of three frames, each of one colour: (red, frame * 100, 0). */
function clip(red: number, label: number | null, identity: string | null = null): Clip {
  return {
    ...{ id: `clip ${red}`, label, identity, frameCount: 3, frameRate: null, truth: null },
    read: async (frames) => ({
      ...{ count: frames.length, width: 4, height: 4 },
      data: Uint8Array.from(
        frames.flatMap((frame) => Array.from({ length: 16 }, () => [red, frame * 100, 0]).flat()),
      ),
    }),
  };
}

/** The size of a PNG, and what is seen in the middle of the tile at a row and column. */
async function seen(png: Buffer, rowHeight = tile + 4) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3).subarray(0, 3)];
  const tileAt = (row: number, column: number) =>
    at(84 + column * (tile + 4) + tile / 2, 4 + row * rowHeight + tile / 2);
  return { width: info.width, height: info.height, at, tileAt };
}
function near(actual: readonly number[], expected: readonly number[], what: string): void {
  assert.ok(
    actual.every((value, c) => Math.abs(value - expected[c]) < 12),
    `${what}: ${actual.join(" ")}`,
  );
}
const white = [255, 255, 255];

describe("a contact sheet", () => {
  it("has a row for each emotion with clips, those without a label last, each clip by its middle frame", async () => {
    const clips = [clip(250, 1), clip(50, null), clip(150, 1)];
    const { width, height, at, tileAt } = await seen(
      await contactSheet({ clips, labels }, { columns: 3, tile }),
    );
    assert.deepEqual([width, height], [84 + 3 * 24, 2 * 24 + 4]);
    near(tileAt(0, 0), [250, 100, 0], "first");
    near(tileAt(0, 1), [150, 100, 0], "second");
    near(tileAt(0, 2), white, "no third");
    near(at(84 + tile + 2, 14), white, "a gap between columns");
    near(at(94, 4 + tile + 2), white, "a gap between rows");
    near(tileAt(1, 0), [50, 100, 0], "without a label");
  });

  it("shows as many people as it can, and clips from all over the set where nobody is named", async () => {
    const cast = [clip(50, 0, "Ann"), clip(100, 0, "Ann"), clip(150, 0, "Ann"), clip(250, 0, "Bob")];
    const people = await seen(await contactSheet({ clips: cast, labels }, { columns: 2, tile }));
    near(people.tileAt(0, 0), [50, 100, 0], "Ann's first");
    near(people.tileAt(0, 1), [250, 100, 0], "Bob");
    const unnamed = [50, 100, 150, 250].map((red) => clip(red, 0));
    const spread = await seen(await contactSheet({ clips: unnamed, labels }, { columns: 2, tile }));
    near(spread.tileAt(0, 0), [50, 100, 0], "first");
    near(spread.tileAt(0, 1), [150, 100, 0], "from the second half");
  });
});

describe("a sheet of frames", () => {
  it("has a row for each clip, its frames from the left, at most as many as there are columns", async () => {
    const png = await frameSheet([clip(200, 0), clip(100, null)], labels, { columns: 2, tile });
    const { width, height, tileAt } = await seen(png, tile + 4 + 16);
    assert.deepEqual([width, height], [84 + 2 * 24, 2 * 40 + 4]);
    near(tileAt(0, 0), [200, 0, 0], "first frame");
    near(tileAt(0, 1), [200, 100, 0], "second frame");
    near(tileAt(1, 1), [100, 100, 0], "second clip");
  });

  it("outlines the frames that deviate, and no others", async () => {
    const shown: FrameTruth = { emotion: 0, intensity: 1 };
    const truth = [shown, { ...shown, emotion: 1, deviation: "other emotion" as const }, shown];
    const { at } = await seen(await frameSheet([{ ...clip(0, 0), truth }], labels, { columns: 3, tile }));
    const outline = (column: number) => at(84 + column * 24 - 1, 14);
    near(outline(0), white, "first");
    near(outline(1), [179, 38, 30], "second");
    near(outline(2), white, "third");
  });
});

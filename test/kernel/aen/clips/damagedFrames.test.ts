import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import {
  areTooMany,
  damagedFramesOf,
  damageText,
  noteDamagedFrames,
} from "../../../../kernel/aen/clips/damagedFrames.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { notesDuring } from "../notes.js";

const clip = (id: string): Clip => ({
  ...{ id, frameCount: 16, label: 0, identity: null, frameRate: null, truth: null },
  read: () => Promise.reject(new Error("not read here")),
});

describe("damaged frames of clips", () => {
  it("are too many above one in ten, and never where there is one", () => {
    const limits = [1, 16, 20, 21, 100].map((frameCount) =>
      [...Array(frameCount + 1).keys()].find((damaged) => areTooMany(damaged, { frameCount })),
    );
    assert.deepEqual(limits, [undefined, 2, 3, 3, 11]);
  });

  it("are kept by clip, in order, and listed by its set", async () => {
    const [one, other] = [clip("one"), clip("other")];
    await notesDuring(() => {
      noteDamagedFrames(one, [[7, "a"]]);
      noteDamagedFrames(one, [[2, "b"]]);
      noteDamagedFrames(one, []);
      return Promise.resolve();
    });
    assert.deepEqual(damagedFramesOf(one), [
      [2, "b"],
      [7, "a"],
    ]);
    const set = new ClipSet([other, one], dfewLabels);
    assert.deepEqual(set.damagedFrames, [{ clip: "one", frames: [2, 7] }]);
  });

  it("are told once for each clip, and of many clips their number", async () => {
    const clips = Array.from({ length: 100 }, (_, n) => clip(`clip ${n}`));
    const notes = await notesDuring(() => {
      for (const each of [...clips, ...clips]) noteDamagedFrames(each, [[3, "it is half grey"]]);
      return Promise.resolve();
    });
    assert.ok(notes.length > 2 && notes.length < 12, `${notes.length} notes`);
    assert.match(
      notes.at(-1)!,
      /\d+ clips so far have damaged frames; `damagedFrames` of the set lists them/,
    );
  });

  it("are named with the first and what is wrong with it", () => {
    assert.equal(
      damageText([[4, "its data end"]], { frameCount: 16 }),
      "1 of 16 frames is damaged (frame 4: its data end)",
    );
    assert.match(
      damageText(
        [
          [4, "x"],
          [9, "y"],
        ],
        { frameCount: 16 },
      ),
      /^2 of 16 frames are .*\(first frame 4: x\)$/,
    );
  });
});

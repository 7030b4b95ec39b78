import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { splitCautions } from "../../../../kernel/aen/clips/splitCautions.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";

const clip = (id: string, identity: string | null = null): Clip => ({
  ...{ id, identity, label: 0, frameCount: 1, frameRate: null, truth: null },
  read: () => Promise.reject(new Error("not read here")),
});

describe("cautions of a split", () => {
  it("count the people who are on several sides", () => {
    const parts = [
      [clip("1", "A"), clip("2", "B")],
      [clip("3", "A"), clip("4", "C")],
    ];
    assert.deepEqual(splitCautions(parts), [
      '1 of 3 people have clips in several parts of this split. Split by identity: { by: "identity" }.',
    ]);
    parts[1].push(clip("5"));
    assert.match(splitCautions(parts)[0], /1 clips name no person; give identities/);
  });

  it("suspect recordings by names that begin alike, but not by names that only count", () => {
    const sides = (a: string[], b: string[]) => [a.map((id) => clip(id)), b.map((id) => clip(id))];
    assert.match(
      splitCautions(sides(["x/talk1_1.mp4", "x/talk2_1.mp4"], ["x/talk1_2.mp4"]))[0],
      /clips of 1 of 2 recordings are in several parts of this split \(e\.g\. of x\/talk1\)/,
    );
    for (const [a, b] of [
      [["00001", "00002"], ["00003"]],
      [["clip_1", "clip_2"], ["clip_3"]],
      [["Happy/0001.mp4"], ["Sad/0001.mp4"]],
      [["talk1_1", "talk1_2"], ["talk2_1"]],
    ])
      assert.deepEqual(splitCautions(sides(a, b)), [], a.join());
  });

  it("say what is known to repeat although nothing names it", () => {
    assert.deepEqual(splitCautions([[clip("1")], [clip("2")]], "DFEW names no people"), [
      "DFEW names no people: what these 2 clips share can be in several parts of this split.",
    ]);
    assert.deepEqual(splitCautions([[clip("1", "A")], [clip("2", "B")]], "DFEW names no people"), []);
  });

  it("are told by split and folds, by identity as well as by clip, and only where there is something to say", () => {
    const people = new ClipSet(
      Array.from({ length: 12 }, (_, at) => clip(String(at), `P${at % 4}`)),
      dfewLabels,
    );
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => void told.push(text);
    try {
      people.split();
      people.folds(2);
      assert.deepEqual(told, []);
      people.split({ by: "clip", test: 0.5 });
      people.folds(2, { by: "clip" });
      assert.equal(told.length, 2);
      for (const text of told) assert.match(text, /^Note: \d of 4 people have clips in several parts/);
      const nameless = new ClipSet([clip("1"), clip("2")], dfewLabels).cautioned("AFEW names no people");
      nameless.filter(() => true).split({ test: 0.5 });
      assert.match(told[2], /^Note: AFEW names no people: what these 2 clips share/);
    } finally {
      console.warn = warn;
    }
  });
});

import assert from "node:assert/strict";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { gatherClips, type GatherOptions } from "../../../../../kernel/aen/sources/gathering/gatherClips.js";
import type { FaceSight } from "../../../../../kernel/contracts/frameTruth.js";
import { DataError } from "../../../../../kernel/files/dataError.js";

const clip = (id: string, frameCount: number): Clip => ({
  ...{ id, frameCount, label: 0, identity: null, frameRate: null, truth: null },
  read: () => Promise.reject(new Error("not read here")),
});
const opened = (id: string, frames = 20) => ({ name: id, open: () => clip(id, frames) });
const broken = {
  name: "b",
  open: () => Promise.reject(new DataError("it is not a video.", { file: "b.mp4" })),
};

describe("the clips of a source", () => {
  const told: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    told.length = 0;
    console.warn = (text: string) => void told.push(text);
  });
  afterEach(() => (console.warn = warn));
  const gather = (openings: Parameters<typeof gatherClips>[0], options: GatherOptions = {}) =>
    gatherClips(openings, dfewLabels, "set", options);

  it("are left out when too short, by label or broken, and each is named with its reason", async () => {
    const openings = [opened("a"), { name: "n", open: null }, broken, opened("s", 15), opened("l", 16)];
    const set = await gather(openings, { atLeast: 16, onProblem: "skip" });
    assert.deepEqual(
      set.clips.map(({ id }) => id),
      ["a", "l"],
    );
    assert.deepEqual(set.leftOut, [
      { clip: "n", reason: "its label is left out by the label map" },
      { clip: "b", reason: "b.mp4: it is not a video." },
      { clip: "s", reason: "it has 15 frames, fewer than 16" },
    ]);
    assert.match(told[0], /^Note: set: 3 of 5 clips are left out: n \(its label.*\), b \(b\.mp4.*\), s \(/);
    assert.match(set.toString(), /3 of 5 clips are left out/);
    assert.deepEqual(set.madeBy("x", []).leftOut, set.leftOut);
  });

  it("are left out where too few frames show a face, by half of them or the share asked for", async () => {
    const seen = (id: string, found: number) => {
      const faceSights = Array.from({ length: 20 }, (_, t): FaceSight => (t < found ? "seen" : "none"));
      return { name: id, open: () => ({ ...clip(id, 20), faceSights }) };
    };
    const openings = [seen("few", 9), seen("half", 10), opened("not searched")];
    const [usual, all] = [await gather(openings), await gather(openings, { faceShare: 0 })];
    assert.deepEqual(usual.leftOut, [
      { clip: "few", reason: "it shows a face in 9 of 20 frames, less than 50 %" },
    ]);
    assert.match(told[0], /^Note: set: 1 of 3 clips is left out: few \(it shows a face in 9 of 20 frames/);
    assert.deepEqual([usual.length, all.length, told.length], [2, 3, 1]);
    await assert.rejects(
      gather([seen("a", 3)]),
      /all 1 clips show a face in too few.*Pass a smaller faceShare/,
    );
    await assert.rejects(gather(openings, { faceShare: 50 }), /"faceShare".*must lie from 0 to 1, got 50/);
  });

  it("stop at the first that cannot be used unless that is to be skipped", async () => {
    await assert.rejects(gather([opened("a"), broken]), {
      name: "DataError",
      file: "b.mp4",
      message: /^b\.mp4: it is not a video.* With onProblem: "skip", clips that cannot be used are left out/,
    });
    await assert.rejects(gather([broken]), (error: Error) => !error.message.includes("onProblem"));
    const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
    for (const error of [
      new DataError("ffmpeg was not found."),
      new DataError("the disk is full.", { file: "a", cause: full }),
    ]) {
      const opening = { name: "x", open: () => Promise.reject(error) };
      await assert.rejects(
        gather([opened("a"), opening], { onProblem: "skip" }),
        error,
        "the machine's fault",
      );
    }
    const bug = { name: "x", open: () => Promise.reject(new TypeError("a bug")) };
    await assert.rejects(gather([bug], { onProblem: "skip" }), /a bug/, "errors of ours are never skipped");
  });

  it("must leave at least one", async () => {
    await assert.rejects(gather([opened("a", 2)], { atLeast: 16 }), /all 1 clips have fewer than 16 frames/);
    await assert.rejects(
      gather([broken], { onProblem: "skip" }),
      /^DataError: set: none of the 1 clips can be used\. The first, b: b\.mp4: it is not a video\.$/,
    );
  });

  it("say nothing where all are used", async () => {
    assert.deepEqual((await gather([opened("a")])).leftOut, []);
    assert.deepEqual(told, []);
  });
});

import assert from "node:assert/strict";
import { progressLine, tell } from "../../../kernel/commands/progress.js";

const progress = {
  ...{ file: "a.mp4", fileNumber: 2, fileCount: 7, stage: "finding faces" as const },
  ...{ frames: 120, frameCount: 472, rate: 41.4, secondsLeft: 8.5 },
};

describe("the progress of a command", () => {
  it("is one line: which video, what is done, how far, how fast, how long", () => {
    assert.equal(
      progressLine(progress),
      "[2/7] a.mp4: finding faces, frame 120 of 472, 41 frames/s, 9 s left",
    );
  });

  it("leaves out what is not known yet", () => {
    assert.equal(
      progressLine({ ...progress, frameCount: null, rate: 0, secondsLeft: null }),
      "[2/7] a.mp4: finding faces, frame 120",
    );
  });

  it("counts in minutes from a minute and a half on", () => {
    assert.match(progressLine({ ...progress, secondsLeft: 89 }), /, 89 s left$/);
    assert.match(progressLine({ ...progress, secondsLeft: 91 }), /, 2 min left$/);
  });

  it("is not written where stderr is no terminal", () => {
    const { isTTY, write } = process.stderr;
    const written: unknown[] = [];
    process.stderr.write = (text: unknown) => written.push(text) > 0;
    try {
      process.stderr.isTTY = false;
      tell("a");
      process.stderr.isTTY = true;
      tell("b");
    } finally {
      Object.assign(process.stderr, { isTTY, write });
    }
    assert.deepEqual(written, ["\r\u001B[Kb"]);
  });
});

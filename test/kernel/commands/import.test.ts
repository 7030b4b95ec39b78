import assert from "node:assert/strict";
import path from "node:path";
import { progressLine, register } from "../../../kernel/commands/import.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { inProcess } from "./inProcess.js";

const progress = {
  ...{ file: "a.mp4", fileNumber: 2, fileCount: 7, stage: "finding faces" as const },
  ...{ frames: 120, frameCount: 472, rate: 41.4, secondsLeft: 8.5 },
};

describe("the progress of aen import", () => {
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
});

describe("aen import", () => {
  const to = path.join(temporaryFolder(), "imported");

  for (const [args, message] of [
    [["--size", "8"], /--size must be a number from 16 to 1024, got "8"/],
    [["--size", "large"], /--size must be a number from 16 to 1024, got "large"/],
    [["--format", "gif"], /--format must be jpeg or png, got "gif"/],
    [["--frame-rate", "0"], /--frame-rate must be a number from 0\.1 to 1000, got "0"/],
  ] as const) {
    it(`refuses ${args.join(" ")}`, async () => {
      const { stderr, status } = await inProcess(register, "import", "a.mp4", "--to", to, ...args);
      assert.equal(status, 1);
      assert.match(stderr, message);
    });
  }

  it("needs a folder to write into", async () => {
    const { stderr, status } = await inProcess(register, "import", "a.mp4");
    assert.equal(status, 1);
    assert.match(stderr, /required option '--to <folder>' not specified/);
  });

  it("says which video is not there", async () => {
    const { stderr, status } = await inProcess(register, "import", "nowhere.mp4", "--to", to);
    assert.equal(status, 1);
    assert.match(stderr, /nowhere\.mp4/);
  });

  it("listens to Ctrl+C no longer than it works", async () => {
    const before = process.listenerCount("SIGINT");
    await inProcess(register, "import", "nowhere.mp4", "--to", to);
    assert.equal(process.listenerCount("SIGINT"), before);
  });
});

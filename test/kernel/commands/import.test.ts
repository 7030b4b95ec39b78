import assert from "node:assert/strict";
import path from "node:path";
import { register } from "../../../kernel/commands/import.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { inProcess } from "./inProcess.js";

describe("aen import", () => {
  const to = path.join(temporaryFolder(), "imported");

  for (const [args, message] of [
    [["--size", "8"], /--size must be a number from 16 to 1024, got "8"/],
    [["--size", "large"], /--size must be a number from 16 to 1024, got "large"/],
    [["--format", "gif"], /--format must be jpeg or png, got "gif"/],
    [["--person", "up"], /person must be "largest", "central", "left", "right" or a person's number/],
    [["--person", "b.mp4=2"], /person names "b\.mp4", which is none of the videos/],
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

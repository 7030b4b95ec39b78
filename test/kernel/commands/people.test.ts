import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { register } from "../../../kernel/commands/people.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { faceVideo } from "../aen/sources/video/faceVideo.js";
import { inProcess } from "./inProcess.js";

describe("aen people", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();

  it("says who is seen and writes a contact sheet", async () => {
    const video = await faceVideo(path.join(folder, "one.mp4"), 2);
    const { stdout, status } = await inProcess(register, "people", video, "--to", folder);
    assert.match(stdout, /one\.mp4: 1 person in 2 frames\.\n {2}person 1: in 100 % of the frames/);
    assert.ok(existsSync(path.join(folder, "one.mp4.people.png")));
    assert.ok(!status);
  });

  it("says which video is not there", async () => {
    const { stderr, status } = await inProcess(register, "people", "nowhere.mp4");
    assert.equal(status, 1);
    assert.match(stderr, /nowhere\.mp4/);
  });
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { mistakenFile } from "../../../../../kernel/aen/sources/video/mistakenFile.js";
import { temporaryFolder } from "./testVideo.js";

const pointer =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

describe("a text under a video's name", () => {
  const folder = temporaryFolder();
  function write(name: string, text: string): string {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  }
  const raw = { faces: false, cache: path.join(folder, "cache") } as const;

  it("is said to be a Git LFS pointer, with what fetches the video", async () => {
    const opened = clips.fromVideo(write("pointer.mp4", pointer), raw);
    await assert.rejects(opened, {
      name: "DataError",
      message: /pointer\.mp4: .*Git LFS pointer.*git lfs pull/,
    });
  });

  it("is said to be a web page", async () => {
    for (const page of [
      "<!DOCTYPE html><title>Sign in</title>",
      "\uFEFF \n<html lang=en>",
      '<?xml version="1.0"?>\n<html>',
    ])
      await assert.rejects(clips.fromVideo(write("page.mp4", page), raw), /page\.mp4: .*a web page/);
  });

  it("is not named when it is something else, or not there", () => {
    assert.equal(mistakenFile(write("other.mp4", "hello")), null);
    assert.equal(mistakenFile(write("manifest.mp4", '<?xml version="1.0"?><MPD></MPD>')), null);
    assert.equal(mistakenFile(path.join(folder, "none.mp4")), null);
  });
});

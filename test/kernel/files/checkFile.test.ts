import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { accessError, checkFile, listFolder } from "../../../kernel/files/checkFile.js";
import { DataError } from "../../../kernel/files/dataError.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("a file that is checked before it is read", () => {
  const folder = temporaryFolder();
  const inFolder = (...names: string[]) => path.join(folder, ...names);
  before(() => {
    writeFileSync(inFolder("Clip-01.mp4"), "video");
    writeFileSync(inFolder("empty.csv"), "");
    mkdirSync(inFolder("frames"));
    writeFileSync(inFolder("frames", "0.png"), "picture");
  });
  const refused = (file: string, kind: string, message: RegExp) =>
    assert.rejects(checkFile(file, kind), (error) => {
      assert.ok(error instanceof DataError);
      assert.match(error.message, message);
      return true;
    });

  it("gives its size, so that callers need not ask again", async () => {
    assert.equal((await checkFile(inFolder("Clip-01.mp4"), "video")).size, 5);
  });

  it("must not be empty; the message says what to do", () =>
    refused(
      inFolder("empty.csv"),
      "label table",
      /this label table is empty \(0 bytes\)\. Copy or download it again/,
    ));

  it("must not be a folder; a folder of frames is read with another function", async () => {
    await refused(
      inFolder("frames"),
      "video",
      /a folder where a video file was expected.*aen\.clips\.fromFolder/,
    );
    await refused(
      inFolder("frames"),
      "annotation list",
      /a folder where an annotation list file was expected\.$/,
    );
  });

  it("must be a regular file", async function () {
    if (process.platform === "win32") return this.skip();
    await refused("/dev/null", "video", /this is not a regular file\. Name a video file/);
  });

  it("is looked for under a similar name when it does not exist", async () => {
    const message = /there is no such video\. Did you mean .*Clip-01\.mp4\?/;
    for (const name of ["clip_01.mp4", "CLIP 01.avi", "clip01"])
      await refused(inFolder(name), "video", message);
    await refused(inFolder("other.mp4"), "video", /there is no such video\.$/);
  });

  it("is reported missing with where relative paths start, and whether its folder is missing too", async () => {
    await refused("no-such-clip.mp4", "video", /no such video\. Relative paths start at .*\.$/);
    const missing = inFolder("gone", "clip.mp4");
    await refused(missing, "video", /The folder .*gone does not exist either; relative paths start at /);
  });

  it("must not be a broken link, which is not suggested as its own similar name", async () => {
    symlinkSync(inFolder("moved away.mp4"), inFolder("linked.mp4"));
    await refused(
      inFolder("linked.mp4"),
      "video",
      /it is a link to .*moved away\.mp4, which is not there\. Put the video back/,
    );
  });

  it("must not be behind a loop of links, and its path must be valid", async () => {
    symlinkSync(inFolder("circle"), inFolder("circle"));
    await refused(inFolder("circle"), "video", /symbolic links form a loop/);
    await refused(inFolder("x".repeat(300)), "video", /path is too long for this system/);
    await refused("a\0b", "video", /The path "a\\u0000b" contains a NUL character/);
  });
});

describe("a folder that is listed", () => {
  const folder = temporaryFolder();

  it("gives its entries; a file or a missing folder is rejected", async () => {
    writeFileSync(path.join(folder, "a.png"), "picture");
    assert.deepEqual(await listFolder(folder, "frame folder"), ["a.png"]);
    await assert.rejects(
      listFolder(path.join(folder, "a.png"), "frame folder"),
      /a file where a frame folder was expected/,
    );
    await assert.rejects(
      listFolder(path.join(folder, "none"), "frame folder"),
      /there is no such frame folder/,
    );
  });
});

describe("why a file could not be opened", () => {
  const because = (code: string) =>
    accessError("/data/a.mp4", Object.assign(new Error("the cause"), { code }));

  it("is reported with what to do, the file and the cause", () => {
    for (const code of ["EACCES", "EPERM"])
      assert.match(because(code).message, /you do not have permission to read it\. .*chmod u\+r/);
    const other = because("EIO");
    assert.match(other.message, /\/data\/a\.mp4.*it could not be read \(the cause\)/);
    assert.equal((other.cause as Error).message, "the cause");
  });
});

import assert from "node:assert/strict";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { clips } from "../../../../kernel/aen/sources/index.js";
import { DataError } from "../../../../kernel/files/dataError.js";
import { drawVideo, ffmpeg, temporaryFolder } from "./video/testVideo.js";

const raw = { faces: false } as const;

describe("errors in bad input name the file, the line and the remedy", () => {
  const folder = temporaryFolder();
  let number = 0;
  const given = new Map<string, Buffer>();

  function write(name: string, content: string | Uint8Array): string {
    const file = path.join(fresh(), name);
    writeFileSync(file, content);
    given.set(file, Buffer.from(content));
    return file;
  }
  function fresh(): string {
    const place = path.join(folder, String(++number));
    mkdirSync(place);
    return place;
  }
  const list = (content: string | Uint8Array) => clips.fromList(write("list.txt", content));
  const table = (content: string | Uint8Array) => clips.fromTable(write("table.csv", content));
  const video = (content: string | Uint8Array, name = "a.mp4") => clips.fromVideo(write(name, content), raw);
  async function frame(content: string | Uint8Array, name = "1.png"): Promise<unknown> {
    return (await clips.fromFolder(path.dirname(write(name, content)))).read([0]);
  }
  const png = (size = 4) =>
    sharp({ create: { width: size, height: size, channels: 3, background: "red" } })
      .png()
      .toBuffer();
  async function listed(images: number, line: string, checkFrames: boolean) {
    const file = write("list.txt", line);
    mkdirSync(path.join(path.dirname(file), "c"));
    for (let i = 0; i < images; i++)
      writeFileSync(path.join(path.dirname(file), "c", `${i}.png`), await png());
    return clips.fromList(file, { checkFrames });
  }
  function dataset(name: string, files: Record<string, string>) {
    const root = fresh();
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    }
    return clips.fromDataset(name, root, raw);
  }
  const importing = (files: string | string[], to = path.join(fresh(), "out")) =>
    clips.importVideos(files, { ...raw, to });

  const cases: [string, () => Promise<unknown>, RegExp][] = [
    [
      "a list that is missing",
      () => clips.fromList(path.join(folder, "none.txt")),
      /none\.txt: there is no such/,
    ],
    ["a list that is a folder", () => clips.fromList(fresh()), /is a folder where/],
    ["an empty list", () => list(""), /is empty \(0 bytes\)/],
    ["a list of comments", () => list("# nothing\n\n"), /names no clip/],
    ["a line with two fields", () => list("a 16 0\nb 16\n"), /line 2: "b 16" has fewer than three fields/],
    ["a line with one field", () => list("clip\n"), /line 1: .*fewer than three fields/],
    ["a count that is no number", () => list("a many 0\n"), /line 1: "many" is not a number of frames/],
    ["a negative count", () => list("a -4 0\n"), /line 1: "-4" is not a number of frames/],
    ["a count with a fraction", () => list("a 1.5 0\n"), /line 1: "1\.5" is not a number/],
    [
      "a label that is no emotion, in a list",
      () => list("a 16 joyful\n"),
      /line 1: "joyful" is not one of the labels/,
    ],
    [
      "a label out of range",
      () => list("a 16 0\r\nb 16 9\r\n"),
      /line 2: "9" is not one of the labels 0 Happy/,
    ],
    ["labels that count from one", () => list("a 16 7\n"), /firstLabel: 1/],
    ["a negative label", () => list("a 16 -2\n"), /line 1: "-2" is not one of the labels/],
    [
      "a clip that is listed twice",
      () => list("a 16 0\nb 16 1\na 16 0\n"),
      /line 3: "a" is already in line 1/,
    ],
    ["a clip with two labels", () => list("a 16 0\na 16 1\n"), /line 2: .*another label/],
    [
      "a list in Latin-1",
      () => list(Buffer.from("gl\xfccklich 16 0\n", "latin1")),
      /line 1: .*not valid UTF-8/,
    ],
    ["a list of short clips", () => list("a 3 0\n"), /all 1 clips have fewer than 16 frames/],
    [
      "a path out of the root",
      () => list("../../etc 16 0\n"),
      /line 1: .*points outside the data set's folder/,
    ],
    [
      "folders that are elsewhere",
      () => list("a/b 16 0\n"),
      /line 1: the folder of its first clip does not exist.*root/,
    ],
    [
      "fewer images than listed",
      () => listed(2, "c 16 0\n", true),
      /line 1: .*contains 2 images, but the list says 16/,
    ],
    [
      "missing frames when read",
      async () => (await listed(2, "c 16 0\n", false)).clips[0].read([3]),
      /c: it contains 2 im/,
    ],
    [
      "a table without a path",
      () => table("who,label\na,0\n"),
      /line 1: no column is named "path".*columns:/,
    ],
    ["a table without a label", () => table("path,who\na,0\n"), /no column is named "label"/],
    ["a table without rows", () => table("path,label\n"), /no rows below its heading/],
    ["a row that is too short", () => table("path,label\na.mp4\n"), /line 2: the row has 1 fields/],
    ["a quote that is not closed", () => table('path,label\n"a,0\n'), /cannot be read/],
    [
      "an emotion that is unknown",
      () => table("path,label\na,joyful\n"),
      /line 2: "joyful" is not one of the labels 0 Hap/,
    ],
    [
      "a video of a table that is missing",
      () => table("path,label\na.mp4,0\n"),
      /line 2: "a\.mp4" does not exist/,
    ],
    ["a video listed twice", () => table("path,label\na,0\na,1\n"), /line 3: "a" is already in line 2/],
    ["a video of zero bytes", () => video(""), /is empty \(0 bytes\)/],
    ["a text named .mp4", () => video("hello"), /a\.mp4: this is not a video/],
    [
      "a picture named .avi",
      async () => video((await png()).subarray(0, 30), "a.avi"),
      /a\.avi: this is not a video/,
    ],
    [
      "random bytes named .mkv",
      () =>
        video(
          new Uint8Array(5000).map((_, i) => i * 7919),
          "a.mkv",
        ),
      /not a video/,
    ],
    [
      "a playlist that reaches out",
      () => video("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n", "a.m3u8"),
      /a\.m3u8/,
    ],
    ["a video with a NUL in its name", () => clips.fromVideo("a\0.mp4", raw), /NUL/],
    ["a video that is a device", () => clips.fromVideo("/dev/null", raw), /not a regular file/],
    ["a name that is too long", () => clips.fromVideo(`${"a".repeat(300)}.mp4`, raw), /too long/],
    ["a frame that is a text", () => frame("text"), /1\.png: this image cannot be read/],
    ["a frame that is empty", () => frame("", "1.jpg"), /1\.jpg: this image cannot be read/],
    [
      "a truncated frame",
      async () => frame((await png(64)).subarray(0, 90)),
      /1\.png: this image cannot be read/,
    ],
    ["a huge image", () => frame(hugePng()), /more than 100 million pixels/],
    [
      "a folder of texts",
      () => clips.fromFolder(path.dirname(write("a.txt", "x"))),
      /it contains no images.*a\.txt/,
    ],
    [
      "an unknown data set",
      () => clips.fromDataset("FER2013", folder),
      /"FER2013" is not one of the data sets DFEW/,
    ],
    [
      "a data set without videos",
      () => dataset("RAVDESS", { "a.txt": "" }),
      /it contains no video of RAVDESS/,
    ],
    [
      "a data set without labels",
      () => dataset("MELD", { "a.txt": "" }),
      /label file of MELD does not exist: train_sent/,
    ],
    [
      "a label that a data set does not have",
      () => dataset("MELD", meld("envy")),
      /MELD has the labels.*"envy"/,
    ],
    [
      "a clip of a data set that is gone",
      () => dataset("MELD", meld("joy")),
      /dia0_utt3\.mp4 of MELD does not exist/,
    ],
    [
      "a fold that does not exist",
      () => clips.fromDataset("DFEW", folder, { fold: 6 }),
      /folds 1 to 5; there is no fold 6/,
    ],
    [
      "an emotion folder that is none",
      () => clips.fromClassFolders(classFolder()),
      /"Envy" is not one of the labels/,
    ],
    ["an import of nothing", () => importing([]), /No files were given/],
    [
      "an import into a file",
      () => importing(drawVideo(path.join(fresh(), "v.mp4"), 2), write("out", "x")),
      /a file has the name of this folder/,
    ],
    ["a broken video in an import", () => importing(write("v.mp4", "x")), /v\.mp4: this is not a video/],
  ];
  for (const [name, act, message] of cases) {
    it(`when it is ${name}`, async () => {
      await assert.rejects(act(), (error) => {
        assert.ok(error instanceof DataError, String(error));
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /\bat .*\.ts:\d+/);
        return true;
      });
      const changed = [...given].filter(([file, content]) => !readFileSync(file).equals(content));
      assert.deepEqual(
        changed.map(([file]) => file),
        [],
      );
      const left = readdirSync(folder, { recursive: true }).filter((file) =>
        String(file).includes(".partial"),
      );
      assert.deepEqual(left, []);
      given.clear();
    });
  }

  const meld = (emotion: string) => ({
    "train_sent_emo.csv": `Sr No.,Utterance,Speaker,Emotion,Dialogue_ID,Utterance_ID\n1,"So, hi",Joey,${emotion},0,3\n`,
  });
  function classFolder(): string {
    const root = fresh();
    mkdirSync(path.join(root, "Envy"));
    return root;
  }

  /** Does something as a user to whom permissions apply: to root they do not. */
  async function asNobody(act: () => Promise<unknown>): Promise<unknown> {
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid!(65534);
    try {
      return await act();
    } finally {
      if (root) process.seteuid!(0);
    }
  }

  it("a folder, a list and a video without read permission are reported as such", async function () {
    if (process.platform === "win32") return this.skip();
    chmodSync(folder, 0o755);
    const place = fresh();
    const list = write("list.txt", "a 16 0\n");
    const film = write("a.mp4", "x");
    for (const file of [place, list, film]) chmodSync(file, 0o000);
    await asNobody(async () => {
      await assert.rejects(
        clips.fromFolder(place),
        /you do not have permission to read it\. Change its permissions/,
      );
      await assert.rejects(clips.fromList(list), /list\.txt: you do not have permission to read it/);
      await assert.rejects(clips.fromVideo(film, raw), /a\.mp4: you do not have permission to read it/);
    });
  });

  it("an import into a folder without write permission is reported as such", async function () {
    if (process.platform === "win32") return this.skip();
    const closed = fresh();
    const film = drawVideo(path.join(fresh(), "v.mp4"), 2);
    chmodSync(closed, 0o555);
    await asNobody(() =>
      assert.rejects(importing(film, path.join(closed, "out")), /you do not have permission to write there/),
    );
  });

  it("a loop of symbolic links is no folder of frames", async () => {
    const place = fresh();
    symlinkSync(path.join(place, "b"), path.join(place, "a"));
    symlinkSync(path.join(place, "a"), path.join(place, "b"));
    await assert.rejects(clips.fromFolder(path.join(place, "a")), /symbolic links form a loop/);
  });

  it("the reader of images reads CMYK, 16-bit, grey, transparent and animated images as RGB", async () => {
    const place = fresh();
    const red = { create: { width: 4, height: 4, channels: 3 as const, background: "red" } };
    await sharp(red).toColourspace("cmyk").jpeg({ quality: 100 }).toFile(path.join(place, "1.jpg"));
    await sharp(red).toColourspace("rgb16").png().toFile(path.join(place, "2.png"));
    await sharp(red).ensureAlpha(1).png().toFile(path.join(place, "3.png"));
    await sharp(red).greyscale().png().toFile(path.join(place, "4.png"));
    ffmpeg("-f", "lavfi", "-i", "color=red:size=4x4:rate=5", "-frames:v", "3", path.join(place, "5.gif"));
    const { data, count } = await (await clips.fromFolder(place)).read([0, 1, 2, 3, 4]);
    assert.equal(count, 5);
    for (const frame of [0, 1, 2, 4]) {
      const [r, g, b] = data.subarray(frame * 48);
      assert.ok(r > 200 && g < 60 && b < 60, `frame ${frame}: ${r} ${g} ${b}`);
    }
    const [r, g, b] = data.subarray(3 * 48);
    assert.ok(r === g && g === b);
  });

  it("an import takes names that are not ASCII, and names that look like patterns", async () => {
    const place = fresh();
    const odd = drawVideo(path.join(place, "Ärger [1] 怒り.mp4"), 3);
    assert.equal((await clips.fromVideos(odd, raw)).clips[0].frameCount, 3);
  });

  it("an import that fails leaves what was there", async () => {
    const out = fresh();
    mkdirSync(path.join(out, "v"));
    writeFileSync(path.join(out, "v", "mine.txt"), "mine");
    const file = drawVideo(path.join(fresh(), "v.mp4"), 3);
    await assert.rejects(importing(file, out), /v: this folder exists and was not made by an import/);
    assert.deepEqual(readdirSync(path.join(out, "v")), ["mine.txt"]);
  });

  it("an import refuses half a video without leaving a trace", async () => {
    const file = drawVideo(path.join(fresh(), "v.mkv"), 80);
    truncateSync(file, 6000);
    const out = path.join(fresh(), "out");
    await assert.rejects(importing(file, out), /v\.mkv: the video is cut off/);
    assert.deepEqual(readdirSync(out), []);
  });
});

/** A PNG whose header claims 20000 x 20000 pixels. */
function hugePng(): Uint8Array {
  const svgFree = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12P4z8AAAAMBAQAY3Y2wAAAAAElFTkSuQmCC",
    "base64",
  );
  const bytes = Buffer.from(svgFree);
  bytes.writeUInt32BE(20000, 16);
  bytes.writeUInt32BE(20000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

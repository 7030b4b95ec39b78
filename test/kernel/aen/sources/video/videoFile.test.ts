import assert from "node:assert/strict";
import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { DataError } from "../../../../../kernel/files/dataError.js";
import { faceVideo } from "./faceVideo.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

/** What may touch a file, with the module that it is exported by. */
const watched: readonly [object, readonly string[]][] = [
  [fs, ["open", "openSync", "stat", "statSync", "lstat", "access", "accessSync", "readFile", "readFileSync"]],
  [fs, ["existsSync", "createReadStream"]],
  [fs.promises, ["open", "stat", "lstat", "access", "readFile"]],
  [childProcess, ["spawn", "execFile", "spawnSync", "execFileSync"]],
];

/** Carries work out and tells for each file how often which function was called with it, e.g. `{ stat: 1 }`. */
async function touches(files: readonly string[], work: () => Promise<unknown>) {
  const counts = new Map(files.map((file) => [path.basename(file), {} as Record<string, number>]));
  const undo = watched.flatMap(([module, names]) => names.map((name) => watch(module, name, counts)));
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    undo.forEach((restore) => restore());
    syncBuiltinESMExports();
  }
  return Object.fromEntries(counts);
}

type Functions = Record<string, (...given: unknown[]) => unknown>;

function watch(
  module: object,
  name: string,
  counts: ReadonlyMap<string, Record<string, number>>,
): () => void {
  const functions = module as Functions;
  const original = functions[name];
  functions[name] = new Proxy(original, {
    apply(target, self, given: unknown[]) {
      const named = given.flat().filter((value) => typeof value === "string");
      const count = named.map((value) => counts.get(path.basename(value))).find(Boolean);
      if (count) count[name] = (count[name] ?? 0) + 1;
      return Reflect.apply(target, self, given);
    },
  });
  return () => (functions[name] = original);
}

describe("a video file", () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  const checkedOnce = { stat: 1, open: 1 };
  /** Where there is a cache, whose key has a sample of the file. */
  const sampled = { ...checkedOnce, openSync: 1 };
  /** Its header is read before. */
  const decoded = (times: number) => ({ spawn: times + 1 });
  /** Among several, its size says whether it may be a copy. */
  const compared = { statSync: 1 };
  let files: string[];

  before(() => (files = ["a.mp4", "b.avi"].map((name) => drawVideo(at(name), 20))));

  it("gives its name, size and date when it is opened", async () => {
    const { size, mtimeMs } = fs.statSync(files[0]);
    assert.deepEqual(await openVideo(files[0]), {
      file: files[0],
      name: "a.mp4",
      bytes: size,
      changed: Math.round(mtimeMs),
    });
  });

  it("that is missing or empty is refused when it is opened", async () => {
    fs.writeFileSync(at("empty.mp4"), "");
    await assert.rejects(openVideo(at("none.mp4")), DataError);
    await assert.rejects(openVideo(at("empty.mp4")), /is empty/);
  });

  it("of a set is checked once and decoded once to measure it, and only checked the next time", async () => {
    const opening = () => clips.fromVideos(at("{a,b}.*"), { faces: false, cache: at("cache") });
    const again = { ...sampled, ...compared };
    const once = { ...again, ...decoded(1) };
    assert.deepEqual(await touches(files, opening), { "a.mp4": once, "b.avi": once });
    assert.deepEqual(await touches(files, opening), { "a.mp4": again, "b.avi": again });
  });

  it("is checked once and decoded once when it is imported, and only checked the next time", async () => {
    const importing = () => clips.importVideos(files, { faces: false, to: at("out") });
    const once = { ...checkedOnce, ...decoded(1) };
    assert.deepEqual(await touches(files, importing), { "a.mp4": once, "b.avi": once });
    assert.deepEqual(await touches(files, importing), { "a.mp4": checkedOnce, "b.avi": checkedOnce });
  });

  it("is checked once and decoded twice to find and cut out the face, and only checked the next time", async () => {
    const video = await faceVideo(at("face.mp4"));
    const opening = () => clips.fromVideos(video, { cache: at("cache") });
    assert.deepEqual(await touches([video], opening), { "face.mp4": { ...sampled, ...decoded(2) } });
    assert.deepEqual(await touches([video], opening), { "face.mp4": sampled });
  });

  it("of a described data set is checked once", async () => {
    await clips.writeDescription(at("dataset.json"), { format: "table", path: table(), faces: false });
    const opening = () => clips.fromDescription(at("dataset.json"));
    const { "a.mp4": first, "b.avi": second } = await touches(files, opening);
    // the table looks whether a row is there, and whether it names a folder or a video; it was decoded when described
    const once = { existsSync: 1, ...sampled, statSync: 1 + compared.statSync };
    assert.deepEqual([first, second], [once, once]);
  });

  function table(): string {
    fs.writeFileSync(at("labels.csv"), "path,label\na.mp4,0\nb.avi,1\n");
    return "labels.csv";
  }
});

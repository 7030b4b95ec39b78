import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { knownFacts } from "../../../../../kernel/aen/sources/video/knownFacts.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

describe("the facts of a video", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "clip.avi");
  const cache = path.join(folder, "cache");
  before(() => void drawVideo(file, 6, "32x24"));
  const factsFiles = () => readdirSync(cache).filter((name) => name.endsWith(".facts.json"));

  it("are measured once, and again for another rate or a file that changed", async () => {
    const first = await knownFacts(await openVideo(file), { cache });
    assert.equal(first.frameCount, 6);
    const [kept] = factsFiles();
    const told = { kind: "aen video facts", version: 1, facts: { ...first, codec: "from the cache" } };
    writeFileSync(path.join(cache, kept), JSON.stringify(told));
    assert.equal((await knownFacts(await openVideo(file), { cache })).codec, "from the cache");
    assert.equal((await knownFacts(await openVideo(file), { cache, frameRate: 5 })).frameCount, 3);
    drawVideo(file, 9, "32x24");
    assert.equal((await knownFacts(await openVideo(file), { cache })).frameCount, 9);
    assert.equal(factsFiles().length, 3);
  });

  it("are measured where the cache is torn or cannot be written", async () => {
    const video = await openVideo(file);
    for (const name of factsFiles()) writeFileSync(path.join(cache, name), "{");
    assert.equal((await knownFacts(video, { cache })).frameCount, 9);
    assert.equal((await knownFacts(video, { cache: path.join(file, "below") })).frameCount, 9);
  });
});

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as aen from "../../../../kernel/aen/index.js";
import { faceVideo } from "../sources/video/faceVideo.js";
import { temporaryFolder } from "../sources/video/testVideo.js";
import { smallestModel } from "../training/patternClips.js";

describe("aen.predict", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  const model = aen.model(smallestModel, { seed: 5 });
  after(() => model.dispose());
  const options = { to: at("out.csv"), device: "tensorflow", cache: at("cache") } as const;
  before(async () => {
    writeFileSync(at("a-broken.mp4"), "no video");
    await faceVideo(at("b.mp4"), 2);
    await aen.saveWeights(model, at("weights.safetensors"));
  });

  it("is stopped between videos, and continued by the same call with weights from a file", async () => {
    const stop = new AbortController();
    const onVideo = () => stop.abort(new Error("enough"));
    const pattern = at("*.mp4");
    await assert.rejects(aen.predict(model, pattern, { ...options, onVideo, signal: stop.signal }), /enough/);
    const result = await aen.predict(at("weights.safetensors"), pattern, options);
    const { frames, clips, videos, failed } = result;
    assert.equal(readFileSync(frames, "utf8").trim().split("\n").length, 3);
    assert.equal(readFileSync(clips, "utf8").trim().split("\n").length, 3);
    assert.deepEqual(videos.map(({ fileNumber, failed }) => [fileNumber, failed === null]), [
      [1, false],
      [2, true],
    ]); // prettier-ignore
    assert.match(failed[0].failed!, /a-broken\.mp4: this is not a video/);
    assert.match(
      String(result),
      /^video .*\n.*a-broken\.mp4 .*this is not a video.*\n.*b\.mp4 +2 .*\n1 of 2 videos are read\./,
    );
  });

  it("refuses other weights for the same table", async () => {
    const other = aen.model(smallestModel, { seed: 6 });
    await assert.rejects(
      aen.predict(other, at("b.mp4"), options),
      /out\.csv: this table was begun with other/,
    );
    other.dispose();
  });

  it("refuses numbers out of range before anything is written", async () => {
    for (const [name, value] of [
      ["size", 8],
      ["size", NaN],
      ["beta", 1.5],
    ] as const)
      // prettier-ignore
      await assert.rejects(
        aen.predict(model, at("b.mp4"), { ...options, to: at("new.csv"), [name]: value }),
        new RegExp(`"${name}" must be a number from`),
      );
    await assert.rejects(aen.predict(model, at("b.mp4"), { ...options, to: at("new.tsv") }), /ends in \.csv/);
  });
});

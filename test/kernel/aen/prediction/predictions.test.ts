import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { clipCells, Predictions } from "../../../../kernel/aen/prediction/predictions.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the result of predictions", () => {
  const file = path.join(temporaryFolder(), "out.clips.csv");
  const heading = "file,frames,faces,sentiment_Good,emotion_Happy,sentiment,emotion,warnings\n";
  writeFileSync(file, `${heading}a.mp4,20,18,0.900000,0.625000,Good,Happy,"face partly covered in 2"\n`);
  const outcome = { fileNumber: 1, fileCount: 1, wasThere: false, failed: null, unwritten: null };
  const result = new Predictions(
    "out.csv",
    file,
    [{ file: "a.mp4", ...outcome }],
    clipCells(file, ["a.mp4"]),
  );

  it("is a table in Markdown and in text", () => {
    const { "text/markdown": markdown, "text/plain": text } = result[displayMethod]() as Record<
      string,
      string
    >;
    assert.match(
      markdown,
      /^\| video \|.*\n.*\n\| a\.mp4 \| 20 \| 18 \| Good 0\.90 \| Happy 0\.63 \| face partly/,
    );
    assert.match(
      text,
      /^video +frames .*\na\.mp4 +20 .*\n1 of 1 videos are read\.\nVideos with warnings: 1\./,
    );
  });

  it("knows which videos failed, and rows that the table has not", () => {
    assert.deepEqual(result.failed, []);
    assert.deepEqual(clipCells(file, ["b.mp4"]), [null]);
  });
});

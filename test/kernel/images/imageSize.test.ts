import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { imageSize } from "../../../kernel/images/imageSize.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the size of an image", () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);

  it("is that of the upright picture, as it is read; null where there is no picture", async () => {
    const drawn = sharp({ create: { width: 6, height: 4, channels: 3, background: "red" } });
    await drawn.clone().png().toFile(at("plain.png"));
    await drawn.clone().withMetadata({ orientation: 6 }).jpeg().toFile(at("turned.jpg"));
    writeFileSync(at("text.png"), "text");
    assert.deepEqual(
      await Promise.all(
        ["plain.png", "turned.jpg", "text.png", "none.png"].map((name) => imageSize(at(name))),
      ),
      [[6, 4], [4, 6], null, null],
    );
  });
});

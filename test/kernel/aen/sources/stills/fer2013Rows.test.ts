import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fer2013Rows, type Fer2013Row } from "../../../../../kernel/aen/sources/stills/fer2013Rows.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { pixels } from "./fer2013File.js";

describe("the rows of FER2013", () => {
  const file = path.join(temporaryFolder(), "fer2013.csv");
  async function read(rows: string): Promise<Fer2013Row[]> {
    writeFileSync(file, `emotion,pixels,Usage\n${rows}`);
    const read: Fer2013Row[] = [];
    for await (const row of fer2013Rows(file)) read.push(row);
    return read;
  }

  it("have 48 x 48 grey values, a part and FERPlus's name", async () => {
    const rows = await read(
      `3,${pixels(7)},Training\n0,${pixels(8)},PrivateTest\n3,${pixels(7)},PublicTest\n`,
    );
    assert.deepEqual(
      rows.map(({ name, emotion, part, grey }) => [name, emotion, part, grey.length, grey[0], grey[2303]]),
      [
        ["fer0000000", "3", "train", 2304, 7, 7],
        ["fer0000001", "0", "test", 2304, 8, 8],
        ["fer0000002", "3", "validation", 2304, 7, 7],
      ],
    );
    assert.ok(rows[0].hash === rows[2].hash && rows[0].hash !== rows[1].hash);
  });

  it("are refused with their line where pixels are missing or no grey values, or the usage is unknown", async () => {
    await assert.rejects(read("3,1 2 3,Training\n"), /line 2: the row has 3 pixels, not 2304/);
    const wrong = `${pixels(1).slice(0, -1)}256`;
    await assert.rejects(
      read(`3,${wrong},Training\n`),
      /line 2: pixel 2304 is no whole number from 0 to 255/,
    );
    await assert.rejects(read(`3,${pixels(1)},train\n`), /line 2: "train" is none of FER2013's usages/);
  });
});

import assert from "node:assert/strict";
import { noneMatches, remarksOf } from "../../../../../kernel/aen/sources/labels/labelRemarks.js";

const rows = Array.from({ length: 8 }, (_, at) => ({ path: `${at}.mp4`, line: at + 2 }));
const files = ["/set/0.mp4", "/set/x.mp4"];
const naming = { root: "/set", file: "t.csv" };

describe("what a table does not say", () => {
  it("is told with names, lines and numbers: rows and videos that have no other half", () => {
    const [unused, without, ...others] = remarksOf(files, { rows, rowOf: [0, -1], naming }, 0);
    assert.equal(
      unused,
      "t.csv: 7 of 8 rows are about none of these videos: 1.mp4 (line 3), 2.mp4 (line 4), 3.mp4 (line 5), " +
        "4.mp4 (line 6), 5.mp4 (line 7) and 2 more.",
    );
    assert.equal(without, "1 of 2 videos have no row in t.csv and so no label: /set/x.mp4.");
    assert.deepEqual(others, []);
  });

  it("is nothing where every row has a video and every video a row", () => {
    assert.deepEqual(remarksOf(files, { rows: rows.slice(0, 2), rowOf: [0, 1], naming }, 0), []);
  });

  it("is an error where it is about other files altogether", () => {
    assert.match(
      noneMatches(files, { rows, rowOf: [-1, -1], naming }).message,
      /^t\.csv: none of the 8 rows is about one of the 2 videos: the first names "0\.mp4".*set root/,
    );
  });
});

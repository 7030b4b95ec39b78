import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import {
  readAnnotationList,
  type ListOptions,
} from "../../../../../kernel/aen/sources/annotations/annotationList.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("an annotation list", () => {
  const file = path.join(temporaryFolder(), "list.txt");
  function read(content: string | Buffer, options: Partial<ListOptions> = {}) {
    writeFileSync(file, content);
    return readAnnotationList(file, { labels: dfewLabels, ...options });
  }
  const refuses = (content: string | Buffer, message: RegExp, options: Partial<ListOptions> = {}) =>
    assert.rejects(read(content, options), { name: "DataError", message });

  it("may have Windows paths, CR LF, a byte order mark, tabs, spaces in paths and missing labels", async () => {
    const odd = "\uFEFFdfew\\train\\00001 64 3\r\n\r\n# note\r\nmy clips/a\t20\t-1\r\nc  16  0";
    assert.deepEqual(await read(odd), [
      { path: "dfew/train/00001", frames: 64, label: 3, written: "3", line: 1 },
      { path: "my clips/a", frames: 20, label: null, written: "-1", line: 4 },
      { path: "c", frames: 16, label: 0, written: "0", line: 5 },
    ]);
  });

  it("is read alike for any gaps between its fields, and any words in its paths", async () => {
    const gap = fc
      .array(fc.constantFrom(" ", "\t"), { minLength: 1, maxLength: 4 })
      .map((gaps) => gaps.join(""));
    const clip = fc.constantFrom("a", "a b", "a/1 2", "7", "1 2 3", "a  b");
    await fc.assert(
      fc.asyncProperty(
        clip,
        gap,
        fc.nat(999),
        gap,
        fc.integer({ min: 0, max: 6 }),
        async (name, g, frames, h, label) => {
          const [entry] = await read(`${name}${g}${frames}${h}${label}\n`, { firstLabel: 0 });
          assert.deepEqual(entry, { path: name, frames, label, written: String(label), line: 1 });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("of pictures may leave out the count, and names no clip", async () => {
    const entries = await read("a.jpg 3\nmy faces\\b 1.PNG 1 0\nc 1 2\n", { pictures: true });
    assert.deepEqual(
      entries.map(({ path: name, frames, label }) => [name, frames, label]),
      [
        ["a.jpg", 1, 3],
        ["my faces/b 1.PNG", 1, 0],
        ["c", 1, 2],
      ],
    );
    await refuses("a.jpg 0\nb 16 0\n", /line 2: "b" has 16 frames, so it is no still/, { pictures: true });
    await refuses("a.jpg 0\n", /line 1: "a\.jpg 0" has fewer than three fields/);
  });

  it("may count its labels from 1; -1 still means none", async () => {
    const labels = (await read("a 1 1\nb 1 7\nc 1 -1\n", { firstLabel: 1 })).map(({ label }) => label);
    assert.deepEqual(labels, [0, 6, null]);
    await refuses("a 1 0\n", /line 1: "0" is not one of the labels 1 Happy, 2 Sad, .* 7 Fear\.$/, {
      firstLabel: 1,
    });
    await refuses(
      "a 1 6\nb 1 7\n",
      /line 2: "7" is not one of the labels 0 Happy.*If the labels count from 1, pass firstLabel: 1/,
    );
    await refuses("a 1 8\n", /"8" is not one of the labels 0 Happy, .* 6 Fear\.$/);
  });

  it("is refused where its numbers may count from 0 or from 1", async () => {
    await refuses("a 1 1\nb 1 6\n", /list\.txt: its labels are 1 to 6, .*firstLabel: 0 or firstLabel: 1/);
    assert.deepEqual(
      (await read("a 1 1\nb 1 0\n")).map(({ label }) => label),
      [1, 0],
      "a 0 settles it",
    );
  });

  it("is rejected with the line that is invalid", async () => {
    await refuses("a 16 0\nb 16\n", /list\.txt, line 2: "b 16" has fewer than three fields/);
    await refuses("a 1.5 0\n", /line 1: "1\.5" is not a number of frames/);
    await refuses("a -4 0\n", /"-4" is not a number of frames/);
    await refuses("a 16 joyful\n", /line 1: "joyful" is not one of the labels/);
    await refuses("\n# only this\n", /names no clip/);
    await refuses(Buffer.from("gl\xfccklich 16 0\n", "latin1"), /line 1: it is not valid UTF-8/);
  });

  it("must not name a clip twice, whichever way its path is written", async () => {
    await refuses("a/b 16 0\nc 16 1\na\\b 16 0\n", /line 3: "a\/b" is already in line 1\. Remove/);
    await refuses("a 16 0\na 16 1\n", /line 2: "a" is already in line 1, with another label or count/);
    await refuses("a/b 16 0\nc/../a/./b 16 0\n", /line 2: "c\/\.\.\/a\/\.\/b" is already in line 1/);
  });

  it("is no longer read once its signal is aborted", async () => {
    const long = Array.from({ length: 5000 }, (_, clip) => `${clip} 16 0\n`).join("");
    await assert.rejects(read(long, { signal: AbortSignal.abort(new Error("enough")) }), /enough/);
  });
});

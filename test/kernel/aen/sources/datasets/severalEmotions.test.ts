import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { withSeveralEmotions } from "../../../../../kernel/aen/sources/datasets/severalEmotions.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the several emotions of a clip", () => {
  const folder = temporaryFolder();
  const clips = ["1", "2"].map((name) => ({
    path: name,
    code: "x",
    identity: null,
    groups: { kind: "old" },
  }));
  const read = (line: string) =>
    line.startsWith("#") ? null : { path: line[0], emotions: line.slice(1).split("+") };

  it("are those of the first list that is there, beside what else is known; lines that name no clip are passed over", () => {
    writeFileSync(path.join(folder, "second.txt"), "\uFEFF2joy+awe\r\n# end\r\n");
    assert.deepEqual(
      withSeveralEmotions(clips, folder, { files: ["first.txt", "second.txt"], read }).map(
        ({ groups }) => groups,
      ),
      [{ kind: "old" }, { kind: "old", emotions: "joy, awe" }],
    );
  });

  it("are not added where there is no list", () => {
    assert.deepEqual(withSeveralEmotions(clips, folder, { files: ["none.txt"], read }), clips);
  });
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { withPeople } from "../../../../../kernel/aen/sources/datasets/groupsOfPeople.js";
import type { PublishedGroups } from "../../../../../kernel/aen/sources/datasets/publishedGroups.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the groups of a data set's people", () => {
  const folder = temporaryFolder();
  const groups: PublishedGroups = {
    fields: { sex: "from people.csv", channel: "from the name" },
    ofName: () => ({}),
    people: { file: "people.csv", identity: "Actor", groups: ({ Sex }) => ({ sex: Sex }) },
  };
  const clip = (identity: string | null) => ({ path: "x", code: "c", identity, groups: { channel: "song" } });
  const contents = { clips: [clip("7"), clip("constructor"), clip(null)], remarks: [] };
  const read = (files: string[], known: PublishedGroups | null = groups) =>
    withPeople(contents, { name: "SET", groups: known ?? undefined }, folder, files);
  const table = (text: string) => writeFileSync(path.join(folder, "people.csv"), text);

  it("come from the row of each clip's person, beside what its name says", async () => {
    table('\uFEFF"Actor","Sex"\n7,"woman"\n8,man\n');
    const { clips, remarks } = await read(["a.mp4", "people.csv"]);
    assert.deepEqual(
      clips.map((each) => each.groups),
      [{ channel: "song", sex: "woman" }, { channel: "song" }, { channel: "song" }],
    );
    assert.deepEqual(remarks, []);
  });

  it("are missing with a sentence where the table is, and without one where there never is a table", async () => {
    assert.deepEqual((await read(["a.mp4"])).remarks, [
      "people.csv of SET is not in the folder: its clips have no groups by sex.",
    ]);
    const { people: _, ...without } = groups;
    assert.deepEqual(await read(["a.mp4"], without), contents);
    assert.deepEqual(await read(["a.mp4"], null), contents);
  });

  it("are refused from a table that lacks the person's column or cannot be read", async () => {
    table("Person,Sex\n7,woman\n");
    await assert.rejects(
      read(["people.csv"]),
      /people\.csv.*no column is named "Actor"; the columns are Person, Sex/,
    );
    table('Actor,Sex\n7,"wom');
    await assert.rejects(read(["people.csv"]), /this table of people cannot be read .*download it again/);
  });
});

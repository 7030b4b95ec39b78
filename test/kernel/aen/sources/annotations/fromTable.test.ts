import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LabelSet } from "../../../../../kernel/aen/labels.js";
import {
  clipsFromTable,
  type FromTableOptions,
} from "../../../../../kernel/aen/sources/annotations/fromTable.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { frameFolder } from "../frameFolder.js";

describe("the clips of a table", () => {
  const folder = temporaryFolder();
  async function read(content: string, options?: FromTableOptions) {
    writeFileSync(path.join(folder, "t.csv"), content);
    const set = await clipsFromTable(path.join(folder, "t.csv"), options);
    return set.clips.map(({ label, identity, frameCount }) => [label, identity, frameCount]);
  }
  before(async () => {
    for (const [name, frames] of [
      ["t/a", 2],
      ["t/b", 3],
      ["c", 1],
    ] as const)
      await frameFolder(path.join(folder, name), frames);
  });

  it("have the label and the person of their own row, in the table's order", async () => {
    const table = 'Clip;Emotion;Subject\n"t/b";"fear";S1\nt/a;0;S2\nc;;\n';
    assert.deepEqual(await read(table), [
      [6, "S1", 3],
      [0, "S2", 2],
      [null, null, 1],
    ]);
  });

  it("belong to the groups that the columns named in groups say, without empty fields", async () => {
    writeFileSync(path.join(folder, "g.csv"), "path,label,Sex,age\nt/a,0,woman,older\nt/b,1,man,\n");
    const table = path.join(folder, "g.csv");
    const groupsOf = async (groups?: string[]) =>
      (await clipsFromTable(table, { groups })).clips.map((clip) => clip.groups);
    assert.deepEqual(await groupsOf(["sex", "age"]), [{ sex: "woman", age: "older" }, { sex: "man" }]);
    assert.deepEqual(await groupsOf(), [undefined, undefined]);
    await assert.rejects(
      groupsOf(["skin"]),
      /g\.csv, line 1: no column is named "skin", which groups names; the columns are path, label, Sex, age/,
    );
  });

  it("lie below the table's folder or the root, with labels of the label set", async () => {
    const labels = new LabelSet(["Calm", "Tense"], { all: ["Calm", "Tense"] });
    const options = { root: path.join(folder, "t"), labels, columns: { label: "state" } };
    assert.deepEqual(await read("path,label,state\nb,0,tense\n", options), [[1, null, 3]]);
  });

  it("are rejected before any is opened if a label is unknown or a clip is listed twice", async () => {
    await assert.rejects(
      read("path,label\ngone,0\nc,joyful\n"),
      /t\.csv, line 3: "joyful" is not one of the labels/,
    );
    await assert.rejects(
      read("path,label\nc,0\n./t/../c,1\n"),
      /line 3: "\.\/t\/\.\.\/c" is already in line 2/,
    );
  });

  it("must all exist and have frames", async () => {
    await assert.rejects(
      read("path,label\nc,0\nt/d,0\n"),
      /line 3: "t\/d" does not exist \(looked for .*d\)/,
    );
    mkdirSync(path.join(folder, "empty"));
    await assert.rejects(read("path,label\nempty,0\n"), /empty: it contains no images/);
  });
});

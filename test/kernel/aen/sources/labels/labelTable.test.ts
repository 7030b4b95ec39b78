import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { readTable } from "../../../../../kernel/aen/sources/labels/labelTable.js";
import type { ColumnMap } from "../../../../../kernel/aen/clips/datasetDescription.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("a table of clips", () => {
  const file = path.join(temporaryFolder(), "table.csv");

  async function rows(content: string, columns?: ColumnMap): Promise<unknown[]> {
    writeFileSync(file, content);
    const read = await readTable(file, columns);
    return read.map(({ path: clip, label, identity, line }) => [clip, label, identity, line]);
  }
  const refuses = (content: string, message: RegExp, columns?: ColumnMap) =>
    assert.rejects(rows(content, columns), { name: "DataError", message });

  it("is read with commas, semicolons or tabs, a byte order mark, CR LF, spaces and empty lines", async () => {
    const expected = [
      ["a.mp4", "Happy", "Ann", 2],
      ["b/c.mp4", "3", null, 4],
    ];
    for (const mark of [",", ";", "\t"]) {
      const lines = ["\uFEFFPath,LABEL,Subject", "a.mp4, Happy,Ann", "", "b\\c.mp4,3,"];
      assert.deepEqual(await rows(lines.join("\r\n").replaceAll(",", mark)), expected, JSON.stringify(mark));
    }
  });

  it("is separated as its heading is: other separators are text", async () => {
    const table = "path;note;label\na.mp4;tired, 3;Happy\nb,1.mp4;;Sad\n";
    assert.deepEqual(await rows(table), [
      ["a.mp4", "Happy", null, 2],
      ["b,1.mp4", "Sad", null, 3],
    ]);
    const quoted = 'path,"who; where",label\na.mp4,Ann; home,Fear\n';
    assert.deepEqual(await rows(quoted), [["a.mp4", "Fear", null, 2]]);
  });

  it("may declare its separator in a first line, as Excel reads it", async () => {
    for (const first of ["sep=;", '\uFEFF"sep=;"', "SEP=|"]) {
      const mark = first.includes("|") ? "|" : ";";
      const table = "path;label;who, where\r\na.mp4;Happy;x\r\n".replaceAll(";", mark);
      assert.deepEqual(await rows(`${first}\r\n${table}`), [["a.mp4", "Happy", null, 3]], first);
    }
  });

  it("names nobody where a column of people says that they are not known", async () => {
    const unknown = ["NA", "n/a", "unknown", "-", "NaN", "None", "?"];
    const table = [
      "path,label,actor",
      ...unknown.map((name, at) => `${at}.mp4,Happy,${name}`),
      "z.mp4,Sad,Nan Goldin",
    ];
    const read = (await rows(table.join("\n"))) as string[][];
    assert.deepEqual(
      read.map(([, , identity]) => identity),
      [...unknown.map(() => null), "Nan Goldin"],
    );
  });

  it("may quote fields with separators, quotes and line breaks in them", async () => {
    assert.deepEqual(await rows('path,label,who\n"a, ""b"".mp4",sad,x\nc.mp4,fear,"y\nz"\n'), [
      ['a, "b".mp4', "sad", null, 2],
      ["c.mp4", "fear", null, 4],
    ]);
  });

  it("must not have a row with more fields than the heading: its label could be another field", async () => {
    await refuses(
      "path,note,label\na.mp4,tired, 3,Happy\n",
      /table\.csv, line 2: the row has 4 fields.* 3 col/,
    );
    assert.deepEqual(
      await rows("path,label\na.mp4,1,,\n"),
      [["a.mp4", "1", null, 2]],
      "empty ones are harmless",
    );
  });

  it("takes the first of the usual names that it has, not its first column", async () => {
    const table = "name,class,expression,label,video\nAnn,3b,frown,Angry,a.mp4\n";
    assert.deepEqual(await rows(table), [["a.mp4", "Angry", null, 2]]);
  });

  it("may have its columns in any order", async () => {
    assert.deepEqual(await rows("actor,emotion,file\nAnn,Sad,a.mp4\n"), [["a.mp4", "Sad", "Ann", 2]]);
    assert.deepEqual(await rows("label,path\n1,a.mp4\n"), [["a.mp4", "1", null, 2]]);
  });

  it("has the named columns, whatever the others are called", async () => {
    const table = "path,label,clip_id,Truth,Who\nx,0,a.mp4,5,Bob\n";
    const columns = { path: "CLIP_ID", label: "truth", identity: "who" };
    assert.deepEqual(await rows(table, columns), [["a.mp4", "5", "Bob", 2]]);
  });

  it("is rejected where a column that is read occurs twice, in any case", async () => {
    await refuses("path,label,label\na,0,1\n", /line 1: columns 2 and 3 are both named "label"/);
    await refuses("path,label,Person,person\na,0,A,B\n", /columns 3 and 4 are both named "person"/);
    await refuses("Path,label,path\na,0,b\n", /columns 1 and 3 are both named "path"/);
    writeFileSync(file, "path,label,sex,Sex\na,0,f,m\n");
    await assert.rejects(readTable(file, {}, ["sex"]), /columns 3 and 4 are both named "Sex"/);
    assert.equal((await rows("path,label,note,note,,\na,0,x,y,,\n")).length, 1);
  });

  it("is rejected without a column, a field or a row that it needs", async () => {
    await refuses(
      "who,label\na,0\n",
      /line 1: no column is named "path" or .*; the columns are who, label\. Name the right one/,
    );
    await refuses("path,label\na,0\n", /no column is named "age"; .*columns: \{ identity: "path" \}/, {
      identity: "age",
    });
    await refuses("path,label\na,0\nb\n", /line 3: the row has 1 fields, too few/);
    await refuses("path,label\n,0\n", /line 2: the row has 2 fields/);
    await refuses("path,label\n", /no rows below its heading/);
    await refuses('path,label\na,"0\n', /line \d: this table cannot be read/);
  });
});

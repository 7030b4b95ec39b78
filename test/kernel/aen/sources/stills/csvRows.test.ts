import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { csvRows, type CsvRow } from "../../../../../kernel/aen/sources/stills/csvRows.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the rows of a large table", () => {
  const file = path.join(temporaryFolder(), "t.csv");
  async function read(content: string, needed: string[] = []): Promise<CsvRow[]> {
    writeFileSync(file, content);
    const rows: CsvRow[] = [];
    for await (const row of csvRows(file, needed)) rows.push(row);
    return rows;
  }

  it("have fields by column in lower case, trimmed, with their line", async () => {
    assert.deepEqual(await read('\uFEFFemotion, Usage\n3,Training\n\n"0", PublicTest\n', ["usage"]), [
      { fields: { emotion: "3", usage: "Training" }, line: 2 },
      { fields: { emotion: "0", usage: "PublicTest" }, line: 4 },
    ]);
  });

  it("are refused without a column that is needed, and where a row has too few fields", async () => {
    await assert.rejects(
      read("a,b\n1,2\n", ["pixels"]),
      /line 1: no column is named "pixels"; the columns are a, b/,
    );
    await assert.rejects(read("a,b\n1,2\n3\n"), /line 3: this table cannot be read/);
    await assert.rejects(read("a,b,A\n1,2,3\n"), /line 1: columns 1 and 3 are both named "A"/);
  });
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { readTable } from "../../../../../kernel/aen/sources/labels/labelTable.js";
import { requireText, requireUtf8 } from "../../../../../kernel/aen/sources/labels/requireText.js";
import { csvRows } from "../../../../../kernel/aen/sources/stills/csvRows.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the text of a table", () => {
  const folder = temporaryFolder();
  const table = "path,label,person\na.mp4,Happy,Müller\nb.mp4,Sad,Möller\n";
  function write(name: string, content: string | Buffer): string {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  }

  it("is UTF-8, with or without a mark; what is packed or UTF-16 is named", async () => {
    for (const text of [table, `\uFEFF${table}`]) await requireText(write("good.csv", text));
    const utf16 = Buffer.from(`\uFEFF${table}`, "utf16le");
    for (const [content, message] of [
      [gzipSync(table), /compressed \(gzip\)\. Unpack it/],
      [Buffer.from("PK\x03\x04..."), /a workbook.*Save its sheet as CSV/],
      [utf16, /UTF-16 text/],
      [Buffer.from(utf16).swap16(), /UTF-16 text/],
    ] as const) {
      const file = write("bad.csv", content);
      await assert.rejects(readTable(file), message);
      await assert.rejects(csvRows(file, []).next(), message);
    }
  });

  it("has no letters of another encoding, which would make two people one", async () => {
    const latin = write("latin.csv", Buffer.from(table, "latin1"));
    await assert.rejects(readTable(latin), /latin\.csv, line 2: it is not valid UTF-8/);
    await assert.rejects(csvRows(latin, []).next(), /line 2: it is not valid UTF-8/);
    assert.doesNotThrow(() => requireUtf8(["Müller", "陽"], {}));
  });
});

import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { type DataTable, tableCsv } from "../../../media/view/dataTable.js";
import type * as dataTable from "../../../media/view/dataTable.js";
import { modulePage } from "../modulePage.js";

const table = (...rows: DataTable["rows"]): DataTable => ({ caption: "Clips", columns: ["clip", "n"], rows });

describe("a view's table as CSV", () => {
  it("has a line for the columns and one for each row, ended as RFC 4180 says; nothing stands for unknown", () => {
    assert.equal(tableCsv(table(["a", 0.5], ["b", null])), "clip,n\r\na,0.5\r\nb,\r\n");
  });

  it("is read as it was by another library, whatever the cells hold", () => {
    const rows = [
      ['said "no"', 1],
      ["one, two", -2.5],
      ["line\nbreak", 1e21],
      ["فرح", 0],
    ];
    const read = parse(tableCsv(table(...rows))) as string[][];
    assert.deepEqual(
      read.slice(1),
      rows.map((row) => row.map(String)),
    );
  });

  it("has no cell that a spreadsheet would run, and leaves negative numbers as they are", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
      const [, [cell, number]] = parse(tableCsv(table([`${start}1+1`, -1]))) as string[][];
      assert.deepEqual([cell, number], [`'${start}1+1`, "-1"]);
    }
  });
});

describe("a view's table on the page", () => {
  const test = modulePage();
  const show = (shown: DataTable) =>
    test.loading<typeof dataTable>("view/dataTable")(
      ({ tableTemplate, show }, given) => show(tableTemplate(given)),
      shown,
    );

  it("is named by its caption, with a heading for each column and row, and a dash for what is unknown", async () => {
    await show(table(["a", 1], ["b", null]));
    const { page } = test;
    const named = page.getByRole("table", { name: "Clips" });
    assert.deepEqual(await named.getByRole("columnheader").allInnerTexts(), ["clip", "n"]);
    assert.deepEqual(await named.getByRole("rowheader").allInnerTexts(), ["a", "b"]);
    assert.deepEqual(await named.getByRole("cell").allInnerTexts(), ["1", "–"]);
  });

  it("writes numbers as the view does, each on one line, and breaks sentences alone", async () => {
    const sentence = "no difference could be shown: 0.8 points UAR, 95 % interval -0.7 to 2.3";
    await test.loading<typeof dataTable>("view/dataTable")(
      ({ tableTemplate, show }, given) =>
        show(tableTemplate({ ...given, shown: (value, column) => `${value * 100} % of ${column}` })),
      { caption: "Clips", columns: ["clip", "UAR", "verdict"], rows: [["a", 0.5, sentence]] },
    );
    const cells = test.page.getByRole("cell");
    assert.deepEqual(await cells.allInnerTexts(), ["50 % of 1", sentence]);
    const wraps = await cells.evaluateAll((all) => all.map((one) => getComputedStyle(one).whiteSpace));
    assert.deepEqual(wraps, ["nowrap", "normal"]);
  });

  it("can be scrolled with the keyboard", async () => {
    await show(table(["a", 1]));
    await test.page.keyboard.press("Tab");
    const focused = test.page.locator(":focus");
    assert.equal(await focused.getAttribute("aria-label"), "Clips, table");
  });

  it("shows the first 300 rows, and says so where there are more", async () => {
    const rows = Array.from({ length: 301 }, (_, i) => [`clip ${i}`, i]);
    await show(table(...rows));
    assert.equal(await test.page.getByRole("rowheader").count(), 300);
    const note = test.page.getByText("The first 300 of 301 rows; the CSV has them all.");
    assert.equal(await note.count(), 1);
    await show(table(...rows.slice(1)));
    assert.equal(await note.count(), 0);
  });
});

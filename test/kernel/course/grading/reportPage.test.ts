import assert from "node:assert/strict";
import { reportColors, reportMain } from "../../../../kernel/course/grading/reportPage.js";
import { ada, bob } from "./records.js";

describe("the content of a report's page", () => {
  const page = reportMain([
    { lesson: "lesson-6", records: [bob, ada], numbers: new Map([["check-1", "6.1"]]) },
    { lesson: "lesson-7", records: [], numbers: new Map() },
  ]);
  const rowOf = (name: string) =>
    page.split("\n").find((line) => line.includes(`<th scope="row">${name}</th>`))!;

  it("has a row for each exercise, the hardest first, and a column for each student, who has the fewest points first", () => {
    const rows = [...page.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, name]) => name);
    assert.deepEqual(rows, ["check-2", "6.1"]);
    const students = [...page.matchAll(/class="student"><span>(.*?)<\/span>/g)].map(([, name]) => name);
    assert.deepEqual(students, ["=bob", "ada"]);
  });

  it("colours points by their share: none and all as no other", () => {
    const classes = (name: string) =>
      [...rowOf(name).matchAll(/points share(\d)">([\d.]+)</g)].map((all) => all.slice(1));
    assert.deepEqual(classes("6.1"), [
      ["0", "0"],
      ["5", "2"],
    ]);
    assert.deepEqual(classes("check-2"), [
      ["0", "0"],
      ["1", "0.5"],
    ]);
    const colors = reportColors();
    for (const level of [0, 1, 2, 3, 4, 5]) assert.equal(colors.split(`.share${level} `).length, 3);
  });

  it("has no colour for a student without a result", () => {
    const other = { ...bob, student: "cy", cells: [] };
    const row = reportMain([{ lesson: "lesson-6", records: [ada, other], numbers: new Map() }]);
    assert.match(row, /<td class="points">–<\/td>/);
  });

  it("tells the most common hint and what did not run, as text whatever a submission says", () => {
    const one = reportMain([{ lesson: "lesson-6", records: [ada], numbers: new Map() }]);
    assert.match(one, /Look at \| &lt;b&gt;axes&lt;\/b&gt; <span class="times">\(1 of 1\)/);
    assert.match(page, /<h3>Did not run to the end<\/h3>\n<ul><li>=bob: Cell 3 of 9/);
  });

  it("says where nothing is graded yet", () => {
    assert.match(page, /<h2>lesson-7<\/h2>\n<p>Nothing is graded yet\.<\/p>/);
  });
});

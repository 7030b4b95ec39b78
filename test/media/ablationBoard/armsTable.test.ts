import assert from "node:assert/strict";
import { armsTable } from "../../../media/ablationBoard/armsTable.js";
import { ablationPayload } from "../examplePayloads.js";

describe("the table of arms", () => {
  const { columns, rows } = armsTable(ablationPayload());
  const cell = (arm: string, column: string) => rows.find(([name]) => name === arm)![columns.indexOf(column)];

  it("gives each figure in percent and its difference from the base in points", () => {
    assert.equal(cell("without sentiment", "UAR"), 58.8);
    assert.equal(cell("without sentiment", "sentiment UAR (own head)"), 20);
    assert.equal(cell("without sentiment", "sentiment UAR (own head): difference"), -35);
    assert.equal(cell("without sentiment", "sentiment UAR (own head): from"), -37);
    assert.equal(cell("without sentiment", "sentiment UAR (group): difference"), -0.6);
  });

  it("is shown as the board shows it: rates in percent, differences in points with their sign", () => {
    const { shown } = armsTable(ablationPayload());
    const words = (arm: string, column: string) =>
      shown!(Number(cell(arm, column)), columns.indexOf(column), 1);
    assert.equal(words("without sentiment", "UAR"), "58.8 %");
    assert.equal(words("without sentiment", "sentiment UAR (own head): difference"), "−35.0");
    assert.equal(words("without emotion", "p (Dunnett)"), "0.010");
    assert.equal(words("without emotion", "emotion"), "0");
  });

  it("leaves the differences of the base empty", () => {
    assert.equal(cell("all terms", "difference"), null);
    assert.equal(cell("all terms", "sentiment UAR (group)"), 80);
  });

  it("has a name of its own for every column, and ends with all that is concluded", () => {
    assert.equal(new Set(columns).size, columns.length);
    assert.match(String(cell("without sentiment", "verdict")), /worse: −35\.0 .*never names Neutral$/);
  });
});

import assert from "node:assert/strict";
import { sortRuns } from "../../../../extension/runs/tree/runSort.js";
import { runRecord } from "../records.js";

describe("sorted runs", () => {
  const runs = [
    runRecord("1", { uar: 0.5, loss: 2, seconds: 10 }),
    runRecord("2", { uar: 0.7, loss: 3, seconds: 5 }),
    runRecord("3", { seconds: 7 }),
    runRecord("4", { seconds: 7 }),
  ];
  const order = (by: Parameters<typeof sortRuns>[1]) =>
    sortRuns(runs, by)
      .map(({ id }) => id)
      .join("");

  it("begin with the newest, the best rate, the lowest loss or the longest; without the figure they come last", () => {
    assert.deepEqual(
      [order("newest"), order("uar"), order("loss"), order("seconds")],
      ["4321", "2143", "1243", "1432"],
    );
  });
});

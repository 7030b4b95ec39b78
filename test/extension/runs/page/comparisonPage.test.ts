import "../../standIn/register.js";
import assert from "node:assert/strict";
import type { RunRecord } from "../../../../extension/runs/runRecord.js";
import { parseEvents } from "../../../../kernel/contracts/runs/runEvents.js";
import { eventsText, prediction, runRecord, twoEmotions } from "../records.js";

const { comparisonPage } = await import("../../../../extension/runs/page/comparisonPage.js");

const model = { ...twoEmotions };
const compared = (id: string, more: Partial<RunRecord> = {}, rates: number[] = [], named: number[] = []) => ({
  run: runRecord(id, { ...more, settings: { model, ...more.settings } }),
  details: {
    events: rates.length > 0 ? parseEvents(eventsText(rates)) : [],
    predictions: named.map((emotion, clip) => prediction(`${clip}`, clip % 2, emotion)),
  },
});
const first = compared(
  "a",
  { uar: 0.5, war: 0.6, epochs: 20, bestEpoch: 3, loss: 1.23456, device: "cpu" },
  [0.4, 0.5],
  [0, 1],
);
const second = compared(
  "b",
  { uar: 0.625, war: 0.7, state: "stopped", settings: { seed: 2 } },
  [0.3],
  [0, 0],
);
const third = compared("c", { settings: { seed: 3 } });

describe("runs side by side", () => {
  const section = (page: ReturnType<typeof comparisonPage>, heading: string) =>
    page.sections.find((each) => each.heading === heading);
  const rows = (page: ReturnType<typeof comparisonPage>, heading: string) => {
    const table = section(page, heading)!.parts[0];
    return table.part === "table"
      ? Object.fromEntries(table.rows.map(([name, ...values]) => [name, values]))
      : {};
  };

  it("show their figures with intervals, and a dash where one has none", () => {
    const page = comparisonPage([first, second, third]);
    assert.deepEqual([page.title, page.subtitle], ["3 runs", "a · b · c"]);
    const { UAR: uar, ...figures } = rows(page, "Figures");
    assert.deepEqual(figures.state, ["finished", "stopped", "finished"]);
    assert.deepEqual(figures.epochs, ["5 of 20", "5", "5"]);
    assert.deepEqual(figures["validation UAR"], ["50.0 %", "62.5 %", "–"]);
    assert.deepEqual(figures["evaluated clips"], ["2", "2", "–"]);
    assert.match(uar[0], /^100\.0 % \(/);
    assert.match(uar[1], /^50\.0 % \(/);
    assert.equal(uar[2], "–");
  });

  it("give the change of two in points, with a sign, and say that one run each does not show an effect", () => {
    const text = (...runs: Parameters<typeof comparisonPage>[0]) =>
      JSON.stringify(section(comparisonPage(runs), "Figures")!.parts[1]);
    assert.match(text(first, second), /b has \+12\.5 points UAR\. .*several seeds/);
    assert.match(text(second, first), /a has −12\.5 points UAR\./);
    assert.match(text(first, third), /"One run each/, "without a UAR there is no change to tell");
    assert.match(text(first, second, third), /"One run each/);
  });

  it("draw their curves over each other, and the difference of confusions of those that were evaluated", () => {
    const page = comparisonPage([first, second, third]);
    const [curves] = section(page, "Curves")!.parts;
    assert.ok(curves.part === "view" && curves.source.draws === "run-curves");
    assert.deepEqual(
      curves.source.runs.map(({ name, epochs }) => [name, epochs.length]),
      [
        ["a", 2],
        ["b", 1],
      ],
    );
    const [difference] = section(page, "Difference of the confusions")!.parts;
    assert.ok(difference.part === "view" && difference.source.draws === "confusion-difference");
    assert.deepEqual(
      difference.source.runs.map(({ name }) => name),
      ["a", "b"],
    );
    const without = comparisonPage([third, { ...third, run: runRecord("d") }]);
    assert.deepEqual(
      [section(without, "Curves"), section(without, "Difference of the confusions")],
      [undefined, undefined],
    );
  });

  it("leave runs with other emotions out of the difference", () => {
    const other = compared(
      "e",
      { settings: { model: { emotions: ["Fear", "Sad"], groups: { All: ["Fear", "Sad"] } } } },
      [],
      [0, 1],
    );
    assert.equal(section(comparisonPage([first, other]), "Difference of the confusions"), undefined);
  });

  it("list the settings that differ, and tell runs of the same name by their ids", () => {
    assert.deepEqual(rows(comparisonPage([first, second, third]), "Settings that differ"), {
      seed: ["–", "2", "3"],
    });
    const notes = { name: "same", tags: [], text: "" };
    const page = comparisonPage([compared("a", { notes }), compared("b", { notes })]);
    assert.equal(page.title, "same (a) and same (b)");
    assert.deepEqual(section(page, "Settings that differ")!.parts, [{ part: "text", text: "None." }]);
  });
});

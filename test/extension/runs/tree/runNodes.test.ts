import "../../standIn/register.js";
import assert from "node:assert/strict";
import { runRecord, studyRecord } from "../records.js";

const { childrenOf, countText, isNode, runNodes, runsIn } =
  await import("../../../../extension/runs/tree/runNodes.js");

describe("the nodes of the tree of runs", () => {
  const of = (notebook: string) => ({ settings: { cell: { notebook } } });
  const study = studyRecord({ plan: { cell: { notebook: "/w/a.ipynb" } } });
  const task = (id: string, uar: number) =>
    runRecord(id, { uar, settings: { study: "s1", arm: "base", seed: 1 } });
  const runs = [
    runRecord("5", of("/w/b.ipynb")),
    task("4", 0.4),
    task("3", 0.6),
    runRecord("2", of("/w/a.ipynb")),
    runRecord("1"),
  ];
  const nodes = runNodes(runs, [study], "uar");

  it("are notebooks, in them studies with their runs, and single runs; the newest run's notebook is first", () => {
    assert.deepEqual(
      nodes.map(({ notebook }) => notebook),
      ["/w/b.ipynb", "/w/a.ipynb", null],
    );
    const [ofStudy, single] = nodes[1].children;
    assert.ok("kind" in ofStudy && ofStudy.study === study);
    assert.deepEqual(
      ofStudy.runs.map(({ id }) => id),
      ["3", "4"],
      "sorted by UAR",
    );
    assert.equal("id" in single && single.id, "2");
    assert.deepEqual(
      nodes.map((node) => runsIn(node).length),
      [1, 3, 1],
    );
    assert.deepEqual([childrenOf(runs[0]), runsIn(runs[0])], [[], [runs[0]]]);
  });

  it("keep runs of a study whose record is gone among the single ones", () => {
    const [{ children }] = runNodes([task("4", 0.4)], [], "newest");
    assert.equal("id" in children[0] && children[0].id, "4");
  });

  it("are told from records", () => {
    assert.deepEqual([nodes[0], nodes[1].children[0], runs[0], study, undefined].map(isNode), [
      true,
      true,
      false,
      false,
      false,
    ]);
    assert.deepEqual([countText(1), countText(2)], ["1 run", "2 runs"]);
  });
});

import assert from "node:assert/strict";
import { liveType, scriptNames } from "../../../../kernel/notebook/html/pageScripts.js";
import type { NotebookOutput } from "../../../../kernel/notebook/notebookFile.js";
import { codeCell, notebookOf } from "../cell.js";

const plotly = "application/vnd.plotly.v1+json";
const vega = "application/vnd.vegalite.v5+json";
const own = "application/vnd.aen.timeline.v1+json";
const shows = (data: Record<string, unknown>): NotebookOutput => ({
  output_type: "display_data",
  data,
  metadata: {},
});

function namesFor(...bundles: Record<string, unknown>[]): string[] {
  return [...scriptNames(notebookOf({ ...codeCell(""), outputs: bundles.map(shows) }))].sort();
}

describe("the form of an output that a page's script draws", () => {
  it("is our own view before a figure, and neither where there are but stills", () => {
    assert.equal(liveType({ "text/plain": "x", [vega]: {}, [own]: {} }), own);
    assert.equal(liveType({ "image/png": "x", [plotly]: {} }), plotly);
    assert.equal(liveType({ "text/plain": "x", "image/svg+xml": "<svg/>" }), undefined);
  });

  it("is no type that only looks like one of ours", () => {
    for (const type of ["application/vnd.aen.timeline+json", `${own}.x`, "text/vnd.aen.timeline.v1+json"])
      assert.equal(liveType({ [type]: {} }), undefined, type);
  });
});

describe("the scripts of a page", () => {
  it("are those for what it shows, and none without", () => {
    assert.deepEqual(namesFor(), []);
    assert.deepEqual(namesFor({ "text/plain": "x" }), []);
    assert.deepEqual(namesFor({ [own]: {} }, { [vega]: {} }), ["views"]);
  });

  it("are the small Plotly for plain traces, the whole one as soon as one plot needs it", () => {
    const scatter = { [plotly]: { data: [{ type: "scatter" }] } };
    const sphere = { [plotly]: { data: [{ type: "scatter3d" }] } };
    assert.deepEqual(namesFor(scatter), ["plotlyCartesian"]);
    assert.deepEqual(namesFor(scatter, sphere, { [own]: {} }), ["plotly", "views"]);
  });

  it("pass over streams and errors, and cells without outputs", () => {
    const cells = [
      codeCell(""),
      { ...codeCell(""), outputs: [{ output_type: "stream", name: "stdout", text: "x" } as NotebookOutput] },
      { ...codeCell(""), outputs: undefined },
    ];
    assert.deepEqual([...scriptNames(notebookOf(...cells))], []);
  });
});

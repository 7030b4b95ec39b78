import assert from "node:assert/strict";
import {
  offerFrames,
  onSharedChange,
  select,
  sharedByViews,
} from "../../../media/selection/sharedSelection.js";
import { smallClip, smallLabels } from "../smallClips.js";

describe("what the views of a page share", () => {
  const frames = { numbers: [0] };
  let told = 0;
  let stop: () => void;
  beforeEach(() => {
    told = 0;
    stop = onSharedChange(() => told++);
  });
  afterEach(() => {
    stop();
    select(null);
    sharedByViews().clips.clear();
  });

  it("is the selection of the last view that selected, of which all are told", () => {
    const first = { source: {}, clips: new Set(["a"]), words: "first" };
    const second = { source: {}, clips: new Set(["b"]), words: "second" };
    select(first);
    select(second);
    assert.equal(sharedByViews().selection, second);
    select(null);
    assert.equal(sharedByViews().selection, null);
    assert.equal(told, 3);
  });

  it("is the frames that any view has, with the labels that belong to them", () => {
    const offered = smallClip("a", 0, 1, { frames });
    offerFrames([offered, smallClip("without frames", 0, 1)], smallLabels);
    assert.deepEqual([...sharedByViews().clips], [["a", { clip: offered, labels: smallLabels }]]);
    assert.equal(told, 1);
  });

  it("is not told again where nothing is new", () => {
    const clips = [smallClip("a", 0, 1, { frames })];
    offerFrames(clips, smallLabels);
    offerFrames(clips, smallLabels);
    offerFrames([], smallLabels);
    assert.equal(told, 1);
  });

  it("is told to every listener, also where one stops listening meanwhile, and to none that has stopped", () => {
    const heard: string[] = [];
    const stopFirst = onSharedChange(() => {
      heard.push("first");
      stopFirst();
    });
    const stopSecond = onSharedChange(() => heard.push("second"));
    select(null);
    stopSecond();
    select(null);
    assert.deepEqual(heard, ["first", "second"]);
  });

  it("is the same for renderers that were bundled each with a copy of the module", async () => {
    const copy = "../../../media/selection/sharedSelection.js?copy";
    const other = (await import(copy)) as { sharedByViews: typeof sharedByViews };
    assert.notEqual(other.sharedByViews, sharedByViews, "it is another copy");
    assert.equal(other.sharedByViews(), sharedByViews());
  });
});

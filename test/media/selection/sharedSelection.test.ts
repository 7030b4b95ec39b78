import assert from "node:assert/strict";
import { SharedByViews, sharedByPage } from "../../../media/selection/sharedSelection.js";
import { smallClip, smallLabels } from "../smallClips.js";

describe("what the views of a notebook share", () => {
  const frames = { numbers: [0] };
  let shared: SharedByViews;
  let told = 0;
  beforeEach(() => {
    shared = new SharedByViews();
    told = 0;
    shared.onChange(() => told++);
  });

  it("is the selection of the last view that selected, of which all are told", () => {
    const first = { source: {}, clips: new Set(["a"]), words: "first" };
    const second = { source: {}, clips: new Set(["b"]), words: "second" };
    shared.select(first);
    shared.select(second);
    assert.equal(shared.selection, second);
    shared.select(null);
    assert.equal(shared.selection, null);
    assert.equal(told, 3);
  });

  it("lets a view take back its own selection, and no other's", () => {
    const [own, other] = [{}, {}];
    shared.select({ source: own, clips: new Set(["a"]), words: "own" });
    shared.deselect(other);
    assert.equal(shared.selection?.words, "own");
    shared.deselect(own);
    assert.equal(shared.selection, null);
  });

  it("is the frames that any view has, with the labels that belong to them", () => {
    const offered = smallClip("a", 0, 1, { frames });
    shared.offerFrames([offered, smallClip("without frames", 0, 1)], smallLabels);
    assert.deepEqual([...shared.clips], [["a", { clip: offered, labels: smallLabels }]]);
    assert.equal(told, 1);
  });

  it("is not told again where nothing is new", () => {
    const clips = [smallClip("a", 0, 1, { frames })];
    shared.offerFrames(clips, smallLabels);
    shared.offerFrames(clips, smallLabels);
    shared.offerFrames([], smallLabels);
    assert.equal(told, 1);
  });

  it("is told to every listener, also where one stops listening meanwhile, and to none that has stopped", () => {
    const heard: string[] = [];
    const stopFirst = shared.onChange(() => {
      heard.push("first");
      stopFirst();
    });
    const stopSecond = shared.onChange(() => heard.push("second"));
    shared.select(null);
    stopSecond();
    shared.select(null);
    assert.deepEqual(heard, ["first", "second"]);
  });

  it("is one for a page, also for renderers that were bundled each with a copy of the module", async () => {
    const copy = "../../../media/selection/sharedSelection.js?copy";
    const other = (await import(copy)) as { sharedByPage: typeof sharedByPage };
    assert.notEqual(other.sharedByPage, sharedByPage, "it is another copy");
    assert.equal(other.sharedByPage(), sharedByPage());
  });
});

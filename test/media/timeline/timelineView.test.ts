import assert from "node:assert/strict";
import type { TimelinePayload } from "../../../kernel/contracts/payloads/timeline.js";
import type * as timelineView from "../../../media/timeline/timelineView.js";
import { modulePage } from "../modulePage.js";
import { smallClip, smallLabels } from "../smallClips.js";

const frames = {
  numbers: [0, 2],
  truth: [
    { emotion: 1, intensity: 0.5 },
    { emotion: 0, intensity: 0.5, deviation: "a smile" },
  ],
  pseudo: [
    [0.1, 0.7, 0.2],
    [0.123456, null, 0.5],
  ],
  network: [
    [0, 1, 0],
    [0, 0, 1],
  ],
  score: [1.5, null],
};
const payload: TimelinePayload = {
  ...{ view: "frame-timeline", version: 1, labels: smallLabels, beta: 0.3 },
  clip: smallClip("a", 1, 1, { frames }),
};

describe("the timeline of a clip", () => {
  const test = modulePage();
  const inPage = test.loading<typeof timelineView>("timeline/timelineView");
  const place = (given: TimelinePayload) =>
    inPage(({ TimelineView, host, place }, shown) => new TimelineView(place(), shown, host).start(), given);

  it("has a row for each frame in its table, with gaps where nothing is known", async () => {
    const { columns, rows } = await inPage(({ framesTable }, [clip, labels]) => framesTable(clip, labels), [
      payload.clip,
      smallLabels,
    ] as const);
    assert.deepEqual(
      columns.slice(-3),
      ["Happy", "Sad", "Angry"].map((name) => `pseudo label: ${name}`),
    );
    // disagreement of the first frame: (0.1 + 0.3 + 0.2) / 2
    assert.deepEqual(rows, [
      [0, "Sad", null, "Sad", "Sad", 0.3, 1.5, null, 0.1, 0.7, 0.2],
      [2, "Happy", "a smile", null, "Angry", null, null, null, 0.1235, null, 0.5],
    ]);
  });

  it("has a column of faces in its table where frames show none", async () => {
    const faceless = { ...frames, withoutFace: [2], truth: undefined, pseudo: [frames.pseudo[0], []] };
    const clip = smallClip("a", 1, 1, { frames: faceless });
    const { columns, rows } = await inPage(({ framesTable }, [shown, labels]) => framesTable(shown, labels), [
      clip,
      smallLabels,
    ] as const);
    assert.equal(columns[1], "face");
    assert.deepEqual(rows[0].slice(0, 6), [0, "found", null, null, "Sad", "Sad"]);
    assert.deepEqual(rows[1], [2, "none", ...new Array<null>(10).fill(null)]);
  });

  it("is named by its clip, and keeps the reader's frame and zoom", async () => {
    await place(payload);
    const slider = test.page.getByRole("region", { name: "Frames of a" }).getByRole("slider");
    await slider.press("End");
    await slider.press("+");
    await test.page.evaluate(() => document.body.replaceChildren());
    await place(payload);
    assert.equal(await slider.getAttribute("aria-valuenow"), "1");
    await slider.press("-");
    await place({ ...payload, clip: { ...payload.clip, id: "b" } });
    const other = test.page.getByRole("slider", { name: "Frame of b" });
    assert.equal(await other.getAttribute("aria-valuenow"), "0", "another clip has a state of its own");
  });

  it("says when its clip is among those that another view has selected", async () => {
    await place(payload);
    const select = (clip: string) =>
      inPage(
        ({ host }, id) => host.shared.select({ source: {}, clips: new Set([id]), words: "Sad, recognised" }),
        clip,
      );
    await select("b");
    assert.equal(await test.page.locator(".filter").count(), 0);
    await select("a");
    assert.equal(await test.page.locator(".filter").innerText(), "Selected: Sad, recognised");
  });

  it("offers its frames to the other views", async () => {
    await place(payload);
    const offered = await inPage(({ host }) => [...host.shared.clips.keys()]);
    assert.deepEqual(offered, ["a"]);
  });
});

import assert from "node:assert/strict";
import { readFrames } from "../../../kernel/figures/compute/frames.js";
import type { FramesPayload } from "../../../kernel/contracts/payloads/clips.js";
import type * as frameCard from "../../../media/timeline/frameCard.js";
import { drawnFace } from "../examplePayloads.js";
import { modulePage } from "../modulePage.js";
import { smallClip, smallLabels } from "../smallClips.js";

const frames: FramesPayload = {
  numbers: [0, 50],
  frameRate: 25,
  pseudo: [
    [0.2, 0.5, 0.3],
    [0.6, null, 0.4],
  ],
  network: [
    [1, 0, 0],
    [0.1, 0.2, 0.7],
  ],
  score: [1.234, null],
  attention: [0.0625, NaN],
};

describe("the card of the frame under the cursor", () => {
  const test = modulePage();
  async function show(known: Partial<FramesPayload>, at: number): Promise<void> {
    const clip = smallClip("a", 1, 1, { frames: { ...frames, ...known } });
    const colors = ["red", "green", "blue"];
    await test.loading<typeof frameCard>("timeline/frameCard")(
      ({ frameCard, show }, [given, reading, position, labels, palette]) =>
        show(frameCard(given, reading, position, labels, palette)),
      [clip, readFrames(clip)[at], at, smallLabels, colors] as const,
    );
  }
  const lines = () => test.page.locator(".card > p").allInnerTexts();
  const heading = () => test.page.getByRole("heading").innerText();
  const probabilities = () =>
    test.page.locator(".card dl").evaluate((list) => {
      const values = [...list.querySelectorAll("dd:not(.barTrack)")];
      const bars = [...list.querySelectorAll<HTMLElement>(".barFill")];
      return [...list.querySelectorAll("dt")].map((name, i) => [
        name.textContent,
        values[i].textContent,
        bars[i].style.width,
        bars[i].style.background,
      ]);
    });

  it("has the pseudo label's probabilities from the largest down, each beside its colour", async () => {
    await show({}, 0);
    assert.deepEqual(await probabilities(), [
      ["Sad", "50 %", "50%", "green"],
      ["Angry", "30 %", "30%", "blue"],
      ["Happy", "20 %", "20%", "red"],
    ]);
  });

  it("puts a probability that is not known last, with a dash", async () => {
    await show({}, 1);
    assert.deepEqual((await probabilities()).at(-1), ["Sad", "– %", "0%", "green"]);
  });

  it("falls back on the network's probabilities, and says which it shows", async () => {
    await show({}, 1);
    assert.ok((await lines()).includes("Pseudo label"));
    await show({ pseudo: undefined }, 1);
    assert.ok((await lines()).includes("Network"));
    assert.equal((await probabilities())[0][0], "Angry");
    await show({ pseudo: undefined, network: undefined }, 1);
    assert.equal(await test.page.locator(".card dl").count(), 0);
  });

  it("tells the frame's number and time, and the time only where the frame rate is known", async () => {
    await show({}, 1);
    assert.equal(await heading(), "Frame 50 · 2.00 s");
    await show({ frameRate: null }, 1);
    assert.equal(await heading(), "Frame 50");
  });

  it("has the figures that are known and finite", async () => {
    // disagreement of the first frame: (|0.2 - 1| + 0.5 + 0.3) / 2
    await show({}, 0);
    assert.deepEqual((await lines()).slice(1), [
      "disagreement 0.80",
      "transfer score 1.23",
      "attention 0.063",
    ]);
    await show({ network: undefined }, 1);
    assert.equal((await lines()).filter((line) => /disagreement|score|attention/.test(line)).length, 0);
  });

  it("tells a deviation that is known from one that is only suspected", async () => {
    const truth = (deviation?: string) => [0, 1].map(() => ({ emotion: 1, intensity: 1, deviation }));
    await show({ truth: truth("hand over the mouth") }, 0);
    assert.equal((await lines())[0], "Deviates: hand over the mouth");
    await show({ truth: truth() }, 1);
    assert.doesNotMatch((await lines()).join(), /eviate/);
    await show({ pseudo: [[], [0.6, 0.3, 0.1]] }, 1);
    assert.match((await lines())[0], /^May deviate: pseudo label differs/);
  });

  it("says where no face was found, and names no emotion there", async () => {
    await show({ withoutFace: [50] }, 1);
    assert.equal((await lines())[0], "No face was found: the frame has no label.");
    assert.equal(await test.page.locator(".card dl").count(), 0);
    await show({ withoutFace: [50] }, 0);
    assert.equal((await probabilities()).length, 3);
  });

  it("shows the frame's picture, which has a name for readers of the screen", async () => {
    await show({ thumbnails: ["", drawnFace(1)] }, 1);
    assert.equal(await test.page.getByRole("img", { name: "Frame 50 of a" }).count(), 1);
    await show({ thumbnails: ["", drawnFace(1)] }, 0);
    assert.equal(await test.page.getByRole("img").count(), 0);
  });

  it("is empty where there is no such frame", async () => {
    await show({}, 2);
    assert.equal(await test.page.locator(".card").count(), 0);
  });
});

import assert from "node:assert/strict";
import { lightTheme } from "../../../kernel/figures/theme.js";
import type * as timelinePanel from "../../../media/timeline/timelinePanel.js";
import type { TimelinePosition } from "../../../media/timeline/timelinePanel.js";
import { drawn } from "../drawn.js";
import { modulePage } from "../modulePage.js";
import { smallClip, smallLabels } from "../smallClips.js";

const pseudo = (count: number) =>
  Array.from({ length: count }, (_, t) => (t === 3 ? [0.7, 0.2, 0.1] : [0.1, 0.8, 0.1]));
const clipOf = (count: number, id = "a") =>
  smallClip(id, 1, 1, { frames: { numbers: pseudo(count).map((_, t) => 2 * t), pseudo: pseudo(count) } });

describe("the lanes of a clip with a cursor", () => {
  const test = modulePage();
  const inPage = test.loading<typeof timelinePanel>("timeline/timelinePanel");

  /** Shows clips one after the other in one panel. */
  const show = (...shown: [clip: ReturnType<typeof smallClip>, position?: Partial<TimelinePosition>][]) =>
    inPage(
      ({ TimelinePanel, place, note }, [all, labels, theme]) => {
        const panel = new TimelinePanel(note);
        place().append(panel.element);
        for (const [clip, position] of all)
          panel.show({ clip, labels, beta: 0.3, width: 400, theme }, position);
      },
      [shown, smallLabels, lightTheme] as const,
    );
  const slider = () => test.page.getByRole("slider");
  const at = async () => Number(await slider().getAttribute("aria-valuenow"));
  const press = async (...keys: string[]) => {
    await slider().focus();
    for (const key of keys) await test.page.keyboard.press(key);
    return at();
  };

  it("is a slider over the frames, whose position is read with what the frame shows", async () => {
    await show([clipOf(5), { frame: 3 }]);
    assert.equal(await test.page.getByRole("slider", { name: "Frame of a" }).count(), 1);
    const [low, high, words] = await Promise.all(
      ["aria-valuemin", "aria-valuemax", "aria-valuetext"].map((name) => slider().getAttribute(name)),
    );
    assert.deepEqual([low, high], ["0", "4"]);
    assert.equal(words, "frame 6, pseudo label Happy, deviates: pseudo label differs from the clip's");
  });

  it("is moved by the keyboard, never beyond its ends, and tells where it is", async () => {
    await show([clipOf(25)]);
    assert.equal(await press("ArrowLeft"), 0);
    assert.equal(await press("ArrowRight", "ArrowRight"), 2);
    assert.equal(await press("PageDown"), 12);
    assert.equal(await press("PageUp"), 2);
    assert.equal(await press("End"), 24);
    assert.equal(await press("PageDown"), 24);
    assert.equal(await press("Home"), 0);
    assert.deepEqual((await test.noted()).at(-3), { frame: 24, zoom: 1 });
  });

  it("leaves other keys to the page, and no key that it uses", async () => {
    await show([clipOf(5)]);
    await inPage(({ note }) => document.addEventListener("keydown", ({ key }) => note(key)));
    await press("a", "Escape", "ArrowRight", "+");
    const heard = (await test.noted()).filter((what) => typeof what === "string");
    assert.deepEqual(heard, ["a", "Escape"]);
  });

  it("zooms in steps by key and button, which ends where there is no further step", async () => {
    await show([clipOf(25)]);
    const width = async () => {
      await drawn(test.page);
      return (await test.page.locator(".drawing svg").boundingBox())!.width;
    };
    const before = await width();
    await press("+", "=", "+", "+");
    assert.deepEqual(await test.noted(), [
      { frame: 0, zoom: 1.5 },
      { frame: 0, zoom: 2 },
      { frame: 0, zoom: 3 },
    ]);
    assert.ok((await width()) > 2 * before);
    const [out, zoomIn] = ["Zoom out", "Zoom in"].map((name) => test.page.getByRole("button", { name }));
    assert.equal(await zoomIn.isDisabled(), true);
    await press("-", "-", "-", "-");
    await out.click();
    assert.equal(await out.isDisabled(), true);
    assert.deepEqual((await test.noted()).at(-1), { frame: 0, zoom: 0.25 });
  });

  it("keeps the cursor in sight when the keyboard moves it", async () => {
    await show([clipOf(60), { zoom: 3 }]);
    await drawn(test.page);
    const left = () => test.page.locator(".frames").evaluate(({ scrollLeft }) => scrollLeft);
    assert.equal(await left(), 0);
    await press("End");
    assert.ok((await left()) > 100);
    await press("Home");
    assert.equal(await left(), 0);
  });

  it("follows the pointer over the frames", async () => {
    await show([clipOf(5)]);
    await drawn(test.page);
    const cursor = async () => (await test.page.locator(".cursor").boundingBox())!;
    await press("ArrowRight", "ArrowRight");
    const { x, y, width } = await cursor();
    await press("Home");
    await test.page.mouse.move(x + width / 2, y + 5);
    assert.equal(await at(), 2);
  });

  it("begins where the reader left, brought into the clip where that is shorter now", async () => {
    await show([clipOf(5), { frame: 99, zoom: 7 }]);
    assert.equal(await at(), 4);
    await press("+");
    assert.deepEqual(
      await test.noted(),
      [{ frame: 4, zoom: 1.5 }],
      "an unknown zoom counts as the usual one",
    );
  });

  it("takes another clip in its place", async () => {
    await show([clipOf(25), { frame: 20 }], [clipOf(5, "b")]);
    assert.equal(await test.page.getByRole("slider", { name: "Frame of b" }).count(), 1);
    assert.equal(await at(), 4);
  });

  it("has words alone for a clip without frames", async () => {
    await show([smallClip("a", 1, 0)]);
    assert.equal(await slider().count(), 0);
    assert.deepEqual(await test.page.locator(".timelinePanel > p").allInnerTexts(), [
      "a: labelled Sad; the network says Happy (80 %).",
      "No frames were saved with this view.",
    ]);
  });
});

import assert from "node:assert/strict";
import type * as clipList from "../../../media/confusionMatrix/clipList.js";
import type { ListedClip } from "../../../media/confusionMatrix/clipList.js";
import { modulePage } from "../modulePage.js";
import { smallClip, smallLabels } from "../smallClips.js";

const frames = { numbers: [0], thumbnails: [""] };
const listed = (id: string, more: Parameters<typeof smallClip>[3] = {}): ListedClip => ({
  clip: smallClip(id, 1, 0, more),
  predicted: 0,
});
/** A clip whose network is less sure: the probability of Happy is 0.5. */
const unsure = (id: string, more = {}): ListedClip => {
  const scores = [0.5, 0.25, 0.25].map(Math.log);
  return listed(id, { clip: scores, emotion: scores, ...more });
};

describe("the clips of a cell", () => {
  const test = modulePage();
  const inPage = test.loading<typeof clipList>("confusionMatrix/clipList");
  const show = (
    clips: readonly ListedClip[],
    more: { shown?: number; canAsk?: boolean; open?: string } = {},
  ) =>
    inPage(
      ({ clipList, show, note, host }, [given, labels, chosen]) =>
        show(
          clipList({
            ...{ heading: "Sad, taken for Happy", clips: given, labels, beta: 0.3 },
            ...{ shown: 24, open: null, shared: host.shared, canAsk: false, ...chosen },
            onOpen: (id) => note(`open ${id}`),
            onMore: () => note("more"),
            onClose: () => note("close"),
          }),
        ),
      [clips, smallLabels, more] as const,
    );
  const clips = () => test.page.locator("button.clip");
  const ids = () => test.page.locator(".clip .id").allInnerTexts();
  const button = (name: string) => test.page.getByRole("button", { name });

  it("are listed with those that have frames first, then by how sure the network was", async () => {
    await show([
      unsure("unsure"),
      listed("sure"),
      unsure("unsure, frames", { frames }),
      listed("sure, frames", { frames }),
    ]);
    assert.deepEqual(await ids(), ["sure, frames", "unsure, frames", "sure", "unsure"]);
  });

  it("tell the probability of what the network named and of the truth, once where they agree", async () => {
    await show([listed("wrong")]);
    assert.equal(await test.page.locator(".scores").first().innerText(), "Happy 80 % · Sad 10 %");
    await show([{ clip: smallClip("right", 0, 0), predicted: 0 }]);
    assert.equal(await test.page.locator(".scores").first().innerText(), "Happy 80 %");
    await show([{ clip: smallClip("unlabelled", null, 0), predicted: 0 }]);
    assert.equal(await test.page.locator(".scores").first().innerText(), "Happy 80 %");
  });

  it("can be opened where their frames are in the page or a kernel can be asked", async () => {
    await show([listed("none"), listed("own", { frames })]);
    assert.deepEqual([await clips().nth(0).isEnabled(), await clips().nth(1).isEnabled()], [true, false]);
    assert.match(await clips().nth(1).innerText(), /frames not in this notebook/);
    await show([listed("none")], { canAsk: true });
    await clips().click();
    assert.deepEqual(await test.noted(), ["open none"]);
  });

  it("count frames that another view of the page has", async () => {
    const [elsewhere, plain] = [listed("elsewhere", { frames }).clip, listed("elsewhere")];
    await inPage(({ host }, [clip, labels]) => host.shared.offerFrames([clip], labels), [
      elsewhere,
      smallLabels,
    ] as const);
    await show([plain]);
    assert.equal(await clips().isEnabled(), true);
    assert.doesNotMatch(await clips().innerText(), /not in this notebook/);
  });

  it("mark the one that is open", async () => {
    await show([listed("a", { frames }), listed("b", { frames })], { open: "b" });
    const pressed = test.page.getByRole("button", { pressed: true });
    assert.match(await pressed.innerText(), /^b\n/);
    assert.equal(await pressed.count(), 1);
  });

  it("are shown in part where there are many, with the number of those that are left", async () => {
    const many = Array.from({ length: 5 }, (_, i) => listed(`clip ${i}`));
    await show(many, { shown: 2 });
    assert.equal(await clips().count(), 2);
    await button("Show more (3 left)").click();
    await button("Close").click();
    assert.deepEqual(await test.noted(), ["more", "close"]);
    await show(many, { shown: 5 });
    assert.equal(await button("Show more").count(), 0);
  });

  it("are a named region, which says so where there are none", async () => {
    await show([]);
    const region = test.page.getByRole("region", { name: "Sad, taken for Happy" });
    assert.match(await region.innerText(), /No clips here\./);
    assert.equal(await clips().count(), 0);
  });
});

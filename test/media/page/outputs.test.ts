import assert from "node:assert/strict";
import type * as outputs from "../../../media/page/outputs.js";
import { modulePage } from "../modulePage.js";

describe("outputs of a notebook's HTML page", () => {
  const test = modulePage();
  const inPage = test.loading<typeof outputs>("page/outputs");
  const output = (id: string, type: string, text: string) =>
    `<div class="view" id="${id}"><script type="${type}">${text}</script><div class="still">still</div></div>`;
  const page = [
    output("wanted", "application/x", '{"a": 1}'),
    output("other", "application/y", "{}"),
    output("damaged", "application/x", '{"a": '),
    output("refused", "application/x", '{"a": 2}'),
    '<script type="application/x">{"a": 3}</script>',
  ].join("");
  const isStill = (id: string) => test.page.locator(`#${id} .still`).isVisible();

  it("come to life where their type is wanted; the picture stays for what is damaged or cannot be drawn", async () => {
    await inPage(async ({ bringToLife, note }, html) => {
      document.body.innerHTML = html;
      const isWanted = (type: string) => type === "application/x";
      bringToLife(isWanted, async (place, data, type) => {
        note([type, data]);
        place.textContent = "alive";
        return (data as { a: number }).a === 1;
      });
    }, page);
    assert.deepEqual(await test.noted(), [
      ["application/x", { a: 1 }],
      ["application/x", { a: 2 }],
    ]);
    assert.equal(await test.page.locator("#wanted > div:not(.still)").innerText(), "alive");
    const still = await Promise.all(["wanted", "other", "damaged", "refused"].map(isStill));
    assert.deepEqual(still, [false, true, true, true]);
    assert.equal(await test.page.locator("#damaged > div").count(), 1, "no empty place is left");
  });

  it("hide a picture only once the drawing is there", async () => {
    await inPage(
      ({ bringToLife }, html) => {
        document.body.innerHTML = html;
        const drawing = new Promise<boolean>((resolve) =>
          Object.assign(globalThis, { finish: () => resolve(true) }),
        );
        bringToLife(
          () => true,
          () => drawing,
        );
      },
      output("slow", "application/x", "{}"),
    );
    assert.equal(await isStill("slow"), true);
    await test.page.evaluate(() => (globalThis as unknown as { finish(): void }).finish());
    await test.page.locator("#slow .still").waitFor({ state: "hidden" });
  });

  it("say above the picture why a user's figure cannot be drawn", async () => {
    const drawn = await inPage(async ({ figure, place }) => {
      const failing = figure(async (where) => {
        where.textContent = "half of it";
        throw new Error("no <b>data</b>");
      });
      return [await failing(place(), {}, "x"), await figure(async () => undefined)(place(), {}, "x")];
    });
    assert.deepEqual(drawn, [false, true]);
    assert.equal(await test.page.locator("p").innerText(), "This figure cannot be drawn: no <b>data</b>");
    assert.doesNotMatch(await test.page.locator("body").innerText(), /half of it/);
  });
});

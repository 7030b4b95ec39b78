import assert from "node:assert/strict";
import type * as storedState from "../../../media/host/storedState.js";
import { modulePage } from "../modulePage.js";

describe("the state of views in the browser's storage", () => {
  const test = modulePage();
  afterEach(() => test.page.evaluate(() => localStorage.clear()));
  const inPage = test.loading<typeof storedState>("host/storedState");

  it("is found again after a reload of the page, each view's under its own key", async () => {
    await inPage(({ storedState }) => {
      const state = storedState();
      state.save("one", { beta: 0.5 });
      state.save("other", null);
    });
    await test.page.reload();
    const found = await inPage(({ storedState }) => {
      const { load } = storedState();
      return [
        load("one"),
        load("other"),
        load("never saved") === undefined,
        Object.keys(localStorage).sort(),
      ];
    });
    assert.deepEqual(found, [{ beta: 0.5 }, null, true, ["aen.view.one", "aen.view.other"]]);
  });

  it("is none where what was stored is damaged", async () => {
    const found = await inPage(({ storedState }) => {
      localStorage.setItem("aen.view.one", '{"beta": 0.');
      return storedState().load("one") === undefined;
    });
    assert.equal(found, true);
  });

  it("lasts as long as the page where the storage is full", async () => {
    const { kept, later } = await inPage(({ storedState }) => {
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        try {
          localStorage.setItem(`filling ${size}`, "x".repeat(size));
        } catch {
          // this much does not fit any more
        }
      }
      const state = storedState();
      state.save("one", { words: "y".repeat(1000) });
      return { kept: state.load("one") as { words: string }, later: storedState().load("one") };
    });
    assert.equal(kept.words.length, 1000);
    assert.equal(later, undefined, "the storage is full");
  });
});

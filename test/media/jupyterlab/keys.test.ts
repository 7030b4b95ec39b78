import assert from "node:assert/strict";
import type * as keys from "../../../media/jupyterlab/keys.js";
import { modulePage } from "../modulePage.js";

describe("the keys of a view in JupyterLab", () => {
  const test = modulePage();
  beforeEach(() =>
    test.loading<typeof keys>("jupyterlab/keys")(({ leaveKeysToViews, place, note }) => {
      const outside = place();
      outside.innerHTML = `<button id="outside"></button><div class="aen-view"><div id="host"></div></div>`;
      const root = outside.querySelector("#host")!.attachShadow({ mode: "open" });
      root.innerHTML = `<button></button><input type="number"><input type="range"><p tabindex="0"></p>`;
      const stop = leaveKeysToViews("aen-view");
      Object.assign(globalThis, { stop });
      // Lumino listens so, and skips its shortcuts where the event's target has the mark.
      const lumino = (event: KeyboardEvent) => {
        if (!(event.target as Element).hasAttribute("data-lm-suppress-shortcuts")) note(event.key);
      };
      document.addEventListener("keydown", lumino, { capture: true });
    }),
  );
  async function heard(control: string, ...pressed: string[]): Promise<unknown[]> {
    await test.page.locator(control).first().focus();
    for (const key of pressed) await test.page.keyboard.press(key);
    return test.noted();
  }

  it("are not taken for shortcuts of the notebook where they operate a control", async () => {
    assert.deepEqual(await heard("#host button", "Enter", "ArrowDown", "Home"), []);
    assert.deepEqual(await heard("input[type=range]", "ArrowLeft", "PageUp"), []);
  });

  it("are not taken for shortcuts where they are typed into a field", async () => {
    assert.deepEqual(await heard("input[type=number]", "1", "d", "d", "Backspace"), []);
  });

  it("remain shortcuts with Ctrl, on words, and outside of views", async () => {
    assert.deepEqual(await heard("#host button", "Enter", "Control+s", "b"), ["Control", "s", "b"]);
    assert.deepEqual(await heard("p", "ArrowDown"), ["ArrowDown"]);
    assert.deepEqual(await heard("#outside", "ArrowDown"), ["ArrowDown"]);
  });

  it("are the notebook's again after it has been stopped", async () => {
    await test.page.evaluate(() => (globalThis as unknown as { stop(): void }).stop());
    assert.deepEqual(await heard("#host button", "ArrowDown"), ["ArrowDown"]);
  });
});

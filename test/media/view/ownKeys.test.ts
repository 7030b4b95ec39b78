import assert from "node:assert/strict";
import type * as ownKeys from "../../../media/view/ownKeys.js";
import { modulePage } from "../modulePage.js";

describe("the keys of a view's controls", () => {
  const test = modulePage();
  beforeEach(() =>
    test.loading<typeof ownKeys>("view/ownKeys")(({ keepOwnKeys, place, note }) => {
      const root = place().attachShadow({ mode: "open" });
      root.innerHTML = `<p tabindex="0">words</p><button><b>inside</b></button><input type="range"><input type="number">
        <svg><g tabindex="0" role="button"></g></svg><div role="slider" tabindex="0"></div>`;
      keepOwnKeys(root);
      document.addEventListener("keydown", ({ key }) => note(key));
    }),
  );
  async function heard(control: string, ...keys: string[]): Promise<unknown[]> {
    await test.page.locator(control).focus();
    for (const key of keys) await test.page.keyboard.press(key);
    return test.noted();
  }

  for (const control of ["button", "input[type=range]", "[role=button]", "[role=slider]"]) {
    it(`do not reach the notebook around it from ${control}`, async () => {
      const keys = ["Home", "End", "PageUp", "PageDown", "Enter", " ", "ArrowLeft", "ArrowDown"];
      assert.deepEqual(await heard(control, ...keys), []);
    });
  }

  it("do not reach the notebook where they are typed into a field: two letters d would delete a cell", async () => {
    assert.deepEqual(await heard("input[type=number]", "1", "d", "d", "Backspace", "Delete"), []);
    assert.deepEqual(await heard("input[type=number]", "Escape", "F1"), ["Escape", "F1"]);
  });

  it("reach it with Ctrl, Alt or Meta, and where they operate nothing", async () => {
    assert.deepEqual(await heard("button", "Control+Enter"), ["Control", "Enter"]);
    assert.deepEqual(await heard("button", "Alt+ArrowDown"), ["Alt", "ArrowDown"]);
    assert.deepEqual(await heard("button", "Escape", "a", "F1"), ["Escape", "a", "F1"]);
    assert.deepEqual(await heard("p", "ArrowDown", "Enter"), ["ArrowDown", "Enter"]);
  });

  it("are kept also when they are pressed on something inside of a control", async () => {
    await test.page.locator("b").evaluate((inside) => {
      const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true });
      inside.dispatchEvent(event);
    });
    assert.deepEqual(await test.noted(), []);
  });
});

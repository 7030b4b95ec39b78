import assert from "node:assert/strict";
import type * as meanings from "../../../media/view/meanings.js";
import { modulePage } from "../modulePage.js";

describe("what the words of a view mean", () => {
  const test = modulePage();
  const inPage = test.loading<typeof meanings>("view/meanings");

  it("stands in a list that opens by keyboard, in the order of the view", async () => {
    await inPage(({ meaningsOf, show }) => show(meaningsOf(["WAR", "UAR"])), {});
    const list = test.page.locator("dl");
    assert.equal(await list.isVisible(), false);
    await test.page.locator("summary").press("Enter");
    assert.deepEqual(await list.locator("dt").allInnerTexts(), ["WAR", "UAR"]);
    assert.match(await list.locator("dd").first().innerText(), /share of all clips/);
  });
});

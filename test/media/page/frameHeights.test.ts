import assert from "node:assert/strict";
import type * as frameHeights from "../../../media/page/frameHeights.js";
import { modulePage } from "../modulePage.js";

describe("frames of rich HTML in a page", () => {
  const test = modulePage();
  const inPage = test.loading<typeof frameHeights>("page/frameHeights");

  it("are as high as what is in them, also without scripts", async () => {
    await inPage(({ followHeights, place }) => {
      place().innerHTML =
        '<iframe class="html" style="width:100%;border:0" sandbox="allow-same-origin" srcdoc="<!doctype html><body style=margin:0><div style=height:234px>"></iframe>';
      followHeights();
    });
    await test.page.waitForFunction(() => document.querySelector("iframe")!.offsetHeight === 250);
    assert.equal(await test.page.locator("iframe").count(), 1);
  });
});

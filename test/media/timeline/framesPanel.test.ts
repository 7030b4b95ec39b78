import assert from "node:assert/strict";
import type * as framesPanel from "../../../media/timeline/framesPanel.js";
import { modulePage } from "../modulePage.js";

describe("the panel with the frames of a clip", () => {
  const test = modulePage();

  it("is named after the clip, holds what it is given, and asks to be closed", async () => {
    await test.loading<typeof framesPanel>("timeline/framesPanel")(({ framesPanel, show, html, note }) =>
      show(framesPanel("clip <7>", html`<i>frames</i>`, () => note("close"))),
    );
    const panel = test.page.getByRole("region", { name: "Frames of clip <7>" });
    assert.equal(await panel.getByRole("heading").innerText(), "Frames of clip <7>");
    assert.equal(await panel.locator("i").innerText(), "frames");
    await panel.getByRole("button", { name: "Close" }).click();
    assert.deepEqual(await test.noted(), ["close"]);
  });
});

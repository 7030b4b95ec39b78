import assert from "node:assert/strict";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import { partlyRight } from "../examples/exercise-check.js";
import { withBrowser } from "../withBrowser.js";

describe("ExerciseCheckView", function () {
  this.timeout(90_000);
  const test = withBrowser();
  const mimeType = viewMimeTypes["exercise-check"];

  it("shows the hint on request, by the keyboard alone, and tells a screen reader", async () => {
    const { page } = await test.show([{ mimeType, payload: partlyRight }], { width: 800 });
    const button = page.getByRole("button", { name: "Show hint" });
    assert.equal(await page.getByText("No gradient reaches").count(), 0);
    assert.equal(await button.getAttribute("aria-expanded"), "false");
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Hide hint", expanded: true }).waitFor();
    assert.match((await page.getByRole("status").textContent()) ?? "", /No gradient reaches/);
  });

  it("speaks German around an English lesson, and has no hint where all is right", async () => {
    const { hint: _, ...passed } = { ...partlyRight, points: 4, language: "de" as const };
    const { page } = await test.show([{ mimeType, payload: passed }], { width: 320 });
    await page.getByRole("heading", { name: "Aufgabe 6.4: Semantic transfer" }).waitFor();
    assert.match(await page.locator(".checkState").innerText(), /Bestanden, 4 von 4 Punkten/);
    assert.equal(await page.getByRole("button", { name: "Hinweis zeigen" }).count(), 0);
  });
});

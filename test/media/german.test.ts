import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { viewNames } from "../../kernel/contracts/views.js";
import { exampleOutputs } from "./exampleViews.js";
import { measuredLayout } from "./measuredLayout.js";
import { differenceFromReference } from "./referencePictures.js";
import { axeViolations } from "./axeViolations.js";
import { withBrowser } from "./withBrowser.js";

/** Of a notebook beside a file, and on a large screen. */
const widths = [560, 1100];
const pictured = ["training-board", "confusion-matrix"] as const;

describe("views in German", function () {
  this.timeout(120_000);
  const test = withBrowser();

  for (const width of widths) {
    it(`have no texts over each other and nothing cut off at ${width} px`, async () => {
      const outputs = await exampleOutputs();
      const { page } = await test.show(outputs, { width: width + 16 }, outputs.length, "de");
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".view > div:not(.still) > *")].every(
          ({ shadowRoot }) => !shadowRoot!.querySelector("[aria-busy]"),
        ),
      );
      const faults = (await measuredLayout(page)).flatMap(({ overlapping, clipped }, i) =>
        [...overlapping, ...clipped].map((fault) => `${viewNames[i]}: ${fault}`),
      );
      assert.deepEqual(faults, []);
      for (const name of pictured) {
        const shot = await page.locator(".rich.view").nth(viewNames.indexOf(name)).screenshot();
        assert.deepEqual(await differenceFromReference(`${name}-${width}-german.png`, shot), []);
      }
    });
  }

  it("say all of it in German, for screen readers too, are marked as German, and axe-core finds no violation", async () => {
    const outputs = await exampleOutputs();
    const { page } = await test.show(outputs, {}, viewNames.length, "de");
    for (const button of await page.getByRole("button", { name: "Tabelle" }).all()) await button.click();
    const read = await page.evaluate(() => {
      const roots = [...document.querySelectorAll(".view > div:not(.still) > *")];
      return roots.map(({ shadowRoot }) => {
        const all = [...shadowRoot!.querySelectorAll("*")];
        const named = all.flatMap((one) =>
          ["aria-label", "title", "alt"].map((name) => one.getAttribute(name)),
        );
        const written = all.flatMap((one) =>
          [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent),
        );
        const { lang } = shadowRoot!.querySelector<HTMLElement>("section.view")!;
        return { lang, texts: [...named, ...written].map((text) => text?.trim() ?? "") };
      });
    });
    assert.deepEqual([...new Set(read.map(({ lang }) => lang))], ["de"]);
    const english = Object.entries(catalog()).filter(([key, text]) => key !== text && !key.includes("{"));
    const left = read.flatMap(({ texts }, i) => {
      const payload = JSON.stringify(outputs[i].payload);
      // a check speaks its lesson's language, and names of terms are the payload's
      if (viewNames[i] === "exercise-check") return [];
      return english.filter(([key]) => texts.includes(key) && !payload.includes(`"${key}"`));
    });
    assert.deepEqual(left, []);
    assert.deepEqual(await axeViolations(page), []);
  });
});

function catalog(): Record<string, string> {
  return JSON.parse(readFileSync("kernel/words/german.json", "utf8")) as Record<string, string>;
}

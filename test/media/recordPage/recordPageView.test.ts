import assert from "node:assert/strict";
import axe from "axe-core";
import { differenceFromReference, screenshotThemes } from "../referencePictures.js";
import { comparisonExample, runPageExample } from "./examplePages.js";
import { shownPage } from "./shownPage.js";

describe("the page of a record", function () {
  this.timeout(60_000);
  const shown = shownPage();

  for (const theme of screenshotThemes)
    for (const [name, example] of Object.entries({
      "run-page": runPageExample,
      "comparison-page": comparisonExample,
    }))
      it(`is as it was as ${name} in ${theme}, and accessible`, async () => {
        await shown.show(example, theme);
        await shown.drawn(2);
        await shown.page.evaluate(() => document.fonts.ready);
        const file = `${name}-800-${theme.replace(" ", "-")}.png`;
        assert.deepEqual(
          await differenceFromReference(file, await shown.page.screenshot({ fullPage: true })),
          [],
        );
        await shown.page.evaluate(axe.source);
        const found = await shown.page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: {
              run(
                root: object,
                options: object,
              ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const { violations } = await axe.run(document, {
            rules: {
              "landmark-one-main": { enabled: false },
              "document-title": { enabled: false },
              "html-has-lang": { enabled: false },
            },
          });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
        });
        assert.deepEqual(found, []);
      });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { writeReport } from "../../../../kernel/course/grading/writeReport.js";
import { openPage } from "../../../media/browser.js";
import { withBrowser } from "../../../media/withBrowser.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { lessonOfSixty } from "./records.js";

describe("the page of a report", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const test = withBrowser();
  const file = () => path.join(folder, "report.html");
  before(() => writeReport([lessonOfSixty()], file()));

  it("fetches nothing and runs no script", () => {
    const page = readFileSync(file(), "utf8");
    assert.match(page, /default-src 'none'; script-src 'none'/);
    assert.doesNotMatch(page, /<script/);
  });

  for (const theme of ["light", "dark"] as const)
    it(`has nothing that axe finds fault with, and scrolls sideways in its table alone: ${theme}`, async () => {
      const { page, errors, requests } = await openPage(test.browser(), { width: 1000, theme });
      // The page's own policy lets no script in, this test's neither.
      await page.context().addInitScript(axe.source);
      await page.goto(pathToFileURL(file()).href);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes[0].html]),
        [],
      );
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 1000, `the page is ${width} px wide`);
      assert.deepEqual([errors, requests.length], [[], 1]);
      await page.close();
    });
});

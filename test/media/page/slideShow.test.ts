import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { exportSlides } from "../../../kernel/notebook/html/exportHtml.js";
import type { NotebookCell } from "../../../kernel/notebook/notebookFile.js";
import { codeCell, notebookOf } from "../../kernel/notebook/cell.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { untilSteady } from "../../until.js";
import { openPage, type WatchedPage } from "../browser.js";
import { viewsNotebook } from "../jupyter/viewsNotebook.js";
import { differenceFromReference } from "../referencePictures.js";
import { withBrowser } from "../withBrowser.js";

describe("Slides of a notebook in a browser", function () {
  this.timeout(120_000);
  const test = withBrowser();
  const file = path.join(temporaryFolder(), "talk.html");
  let watched: WatchedPage;
  let page: Page;

  before(async () => {
    const [training, matrix] = (await viewsNotebook()).cells;
    const typed = (cell: NotebookCell, slide_type: string): NotebookCell => ({
      ...cell,
      metadata: { slideshow: { slide_type } },
    });
    const text = (source: string, type: string) =>
      typed({ ...codeCell(source), cell_type: "markdown" }, type);
    const cells = [
      text("# Which groups AEN confuses\n\nSeven emotions in three groups", "slide"),
      text("First what the network learned, ...", "fragment"),
      text("... then what it mistakes.", "fragment"),
      text("Say that the clips are drawn.", "notes"),
      typed(matrix, "slide"),
      typed(training, "subslide"),
    ];
    await exportSlides(notebookOf(...cells), file);
  });
  beforeEach(async () => {
    watched = await openPage(test.browser(), { width: 1280, theme: "light" });
    page = watched.page;
    await page.goto(String(pathToFileURL(file)));
  });
  afterEach(async () => {
    assert.deepEqual(watched.errors, []);
    assert.deepEqual(
      watched.requests.filter((address) => !/^(file|blob):/.test(address)),
      [],
    );
    await page.close();
  });

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const number = (): Promise<string> => page.locator(".slide-bar output").innerText();
  const isShown = (text: string): Promise<boolean> => page.getByText(text).isVisible();

  it("go on step by step and back again, by keyboard", async () => {
    assert.deepEqual([await number(), await isShown("First what")], ["1 / 3", false]);
    await press("ArrowRight", " ");
    assert.deepEqual([await number(), await isShown("... then what")], ["1 / 3", true]);
    await press("PageDown");
    assert.equal(await number(), "2 / 3");
    assert.equal(await isShown("Seven emotions"), false);
    await press("ArrowLeft");
    assert.deepEqual([await number(), await isShown("... then what")], ["1 / 3", true]);
    await press("End");
    assert.equal(await number(), "3 / 3");
    await press("Home", "PageUp");
    assert.equal(await number(), "1 / 3");
  });

  it("go on by buttons, which keep the focus and can be left by arrow keys", async () => {
    const next = page.getByRole("button", { name: "Next" });
    await next.focus();
    await press("Enter", " ", "ArrowRight");
    assert.equal(await number(), "2 / 3");
    await next.click();
    assert.ok(await next.isDisabled());
    assert.equal(await page.evaluate(() => document.activeElement?.ariaLabel), "3 of 3");
  });

  it("show the speaker's notes on request", async () => {
    assert.equal(await isShown("Say that"), false);
    await press("n");
    assert.equal(await isShown("Say that"), true);
    await page.getByRole("button", { name: "Notes" }).click();
    assert.equal(await isShown("Say that"), false);
  });

  it("hold views that are alive, whose keys turn no slide until Escape", async () => {
    await page.goto(`${String(pathToFileURL(file))}#2`);
    await page.getByRole("button", { name: /^Happy, recognised/ }).click();
    await press("ArrowRight");
    assert.equal(await number(), "2 / 3");
    await press("Escape", "ArrowRight");
    assert.equal(await number(), "3 / 3");
  });

  it("open at the slide that the address names, also when loaded anew", async () => {
    await press("End");
    await page.reload();
    assert.equal(await number(), "3 / 3");
  });

  for (const theme of ["light", "dark"] as const)
    it(`look as a person has seen them, in ${theme}`, async () => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(`${String(pathToFileURL(file))}#2`);
      await page.getByRole("button", { name: /^Happy, recognised/ }).waitFor();
      const shot = () => page.screenshot({ animations: "disabled" });
      await untilSteady("the slide", async () => (await shot()).toString("base64"));
      assert.deepEqual(await differenceFromReference(`slides-${theme}.png`, await shot()), []);
    });
});

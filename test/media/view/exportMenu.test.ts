import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type * as exportMenu from "../../../media/view/exportMenu.js";
import { modulePage } from "../modulePage.js";

describe("the export menu", () => {
  const test = modulePage();
  const spec = { data: { values: [{ a: 1 }] }, mark: "point" };
  const inPage = test.loading<typeof exportMenu>("view/exportMenu");
  beforeEach(() =>
    inPage(({ exportMenu, show, note }, given) => {
      const table = () => ({ caption: "", columns: ["a"], rows: [["1,5"]] });
      show(exportMenu({ fileName: "Confusion-matrix", spec: () => given, table, say: note }));
      document.addEventListener("keydown", ({ key }) => note(`the page heard ${key}`));
    }, spec),
  );
  const summary = () => test.page.locator("summary");
  const isOpen = () => test.page.locator("details").evaluate((menu) => (menu as HTMLDetailsElement).open);
  const choose = (name: string) => test.page.getByRole("button", { name, exact: true }).click();

  it("saves the chosen format under the view's name, closes, and says so", async () => {
    await summary().click();
    assert.deepEqual(await test.page.getByRole("button").allInnerTexts(), [
      "SVG",
      "PNG",
      "CSV",
      "Vega-Lite JSON",
    ]);
    const [download] = await Promise.all([test.page.waitForEvent("download"), choose("CSV")]);
    assert.equal(download.suggestedFilename(), "Confusion-matrix.csv");
    assert.equal(await readFile(await download.path(), "utf8"), 'a\r\n"1,5"\r\n');
    assert.equal(await isOpen(), false);
    assert.deepEqual(await test.noted(1), ["Saved Confusion-matrix.csv."]);
  });

  it("saves the specification as JSON that can be read again", async () => {
    await summary().click();
    const [download] = await Promise.all([test.page.waitForEvent("download"), choose("Vega-Lite JSON")]);
    assert.equal(download.suggestedFilename(), "Confusion-matrix.json");
    assert.deepEqual(JSON.parse(await readFile(await download.path(), "utf8")), spec);
  });

  it("says why a picture could not be made", async () => {
    await inPage(({ exportMenu, show, note }) => {
      const spec = () => {
        throw new Error("a clip is missing");
      };
      const table = () => ({ caption: "", columns: [], rows: [] });
      show(exportMenu({ fileName: "x", spec, table, say: note }));
    });
    await summary().click();
    await choose("SVG");
    assert.deepEqual(await test.noted(1), ["x.svg could not be made: a clip is missing"]);
  });

  it("closes on Escape, which the page does not hear, and gives the focus back to its button", async () => {
    const { keyboard } = test.page;
    await summary().focus();
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    assert.equal(await test.page.locator(":focus").innerText(), "SVG");
    await test.noted();
    await keyboard.press("Escape");
    assert.equal(await isOpen(), false);
    assert.equal(await test.page.locator("summary:focus").count(), 1);
    assert.deepEqual(await test.noted(), []);
    await keyboard.press("Escape");
    assert.deepEqual(await test.noted(), ["the page heard Escape"], "a closed menu leaves the key to others");
  });

  it("closes when the focus leaves it, and stays open while the focus moves inside", async () => {
    await test.page.evaluate(() => document.body.append(document.createElement("button")));
    await summary().focus();
    await test.page.keyboard.press("Enter");
    for (let i = 0; i < 4; i++) {
      await test.page.keyboard.press("Tab");
      assert.equal(await isOpen(), true);
    }
    await test.page.keyboard.press("Tab");
    assert.equal(await isOpen(), false);
  });
});

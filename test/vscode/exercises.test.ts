import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Locator } from "playwright-core";
import axe from "axe-core";
import { until } from "../until.js";
import { rightAnswer, writeLesson } from "./lessonFile.js";
import { savedNotebook } from "./notebookFiles.js";
import { openVsCode, screenshots } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

describe("A lesson in a real VS Code", function () {
  this.timeout(400_000);
  let w: Workbench;
  let folder: string;
  const below = (cell: Locator, text: string) => cell.locator(".cell-status-item", { hasText: text }).first();
  const quiz = () => w.cell("let wider");
  const scores = () => w.cell("function frameScores");
  const check = () => w.cell('check("6.2"');

  before(async function () {
    ({ folder, workbench: w } = await openVsCode(this));
    mkdirSync(screenshots, { recursive: true });
    // both exercises in sight: VS Code draws no cell that is not
    await w.page.setViewportSize({ width: 1400, height: 1600 });
    await writeLesson(path.join(folder, "lesson.ipynb"));
    await w.openFile("lesson.ipynb");
    await w.kernelIsSelected();
  });

  after(async () => {
    await w?.page.setViewportSize({ width: 1400, height: 900 });
    await chooseTheme("Light Modern");
  });

  async function write(cell: Locator, text: string): Promise<void> {
    await cell.locator(".view-line").first().click();
    await w.page.keyboard.press("ControlOrMeta+A");
    await w.page.keyboard.insertText(text);
  }

  const sources = async () => {
    await w.save();
    return (await savedNotebook(folder, "lesson.ipynb")).cells.map(({ source }) => [source].flat().join(""));
  };

  /** An edit of the extension reaches the page before the file that is saved. */
  const restored = async (given: string[]) => {
    let now: string[] = [];
    const isRestored = async () => isDeepStrictEqual((now = await sources()), given);
    await until("the lesson is as it was", isRestored).catch(() => assert.deepEqual(now, given));
  };

  it("shows each exercise with its number, its points and its state", async () => {
    await below(quiz(), "Exercise 6.5: Open, 1 point").waitFor();
    await below(scores(), "Exercise 6.2: Open, 2 points").waitFor();
    await below(check(), "Exercise 6.2: Open, 2 points").waitFor();
    assert.equal(await quiz().locator(".cell-status-item", { hasText: "Show Solution" }).count(), 0);
  });

  it("has a quiz that is answered and checked by mouse", async () => {
    await write(quiz(), 'let wider = "c";');
    await below(quiz(), "Check").click();
    await below(quiz(), "Exercise 6.5: Passed, 1 of 1 point").waitFor();
  });

  it("fails an empty answer and gives a hint by keyboard, and passes the right one", async () => {
    await w.leaveEditor("function frameScores");
    await w.page.keyboard.press("ControlOrMeta+Alt+C");
    await below(scores(), "Exercise 6.2: Not right yet, 0 of 2 points").waitFor();
    await w.leaveEditor("function frameScores");
    await w.page.keyboard.press("ControlOrMeta+Alt+H");
    await w.notification(/Exercise 6\.2: \w+/).waitFor();
    await write(scores(), rightAnswer);
    await w.leaveEditor("function frameScores");
    await w.page.keyboard.press("ControlOrMeta+Alt+C");
    await below(scores(), "Exercise 6.2: Passed, 2 of 2 points").waitFor();
  });

  it("tells of a deleted locked cell and restores it, by mouse and by keyboard", async () => {
    const given = await until("the answer is saved", async () => {
      const saved = await sources();
      return saved.includes(rightAnswer) && saved;
    });
    await w.leaveEditor('check("6.2"');
    await w.page.keyboard.press("x");
    const told = w.notification("1 locked cell of this lesson is deleted.");
    await told.getByRole("button", { name: "Restore" }).click();
    await check().waitFor();
    await restored(given);
    await w.leaveEditor('check("6.2"');
    await w.page.keyboard.press("x");
    await w.page.locator(".statusbar").getByText("1 locked cell of this lesson is deleted").waitFor();
    await w.page.keyboard.press("F1");
    await w.page.keyboard.type("AEN: Restore Locked Cells of Lesson");
    await w.page.locator(".quick-input-list .monaco-list-row", { hasText: "Cells of Lesson" }).waitFor();
    await w.page.keyboard.press("Enter");
    await check().waitFor();
    await restored(given);
  });

  it("tells of a changed locked cell below it, and restores it", async () => {
    const given = await sources();
    await write(w.cell('check("6.5"'), 'await aen.check("6.5", "c");');
    const changed = below(w.cell('check("6.5"'), "Locked cell was changed: Restore");
    await w.page.locator(".statusbar").getByText("1 locked cell of this lesson is changed").waitFor();
    await look("changed");
    await changed.click();
    await changed.waitFor({ state: "detached" });
    await restored(given);
  });

  it("shows the solution that the lecturer shows", async () => {
    await below(scores(), "Show Solution").click();
    await until("the solution is there", async () =>
      (await sources()).some((each) => /^\*\*Solution/.test(each)),
    );
  });

  for (const theme of ["Light Modern", "Dark Modern", "Dark High Contrast"])
    it(`has nothing that axe finds fault with in its items, in ${theme}`, async () => {
      await chooseTheme(theme);
      await look(theme.toLowerCase().replaceAll(" ", "-"));
      assert.deepEqual(await faultsOfItems(), []);
    });

  it("resets an exercise to what was handed out", async () => {
    await below(scores(), "Reset").click();
    await w.cell("Your code here").waitFor();
    await below(scores(), "Exercise 6.2: Open, 2 points").waitFor();
  });

  /** What axe finds in items below cells: rule and element. */
  async function faultsOfItems(): Promise<[string, string][]> {
    await w.page.evaluate(axe.source);
    const { violations } = await w.page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(".cell-status-item"),
    );
    return violations.map(({ id, nodes }) => [id, nodes[0].html]);
  }

  async function chooseTheme(theme: string): Promise<void> {
    await w.page.keyboard.press("Escape");
    await w.command("Preferences: Color Theme");
    await w.page.locator(".quick-input-widget input").first().fill(theme);
    await w.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: theme }).waitFor();
    await w.page.keyboard.press("Enter");
    await w.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  async function look(name: string): Promise<void> {
    await w.screenshot(path.join(screenshots, `lesson-${name}.png`));
  }
});

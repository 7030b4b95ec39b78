import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import type { Locator } from "playwright-core";
import { releaseLesson } from "../../../kernel/course/releaseLesson.js";
import { exerciseOf } from "../../../kernel/exercises/exerciseCell.js";
import { type Notebook, readNotebook, writeNotebook } from "../../../kernel/notebook/notebookFile.js";
import { openPage } from "../../media/browser.js";
import { withBrowser } from "../../media/withBrowser.js";
import { until } from "../../until.js";
import { LabPage } from "./labPage.js";
import type { LabServer } from "./labServer.js";
import { labServer } from "./sharedServer.js";

const screenshots = path.resolve("dist/screenshots");

/** Lesson 1 as a student gets it, whose first exercise has its solution shown; somebody has edited the text above exercise 1.1. */
async function lessonOfStudent(): Promise<Notebook> {
  const lesson = await readNotebook("notebooks/course/lesson-1.ipynb");
  const released = releaseLesson(lesson, "lesson-1.ipynb", ["1.1"]);
  const cells = released.cells.map((cell) =>
    exerciseOf(cell)?.grade_id === "text-1-look" ? { ...cell, source: "### Mine" } : cell,
  );
  return { ...released, cells };
}

describe("A lesson in JupyterLab 4", function () {
  this.timeout(400_000);
  const test = withBrowser();
  let server: LabServer;
  let lab: LabPage;
  let complaints: string[];
  const code = (text: string) => lab.notebook.locator(".jp-CodeCell", { hasText: text }).first();
  const text = () => lab.notebook.locator(".jp-MarkdownCell", { hasText: /Mine|Six categories/ }).first();
  const answer = () => code("let faceOf");
  const check = () => code('aen.check("1.1"');
  const bar = (of: Locator) => of.locator(".aen-exercise");
  const button = (of: Locator, name: string) => bar(of).getByRole("button", { name, exact: true });
  const damage = () => lab.page.locator(".jp-NotebookPanel .aen-exercise").first();
  const right = 'let faceOf = { happy: "d", sad: "f", angry: "b", surprise: "a", disgust: "e", fear: "c" };';

  before(async function () {
    server = await labServer(this);
    mkdirSync(screenshots, { recursive: true });
    await writeNotebook(path.join(server.folder, "lesson-1.ipynb"), await lessonOfStudent());
    const { page, errors } = await openPage(test.browser(), { width: 1280, theme: "light" });
    complaints = errors;
    lab = new LabPage(page);
    await page.setViewportSize({ width: 1280, height: 1600 });
    await lab.open(server.addressOf("lab", "lesson-1.ipynb"), "with kernel");
    await lab.scrollTo(bar(answer()));
  });
  after(() => lab?.page.close());
  afterEach(() => assert.deepEqual(complaints.splice(0), []));

  const stands = (of: Locator, words: string) => bar(of).getByText(words).first().waitFor();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => lab.page.keyboard.press(key)), Promise.resolve());

  /** Writes an answer, and leaves the cell for the notebook's own keys. */
  async function write(cell: Locator, words: string): Promise<void> {
    await cell.locator(".cm-line").first().click();
    await press("ControlOrMeta+A");
    await lab.page.keyboard.insertText(words);
    await press("Escape");
  }

  it("shows an exercise with its number, its points and its state, and what can be done", async () => {
    for (const place of [answer(), check()]) await stands(place, "Exercise 1.1: Open, 1 point");
    const names = await bar(answer()).getByRole("button").allInnerTexts();
    assert.deepEqual(names, ["Check", "Hint", "Reset", "Show Solution"]);
    assert.equal(await bar(check()).getByRole("button").count(), 0);
    await button(answer(), "Hint").click();
    await stands(answer(), "Check your answer first: the hint depends on it.");
  });

  it("fails an empty answer and gives a hint, by mouse", async () => {
    await button(answer(), "Check").click();
    await stands(answer(), "Exercise 1.1: Not right yet, 0 of 1 point");
    await button(answer(), "Hint").click();
    await bar(answer())
      .getByText(/^Exercise 1\.1: \w+/)
      .last()
      .waitFor();
    await look("failed");
  });

  it("passes a right answer, by keyboard", async () => {
    await write(answer(), right);
    await press("ControlOrMeta+Alt+C");
    for (const place of [answer(), check()]) await stands(place, "Exercise 1.1: Passed, 1 of 1 point");
    await answer().locator(".jp-InputPrompt").click();
    await press("ControlOrMeta+Alt+H");
    await stands(answer(), "There is no hint: the exercise is passed.");
  });

  it("has buttons that Tab reaches from the cell, and whose keys are their own", async () => {
    await answer().locator(".jp-InputPrompt").click();
    const focused = () =>
      lab.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? "");
    const before = await lab.activeCell();
    for (let tabs = 0; tabs < 12 && (await focused()) !== "Reset"; tabs++) await press("Tab");
    assert.equal(await focused(), "Reset");
    await press("ArrowDown", "Enter");
    await stands(answer(), "Exercise 1.1: Open, 1 point");
    await stands(answer(), "Exercise 1.1 is as it was handed out. Undo brings your answer back.");
    assert.equal(await lab.activeCell(), before);
    assert.equal(await focused(), "Reset");
    await answer().getByText("Your code here").waitFor();
    await answer().locator(".cm-line").first().click();
    await press("ControlOrMeta+Z");
    await answer().getByText('happy: "d"').waitFor();
  });

  it("tells of a changed locked cell at it and above the lesson, and restores it by keyboard", async () => {
    await damage().getByText("1 locked cell of this lesson is changed.").waitFor();
    await lab.scrollTo(text());
    await stands(text(), "Locked cell was changed");
    await look("changed");
    await button(text(), "Restore").focus();
    await press("Enter");
    await text().getByRole("heading", { name: "Six categories" }).waitFor();
    await bar(text()).waitFor({ state: "detached" });
    await damage().waitFor({ state: "hidden" });
    const active = await lab.page.evaluate(() => document.activeElement?.textContent ?? "");
    assert.match(active, /Six categories/);
  });

  it("tells of a locked cell that is there twice, and restores the lesson", async () => {
    await lab.scrollTo(check());
    await check().locator(".jp-InputPrompt").click();
    await press("c", "v");
    await damage().getByText("1 locked cell of this lesson is there twice.").waitFor();
    await damage().getByRole("button", { name: "Restore" }).click();
    await damage().waitFor({ state: "hidden" });
  });

  it("brings back a locked cell that another program has deleted", async () => {
    await lab.command("docmanager:save");
    const file = path.join(server.folder, "lesson-1.ipynb");
    const saved = await readNotebook(file);
    const cells = saved.cells.filter((cell) => exerciseOf(cell)?.grade_id !== "check-1-1");
    await writeNotebook(file, { ...saved, cells });
    await lab.open(server.addressOf("lab", "lesson-1.ipynb"), "with kernel");
    await damage().getByText("1 locked cell of this lesson is deleted.").waitFor();
    await damage().getByRole("button", { name: "Restore" }).focus();
    await press("Space");
    await damage().waitFor({ state: "hidden" });
    await check().waitFor();
    await stands(check(), "Exercise 1.1: Open, 1 point");
  });

  it("shows the solution that the lecturer shows, below the answer", async () => {
    await lab.scrollTo(bar(answer()));
    await button(answer(), "Show Solution").click();
    await lab.notebook.locator(".jp-RenderedMarkdown", { hasText: /^\s*Solution\s+let faceOf/ }).waitFor();
  });

  /** A message, a state, a changed cell and the line above the lesson. */
  async function allThereIs(): Promise<void> {
    await button(answer(), "Check").click();
    await stands(answer(), "Exercise 1.1: Passed, 1 of 1 point");
    await button(answer(), "Hint").click();
    if (await damage().isVisible()) return;
    await check().locator(".jp-InputPrompt").click();
    await press("c", "v");
    await damage().getByText("1 locked cell of this lesson is there twice.").waitFor();
  }

  for (const theme of ["JupyterLab Light", "JupyterLab Dark"])
    it(`has nothing that axe finds fault with in what it shows of exercises, in ${theme}`, async () => {
      await lab.command("apputils:change-theme", { theme });
      await until("the theme is there", () =>
        lab.page.evaluate((name) => document.body.dataset.jpThemeName === name, theme),
      );
      await allThereIs();
      await look(theme.toLowerCase().replaceAll(" ", "-"));
      await lab.page.evaluate(axe.source);
      const { violations } = await lab.page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(".aen-exercise"),
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes[0].html]),
        [],
      );
    });

  async function look(name: string): Promise<void> {
    await lab.page.screenshot({
      path: path.join(screenshots, `lab-lesson-${name}.png`),
      animations: "disabled",
    });
  }
});

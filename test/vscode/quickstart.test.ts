import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { until, untilSteady } from "../until.js";
import { savedNotebook } from "./notebookFiles.js";
import { watchProblems } from "./problems.js";
import { openVsCode, screenshots } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const aen = "application/vnd.aen.";

describe("The quickstart in a real VS Code", function () {
  this.timeout(400_000);
  let folder: string;
  let w: Workbench;
  let pointedOut: () => Promise<string[]>;

  before(async function () {
    ({ folder, workbench: w } = await openVsCode(this));
    writeFileSync(path.join(folder, "quickstart.ipynb"), smallQuickstart());
    mkdirSync(screenshots, { recursive: true });
  });

  it("trains with Run All and shows its board, its confusion matrix and the frames", async () => {
    await w.command("View: Close All Editors");
    pointedOut = await watchProblems(w.page);
    await w.command("AEN: Open the Quickstart");
    await w.page.locator(".tab", { hasText: "quickstart.ipynb" }).first().waitFor();
    await w.kernelIsSelected();
    await w.runAll();
    const isDone = async () => {
      const { cells } = await savedNotebook(folder, "quickstart.ipynb");
      return cells.findLast(({ outputs }) => outputs)!.outputs.length > 0;
    };
    await until("the last cell has its outputs", isDone, { seconds: 180 });
    await w.reveal("aen.model(preset)");
    await w.outputs
      .getByRole("region", { name: /Training/ })
      .first()
      .waitFor();
    await w.screenshot(path.join(screenshots, "board-light.png"));
    await w.reveal("run.evaluate(test)");
    await w.outputs
      .getByText(/errors stay within their sentiment group/)
      .first()
      .waitFor();
    await w.outputs
      .getByRole("region", { name: /Confusion/ })
      .first()
      .waitFor();
    await w.screenshot(path.join(screenshots, "quickstart-light.png"));
  });

  it("is saved with the views' data, pictures for other tools, and our kernel's name", async () => {
    await w.save();
    const { cells, metadata } = await savedNotebook(folder, "quickstart.ipynb");
    assert.equal(metadata.kernelspec.name, "aen");
    const forms = cells.flatMap(({ outputs = [] }) => outputs.flatMap(({ data = {} }) => Object.keys(data)));
    for (const view of ["training-board", "confusion-matrix", "frame-timeline"])
      assert.ok(forms.includes(`${aen}${view}.v1+json`), `${view}: ${forms.join(", ")}`);
    assert.ok(forms.includes("image/svg+xml") && forms.includes("text/plain"));
    const code = cells.filter(({ outputs }) => outputs);
    assert.deepEqual(
      code.map((cell) => cell.execution_count),
      code.map((_, index) => index + 1),
    );
    assert.deepEqual(
      code.flatMap(({ outputs }) => outputs).filter((output) => output.output_type === "error"),
      [],
    );
  });

  it("shows nothing wrong in its cells, before, while and after they run, nor when it is opened again", async () => {
    await w.openFile("quickstart.ipynb");
    await w.kernelIsSelected();
    await w.command("Notebook: Focus First Cell"); // it opens where it was last looked at
    await w.reveal("run.evaluate(test)");
    const mistake = "nowhere";
    await w.cell("run.evaluate(test)").locator(".view-line").last().click();
    await w.page.keyboard.press("ControlOrMeta+End");
    const before = await pointedOut();
    await w.page.keyboard.type(`;${mistake};`);
    await w.page.locator(".squiggly-error").first().waitFor();
    await w.page.keyboard.press("ControlOrMeta+Z");
    await w.page.locator(".squiggly-error").first().waitFor({ state: "detached" });
    assert.deepEqual(before, []);
  });

  it("has left run records that the view lists with their recall", async () => {
    assert.ok(existsSync(path.join(folder, ".aen", "runs")));
    const ids = readdirSync(path.join(folder, ".aen", "runs"));
    await w.command("AEN: Focus on AEN Runs View");
    // the vote of frames has no recall of its own, and may start in the same second
    const name = new RegExp(`(${ids.join("|")}), finished, UAR`);
    await w.page.getByRole("treeitem", { name }).first().waitFor();
    await w.screenshot(path.join(screenshots, "runs.png"));
  });

  for (const [theme, file] of [
    ["Default Dark Modern", "quickstart-dark.png"],
    ["Default High Contrast", "quickstart-high-contrast.png"],
  ])
    it(`is drawn in the theme ${theme}`, async () => {
      const settings = path.join(folder, ".vscode", "settings.json");
      mkdirSync(path.dirname(settings), { recursive: true });
      writeFileSync(settings, JSON.stringify({ "workbench.colorTheme": theme }));
      const dark = w.page.locator(".monaco-workbench.vs-dark, .monaco-workbench.hc-black");
      await dark.waitFor();
      await w.outputs
        .getByText(/errors stay within their sentiment group/)
        .first()
        .waitFor();
      await untilSteady("the picture", async () => (await w.page.screenshot()).toString("base64"));
      await w.screenshot(path.join(screenshots, file));
    });

  after(() => {
    const settings = path.join(folder ?? "", ".vscode", "settings.json");
    if (folder && existsSync(settings)) writeFileSync(settings, "{}");
  });
});

/** The quickstart that is shipped, with so few clips and epochs that it takes half a minute. */
function smallQuickstart(): string {
  const notebook = JSON.parse(readFileSync(path.join(root, "notebooks", "quickstart.ipynb"), "utf8")) as {
    cells: { metadata: { tags?: string[] }; source: string | string[] }[];
  };
  const cell = notebook.cells.find(({ metadata }) => metadata.tags?.includes("parameters"))!;
  cell.source = [cell.source]
    .flat()
    .join("")
    .replace(/\bperEmotion = \d+/, "perEmotion = 8")
    .replace(/\bepochs = \d+/, "epochs = 2")
    .replace(/= "(small|recommended)"/, '= "tiny"');
  assert.match(cell.source, /perEmotion = 8;[^]*"tiny"[^]*epochs = 2;/);
  return JSON.stringify(notebook);
}

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { openPage } from "../../media/browser.js";
import { differenceFromReference } from "../../media/referencePictures.js";
import { viewsNotebook } from "../../media/jupyter/viewsNotebook.js";
import { withBrowser } from "../../media/withBrowser.js";
import { untilSteady } from "../../until.js";
import { LabPage } from "./labPage.js";
import type { LabServer } from "./labServer.js";
import { labServer } from "./sharedServer.js";

describe("A saved notebook in JupyterLab 4", function () {
  this.timeout(240_000);
  const test = withBrowser();
  let server: LabServer;
  let lab: LabPage;
  let complaints: string[];

  before(async function () {
    server = await labServer(this);
    const notebook = await viewsNotebook();
    for (const name of ["one.ipynb", "other.ipynb"])
      writeFileSync(path.join(server.folder, name), JSON.stringify({ ...notebook, metadata: {} }));
    const many = Array.from({ length: 20 }, (_, i) =>
      notebook.cells.map((cell) => ({ ...cell, id: `${cell.id}-${i}` })),
    ).flat();
    writeFileSync(
      path.join(server.folder, "many.ipynb"),
      JSON.stringify({ ...notebook, metadata: {}, cells: many }),
    );
  });
  beforeEach(async () => {
    const { page, errors } = await openPage(test.browser(), { width: 1280, theme: "light" });
    complaints = errors;
    lab = new LabPage(page);
    await lab.open(server.addressOf("lab", "one.ipynb"), "without kernel");
  });
  afterEach(async () => {
    assert.deepEqual(complaints, []);
    await lab.page.close();
  });

  it("shows every view alive, without a kernel and without being trusted", async () => {
    for (const title of [/^Training/, /^Confusion matrix/, /^Frames of/]) await lab.view(title).waitFor();
    assert.equal(await lab.notebook.locator(".jp-RenderedSVG, .jp-RenderedImage").count(), 0);
    await lab
      .view(/^Confusion matrix/)
      .getByRole("button", { name: "Table" })
      .click();
    await lab
      .view(/^Confusion matrix/)
      .getByRole("table")
      .waitFor();
  });

  it("leaves the keys that a view needs to it, and moves no cell by them", async () => {
    const cells = lab.view(/^Confusion matrix/).getByRole("button", { name: /^Neutral, recognised/ });
    await cells.click();
    const active = await lab.activeCell();
    for (const key of ["ArrowDown", "ArrowRight", "Home", "Enter"]) await lab.page.keyboard.press(key);
    assert.equal(await lab.activeCell(), active);
    const pressed = await lab
      .view(/^Confusion matrix/)
      .locator("[aria-pressed=true][tabindex]")
      .first();
    assert.match((await pressed.getAttribute("aria-label")) ?? "", /, taken for|recognised/);
    const frame = lab
      .view(/^Frames of/)
      .getByRole("slider")
      .first();
    const before = await frame.getAttribute("aria-valuenow");
    await frame.focus();
    await lab.page.keyboard.press("ArrowRight");
    assert.notEqual(await frame.getAttribute("aria-valuenow"), before);
  });

  it("filters its own views by a selection, and none of another notebook's", async () => {
    const cells = lab.view(/^Confusion matrix/).getByRole("button", { name: /: [1-9]\d* clips?,/ });
    const filter = lab.view(/^Frames of/).getByText(/^Selected: /);
    await cells.last().waitFor();
    for (const cell of await cells.all()) {
      await cell.click();
      if ((await filter.count()) > 0) break;
    }
    assert.match(await filter.innerText(), /^Selected: .*(recognised|taken for)/);
    await lab.openBeside("other.ipynb");
    await lab.view(/^Frames of/).waitFor();
    assert.equal(
      await lab
        .view(/^Frames of/)
        .getByText(/^Selected: /)
        .count(),
      0,
    );
  });

  it("finds a view as it was left when the page is loaded anew", async () => {
    await lab
      .view(/^Confusion matrix/)
      .getByRole("button", { name: "clips", exact: true })
      .click();
    await lab.open(server.addressOf("lab", "one.ipynb"), "without kernel");
    const chosen = lab.view(/^Confusion matrix/).getByRole("button", { name: "clips", exact: true });
    await chosen.waitFor();
    assert.equal(await chosen.getAttribute("aria-pressed"), "true");
    await lab
      .view(/^Confusion matrix/)
      .getByRole("button", { name: "% of row" })
      .click();
  });

  it("keeps its views as they were while sixty of them are scrolled through", async () => {
    await lab.open(server.addressOf("lab", "many.ipynb"), "without kernel");
    const first = () => lab.view(/^Training/).first();
    await first().getByRole("button", { name: "stacked" }).click();
    await lab.scrollThrough();
    assert.equal(await first().getByRole("button", { name: "stacked" }).getAttribute("aria-pressed"), "true");
    await first().getByRole("button", { name: "separate" }).click();
  });

  for (const [theme, file] of [
    ["JupyterLab Light", "jupyterlab-light.png"],
    ["JupyterLab Dark", "jupyterlab-dark.png"],
    ["JupyterLab Dark High Contrast", "jupyterlab-high-contrast.png"],
  ])
    it(`draws its views in the colours of ${theme}`, async () => {
      await lab.page.setViewportSize({ width: 1280, height: 2400 });
      await lab.command("apputils:change-theme", { theme });
      const matrix = lab.view(/^Confusion matrix/);
      await untilSteady("the picture", async () => (await matrix.screenshot()).toString("base64"));
      assert.deepEqual(
        await differenceFromReference(file, await matrix.screenshot({ animations: "disabled" })),
        [],
      );
    });
});

import { existsSync } from "node:fs";
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from "playwright-core";
import { until } from "../until.js";

/** Debian's Chromium; other machines name theirs. */
const chromiumPath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** Why there is no browser to drive VS Code with; undefined when there is one. */
export function missingBrowser(): string | undefined {
  return existsSync(chromiumPath) ? undefined : `no browser at ${chromiumPath} (CHROMIUM_PATH)`;
}

const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** VS Code in a browser, driven as a person drives it. */
export class Workbench {
  private constructor(
    readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** Opens an address and waits until VS Code and the extension are there. */
  static async open(address: string, { width = 1400, height = 900 } = {}): Promise<Workbench> {
    const browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
    const page = await browser.newPage({ viewport: { width, height } });
    page.setDefaultTimeout(120_000);
    await page.goto(address);
    await page.locator(".monaco-workbench").waitFor();
    return new Workbench(browser, page);
  }

  /** Answers the question whether the workspace is trusted, where VS Code asks it. */
  async answerTrust(trusted: boolean): Promise<void> {
    const dialog = this.page.locator(".monaco-dialog-box");
    const button = dialog.getByRole("button", { name: trusted ? /Yes, I trust/ : /No, I don't/ });
    await button.click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Runs a command by the exact text of its row in the palette. */
  async command(label: string): Promise<void> {
    const row = await this.paletteRow(label);
    await row.click();
  }

  /** Whether the palette offers a command. */
  async offers(label: string): Promise<boolean> {
    await this.#type(`>${label}`);
    const shown = await this.#row(label)
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    await this.page.keyboard.press("Escape");
    return shown;
  }

  /** The row of a command in the palette, which is opened anew until the command is listed. */
  async paletteRow(label: string): Promise<Locator> {
    for (let attempt = 0; attempt < 20; attempt++) {
      await this.#type(`>${label}`);
      const row = this.#row(label);
      const isListed = await row.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (isListed) return row;
    }
    throw new Error(`The palette does not list "${label}".`);
  }

  /** Opens a file of the workspace by its name, and closes what was open: hidden editors stay in the page. */
  async openFile(name: string): Promise<void> {
    if ((await this.page.locator(".tab").count()) > 0) await this.command("View: Close All Editors");
    await this.page.locator(".tab").first().waitFor({ state: "detached" });
    await this.openFileToo(name);
  }

  /** Opens a file beside those that are open. */
  async openFileToo(name: string): Promise<void> {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first();
    for (let attempt = 0; attempt < 20; attempt++) {
      await this.#type(name);
      const isFound = await row.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (isFound) break;
    }
    await row.click();
    await this.page.locator(".tab", { hasText: name }).first().waitFor();
  }

  /** Reloads the window by VS Code's command; resolves when the new one is there. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent("domcontentloaded");
    await this.command("Developer: Reload Window");
    await loaded;
    await this.page.locator(".monaco-workbench").waitFor();
  }

  /** Waits until the notebook in front has taken our kernel. */
  async kernelIsSelected(): Promise<void> {
    await this.page.locator(".kernel-label:visible", { hasText: "AEN (TypeScript)" }).first().waitFor();
  }

  async runAll(): Promise<void> {
    await this.page.getByRole("button", { name: "Run All" }).first().click();
  }

  /** The code cells of the notebook in front that VS Code has drawn. */
  get cells(): Locator {
    return this.page.locator(".notebookOverlay .code-cell-row:visible");
  }

  /** Runs one cell by its button, found by the text of the cell. */
  async runCell(text: string): Promise<void> {
    const cell = this.cell(text);
    const button = cell.locator(".run-button-container .codicon-notebook-execute").first();
    // the button shows under the pointer, and outputs above that are drawn late move the cell away from it
    for (let attempt = 0; attempt < 20; attempt++) {
      await cell.hover();
      const isClicked = await button.click({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (isClicked) return;
    }
    throw new Error(`The cell "${text}" offers no button to run it.`);
  }

  cell(text: string): Locator {
    return this.cells.filter({ hasText: text }).first();
  }

  /** Selects a cell as a whole, so that keys are the notebook's and not its text's. */
  async leaveEditor(text: string): Promise<void> {
    await this.cell(text).locator(".view-line").first().click();
    await until("the cell's text is left", async () => {
      await this.page.keyboard.press("Escape");
      return this.page.evaluate(() => !document.activeElement?.closest(".cell-editor-container"));
    });
  }

  /**
   * Scrolls the notebook in front until a cell stands near its upper edge, and stays there while outputs above it
   * take their room.
   * @throws Error when the cell does not come
   */
  async reveal(text: string): Promise<void> {
    // the margin of the notebook: over an output the wheel belongs to the page of outputs
    const list = (await this.page
      .locator(".notebookOverlay .cell-list-container:visible")
      .first()
      .boundingBox())!;
    await this.page.mouse.move(list.x + 8, list.y + list.height / 2);
    await this.page.keyboard.press("Escape");
    await this.page.mouse.wheel(0, -100_000);
    let before = Number.NaN;
    const cell = this.cell(text);
    await until(
      `the cell "${text}" has come into view`,
      async () => {
        const box = (await cell.count()) > 0 ? await cell.boundingBox() : null;
        if (box && Math.abs(box.y - before) < 2 && box.y > 100 && box.y < 600) return true;
        before = box?.y ?? Number.NaN;
        if (!box || box.y <= 100 || box.y >= 300) await this.page.mouse.wheel(0, box ? box.y - 200 : 300);
        return false;
      },
      { everyMs: 250 },
    );
  }

  /** The page in which the outputs are drawn. */
  get outputs(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("iframe#active-frame");
  }

  /** Waits for a text in the outputs. */
  async output(text: string | RegExp, timeout = 120_000): Promise<void> {
    await this.outputs.getByText(text).first().waitFor({ timeout });
  }

  async save(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+S");
    await this.page.locator(".tab.active:not(.dirty)").first().waitFor();
  }

  /** The extensions that VS Code has activated, by name, and how many milliseconds each took. */
  async activations(): Promise<Map<string, number>> {
    await this.command("Developer: Show Running Extensions");
    const rows = this.page.locator(".runtime-extensions-editor .monaco-list-row");
    await rows.first().waitFor();
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => [
        row.querySelector(".name")?.textContent ?? "",
        /(\d+)\s*ms/.exec(row.querySelector(".activation-time")?.textContent ?? "")?.[1] ?? "",
      ]),
    );
    return new Map(shown.map(([name, took]) => [name.trim(), Number.parseInt(took, 10)]));
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator(".notification-toast", { hasText: text }).first();
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  async #type(text: string): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press(text.startsWith(">") ? "F1" : "ControlOrMeta+P");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(text);
  }

  #row(label: string): Locator {
    const exact = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
    return this.page
      .locator(".quick-input-list .monaco-list-row")
      .filter({ has: this.page.locator(".label-name", { hasText: exact }) })
      .first();
  }
}

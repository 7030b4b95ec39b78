import type { Locator, Page } from "playwright-core";
import { until } from "../../until.js";

/** The application, which a server gives to its page where it is told to: `--expose-app-in-browser`. */
interface Application {
  readonly commands: { execute(command: string, options?: object): Promise<unknown> };
}

/** A page of JupyterLab or Notebook 7 with a notebook open. */
export class LabPage {
  constructor(readonly page: Page) {
    page.setDefaultTimeout(60_000);
  }

  /** Opens a notebook. @param kernel whether its kernel starts; else its question for one is answered with none */
  async open(address: string, kernel: "with kernel" | "without kernel"): Promise<void> {
    await this.page.goto(address);
    if (kernel === "without kernel") await this.#declineKernel();
    await this.notebook.locator(".jp-Cell").first().waitFor();
    if (kernel === "with kernel") await this.#kernelIsThere();
  }

  /** Opens another notebook in the same page, without a kernel. */
  async openBeside(notebook: string): Promise<void> {
    await this.command("docmanager:open", { path: notebook });
    await this.#declineKernel();
  }

  /** The notebook in front. */
  get notebook(): Locator {
    return this.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook");
  }

  /** A view by its title. */
  view(name: RegExp): Locator {
    return this.notebook.getByRole("region", { name });
  }

  /** Runs one of the application's commands, e.g. "notebook:run-all-cells". */
  async command(name: string, options: object = {}): Promise<void> {
    await this.page.evaluate(
      async ([command, given]) => {
        const { jupyterapp } = globalThis as unknown as { jupyterapp: Application };
        await jupyterapp.commands.execute(command, given);
      },
      [name, options] as const,
    );
  }

  /** The place of the active cell, which the arrow keys of the notebook change. */
  async activeCell(): Promise<number> {
    const classes = await this.notebook
      .locator(".jp-Cell")
      .evaluateAll((cells) => cells.map((cell) => cell.className));
    return classes.findIndex((names) => names.includes("jp-mod-active"));
  }

  /** Scrolls to the end of the notebook and back, a screen at a time, so that outputs leave the page and come back. */
  async scrollThrough(): Promise<void> {
    await this.notebook.locator(".jp-WindowedPanel-outer").evaluate(async (outer) => {
      const drawn = () =>
        new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const steps = Math.ceil(outer.scrollHeight / outer.clientHeight);
      for (let step = 1; step <= 2 * steps; step++) {
        outer.scrollTop = Math.min(step, 2 * steps - step) * outer.clientHeight;
        await drawn();
      }
    });
  }

  /** Scrolls from the top until a view is in the page: outputs out of sight are not. */
  async scrollTo(view: Locator): Promise<void> {
    const outer = this.notebook.locator(".jp-WindowedPanel-outer");
    await outer.evaluate((panel) => (panel.scrollTop = 0));
    await until("the view is there", async () => {
      if ((await view.count()) > 0) return true;
      await outer.evaluate((panel) => (panel.scrollTop += panel.clientHeight / 2));
      return false;
    });
    await view.scrollIntoViewIfNeeded();
  }

  /** Answers the question for a kernel with none. */
  async #declineKernel(): Promise<void> {
    const dialog = this.page.locator(".jp-Dialog");
    await dialog.getByRole("button", { name: "No Kernel" }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Its name stands in the status bar once it has answered; what is run earlier is met with a question for a kernel. */
  async #kernelIsThere(): Promise<void> {
    await this.page.getByText("AEN (TypeScript) | Idle").waitFor();
  }
}

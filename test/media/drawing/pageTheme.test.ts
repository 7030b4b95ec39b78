import assert from "node:assert/strict";
import { darkTheme, highContrastTheme, lightTheme, type Theme } from "../../../kernel/figures/theme.js";
import type * as pageTheme from "../../../media/drawing/pageTheme.js";
import { modulePage } from "../modulePage.js";

describe("the theme of the page", () => {
  const test = modulePage();
  const inPage = test.loading<typeof pageTheme>("drawing/pageTheme");
  const theme = (style: Record<string, string> = {}, bodyClass = ""): Promise<Theme> =>
    inPage(
      ({ pageTheme }, [properties, names]) => {
        for (const [name, value] of Object.entries(properties))
          document.documentElement.style.setProperty(name, value);
        document.body.className = names;
        return pageTheme();
      },
      [style, bodyClass] as const,
    );
  const vscode = (paper: string, ink: string) => ({
    "--vscode-editor-background": paper,
    "--vscode-editor-foreground": ink,
  });
  afterEach(() =>
    test.page.emulateMedia({ colorScheme: "light", contrast: "no-preference", forcedColors: "none" }),
  );

  it("is VS Code's, whatever the reader's system prefers", async () => {
    await test.page.emulateMedia({ colorScheme: "light" });
    const dark = await theme(vscode("#1e1e1e", "#d4d4d4"));
    assert.deepEqual([dark.name, dark.paper, dark.ink], ["dark", "#1e1e1e", "#d4d4d4"]);
    await test.page.emulateMedia({ colorScheme: "dark" });
    const light = await theme(vscode("#fdf6e3", "#586e75"));
    assert.deepEqual([light.name, light.paper, light.ink], ["light", "#fdf6e3", "#586e75"]);
  });

  it("lies on the page: scales begin at its colour, and what is faint lies between paper and ink", async () => {
    const { background, diverging, sequential, plate, line, faintInk } = await theme(
      vscode("#000000", "#ffffff"),
    );
    assert.equal(background, null);
    assert.equal(diverging[3], "#000000", "the middle of the diverging scale");
    assert.equal(sequential[0], plate);
    const grey = (color: string) => Number(/\d+/.exec(color)![0]);
    assert.ok(
      0 < grey(plate) && grey(plate) < grey(line) && grey(line) < grey(faintInk),
      [plate, line].join(),
    );
    assert.ok(grey(faintInk) < 255, faintInk);
  });

  it("leaves the transparency of VS Code's colours aside, and what is no colour", async () => {
    assert.equal((await theme(vscode("#1e1e1eff", "#cccccc80"))).ink, "#cccccc");
    assert.equal((await theme(vscode("none", "none"))).paper, lightTheme.paper);
  });

  it("is JupyterLab's, in whatever notation its colours are", async () => {
    const jupyterLab = (paper: string, ink: string) => ({
      "--jp-layout-color0": paper,
      "--jp-content-font-color1": ink,
    });
    const light = await theme(jupyterLab("white", "rgba(0, 0, 0, 0.87)"));
    assert.deepEqual([light.name, light.paper, light.ink], ["light", "#ffffff", "#000000"]);
    const dark = await theme(jupyterLab("#111", "hsl(0 0% 100%)"));
    assert.deepEqual([dark.name, dark.paper, dark.ink], ["dark", "#111111", "#ffffff"]);
    await test.page.evaluate(() => (document.body.dataset.jpThemeName = "JupyterLab Dark High Contrast"));
    assert.equal((await theme(jupyterLab("#111", "#fff"))).name, "high contrast");
  });

  it("is what the reader prefers where there is no VS Code, on the page's own background", async () => {
    assert.equal((await theme()).name, "light");
    assert.equal((await theme()).paper, lightTheme.paper);
    await test.page.emulateMedia({ colorScheme: "dark" });
    assert.equal((await theme()).paper, darkTheme.paper);
    await test.page.evaluate(() => (document.body.style.backgroundColor = "rgb(10, 20, 30)"));
    assert.equal((await theme()).paper, "#0a141e");
  });

  it("has black on white or white on black where contrast is asked for: by VS Code or by the system", async () => {
    const light = await theme(vscode("#ffffff", "#333333"), "vscode-light vscode-high-contrast");
    assert.deepEqual([light.name, light.ink, light.line], ["high contrast", "#000000", "#000000"]);
    const dark = await theme(vscode("#000000", "#ffffff"), "vscode-high-contrast");
    assert.deepEqual(dark, { ...highContrastTheme, background: null });
    await test.page.reload();
    await test.page.emulateMedia({ contrast: "more", colorScheme: "dark" });
    assert.equal((await theme()).name, "high contrast");
    await test.page.emulateMedia({ contrast: "no-preference", forcedColors: "active" });
    assert.equal((await theme()).name, "high contrast");
  });

  it("is told anew when it may have changed, until nobody listens any more", async () => {
    await inPage(({ onThemeChange, note }) => {
      Object.assign(globalThis, { stop: onThemeChange(() => note("changed")) });
    });
    await inPage(() => void (document.body.className = "vscode-dark"));
    assert.equal((await test.noted(1)).length, 1, "the class of the body");
    await inPage(() => document.documentElement.style.setProperty("--vscode-editor-background", "#111111"));
    assert.equal((await test.noted(1)).length, 1, "VS Code's colours");
    await test.page.emulateMedia({ colorScheme: "dark" });
    assert.equal((await test.noted(1)).length, 1, "the system's preference");
    await inPage(() => {
      (globalThis as unknown as { stop(): void }).stop();
      document.body.className = "vscode-light";
    });
    await test.page.emulateMedia({ colorScheme: "light" });
    await test.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    assert.deepEqual(await test.noted(), []);
  });
});

import assert from "node:assert/strict";
import type * as view from "../../../media/view/view.js";
import { modulePage } from "../modulePage.js";

type Modules = typeof view;

describe("a view on the page", () => {
  const test = modulePage();
  const inPage = test.loading<Modules>("view/view");

  /** Places the smallest view, which shows its state and width; `window` keeps it under its id. */
  const place = (payload: { title?: string; id: string }, saved?: unknown) =>
    inPage(
      ({ View, host, html, place }, [given, found]) => {
        class Small extends View<{ title?: string; id: string }, { open: boolean; words: string }> {
          initialState() {
            return { open: false, words: "none" };
          }
          stateKey({ id }: { id: string }) {
            return `small ${id}`;
          }
          defaultTitle() {
            return "A small view";
          }
          body() {
            return html`<p class="body">${JSON.stringify(this.state)}</p>
              <p class="width">${this.width}</p>
              <p class="foreign">${this.foreignSelection?.words ?? "none"}</p>
              <button @click=${() => this.set({ open: true })}>Open</button>
              <button @click=${() => this.say("It is open.")}>Say</button>`;
          }
          table() {
            return { caption: "Numbers", columns: ["n"], rows: [[1]] };
          }
          exportSpec() {
            return { datasets: {} };
          }
        }
        if (found !== undefined) host.saveState(`small ${given.id}`, found);
        const small = new Small(Object.assign(place(), { id: given.id }), given, host);
        small.start();
        Object.assign(globalThis, { [`view ${given.id}`]: small });
      },
      [payload, saved] as const,
    );
  const text = (query: string) => test.page.locator(query).innerText();
  const button = (name: string) => test.page.getByRole("button", { name, exact: true });

  it("is a region with its title as name and heading, its own where the payload has none", async () => {
    await place({ id: "one", title: "Clips of <b>today</b>" });
    await place({ id: "two" });
    for (const name of ["Clips of <b>today</b>", "A small view"]) {
      const region = test.page.getByRole("region", { name });
      assert.equal(await region.getByRole("heading").innerText(), name);
    }
  });

  it("shows its table beside the drawing when asked to, and finds that and its own state again", async () => {
    await place({ id: "one" });
    assert.equal(await test.page.getByRole("table").count(), 0);
    await button("Table").click();
    await button("Open").click();
    assert.equal(await button("Table").getAttribute("aria-pressed"), "true");
    await test.page.evaluate(() => document.getElementById("one")!.remove());
    await place({ id: "one" });
    assert.equal(await test.page.getByRole("table", { name: "Numbers" }).count(), 1);
    assert.deepEqual(JSON.parse(await text(".body")), { open: true, words: "none", table: true });
    await button("Table").click();
    assert.equal(await test.page.getByRole("table").count(), 0);
  });

  it("completes a saved state of an older build, and leaves one that is no object aside", async () => {
    await place({ id: "older" }, { words: "kept" });
    assert.deepEqual(JSON.parse(await text("#older .body")), { open: false, words: "kept" });
    for (const [i, found] of [[1], "text", 3, null].entries()) {
      await place({ id: `odd${i}` }, found);
      assert.deepEqual(JSON.parse(await text(`#odd${i} .body`)), { open: false, words: "none" });
    }
  });

  it("tells readers of the screen what has happened", async () => {
    await place({ id: "one" });
    assert.equal(await text("[role=status]"), "");
    await button("Say").click();
    assert.equal(await text("[role=status]"), "It is open.");
  });

  it("names exported files by its title, without what a file system may refuse", async () => {
    for (const [title, file] of [
      ["Fear/Angst: 3 clips (β 0.3)?", "Fear-Angst-3-clips-β-0-3.csv"],
      ["…", "view.csv"],
      ["x".repeat(80), `${"x".repeat(60)}.csv`],
    ]) {
      await test.page.goto(test.url);
      await place({ id: "one", title });
      await test.page.locator(".menu summary").click();
      const [download] = await Promise.all([test.page.waitForEvent("download"), button("CSV").click()]);
      assert.equal(download.suggestedFilename(), file);
    }
  });

  it("follows the width of its place, between 240 and 1600 pixels less a margin of 4", async () => {
    const usual = test.page.viewportSize()!;
    await test.page.setViewportSize({ ...usual, width: 3100 });
    await place({ id: "one" });
    for (const [width, drawn] of [
      [500, 496],
      [100, 240],
      [3000, 1596],
    ]) {
      await test.page.evaluate((to) => (document.getElementById("one")!.style.width = `${to}px`), width);
      await test.page.locator(".width", { hasText: String(drawn) }).waitFor();
    }
    await test.page.setViewportSize(usual);
  });

  it("takes over the page's colours, and follows when they change", async () => {
    await place({ id: "one" });
    const paper = () =>
      test.page.locator("#one").evaluate((element) => element.style.getPropertyValue("--paper"));
    assert.equal(await paper(), "#ffffff");
    await test.page.evaluate(() =>
      document.documentElement.style.setProperty("--vscode-editor-background", "#202020"),
    );
    await test.page.waitForFunction(
      () => document.getElementById("one")!.style.getPropertyValue("--paper") === "#202020",
    );
  });

  it("sees what another view selects, not what it selects itself; its selection goes with it", async () => {
    await place({ id: "one" });
    await place({ id: "two" });
    const selected = await inPage(({ host }) => {
      const views = globalThis as unknown as Record<string, { dispose(): void }>;
      const selection = (source: object) => ({ source, clips: new Set<string>(), words: "Sad" });
      host.shared.select(selection(views["view one"]));
      const seen = ["one", "two"].map(
        (id) => document.getElementById(id)!.shadowRoot!.querySelector(".foreign")!.textContent,
      );
      views["view two"].dispose();
      const stays = host.shared.selection?.words;
      views["view one"].dispose();
      return [...seen, stays, host.shared.selection];
    });
    assert.deepEqual(selected, ["none", "Sad", "Sad", null]);
  });

  it("is drawn no more after it was taken away", async () => {
    await place({ id: "one" });
    const left = await inPage(({ host }) => {
      const views = globalThis as unknown as Record<string, { dispose(): void }>;
      views["view one"].dispose();
      host.shared.select({ source: {}, clips: new Set(), words: "Sad" });
      document.body.className = "vscode-high-contrast";
      return document.getElementById("one")!.shadowRoot!.querySelectorAll("*").length;
    });
    assert.equal(left, 0);
  });
});

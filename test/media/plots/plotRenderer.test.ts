import assert from "node:assert/strict";
import type * as plotRenderer from "../../../media/plots/plotRenderer.js";
import { modulePage } from "../modulePage.js";

interface Renderer {
  renderOutputItem(item: object, element: HTMLElement): Promise<void>;
  disposeOutputItem(id?: string): void;
}

describe("the renderer of plots from users' cells", () => {
  const test = modulePage();
  const inPage = test.loading<typeof plotRenderer>("plots/plotRenderer");

  /** Drawings are begun at once and are there when `finish` is called; what ends is noted. */
  beforeEach(() =>
    inPage(({ activatePlots, note, place }) => {
      const waiting: (() => void)[] = [];
      const activate = activatePlots(async (element, spec) => {
        if (spec === "wrong") throw new TypeError("it is not a figure");
        element.textContent = String(spec);
        if (spec === "slow") await new Promise<void>((resolve) => waiting.push(resolve));
        return () => note(`end of ${String(spec)}`);
      });
      const renderer = activate({ setState() {}, getState() {} } as never) as unknown as Renderer;
      const element = place();
      element.id = "output";
      Object.assign(globalThis, {
        render: (id: string, spec: unknown) => renderer.renderOutputItem({ id, json: () => spec }, element),
        dispose: (id?: string) => renderer.disposeOutputItem(id),
        finish: () => waiting.splice(0).forEach((resolve) => resolve()),
      });
    }),
  );
  type InPage = {
    render(id: string, spec: unknown): Promise<void>;
    dispose(id?: string): void;
    finish(): void;
  };
  const text = () => test.page.locator("#output").innerText();

  it("draws an output, and ends the drawing when the output goes or is drawn anew", async () => {
    await inPage(async () => {
      const { render, dispose } = globalThis as unknown as InPage;
      await render("a", "first");
      await render("a", "second");
      await render("b", "third");
      dispose("a");
      dispose("a");
    });
    assert.deepEqual(await test.noted(), ["end of first", "end of second"]);
    await inPage(() => (globalThis as unknown as InPage).dispose());
    assert.deepEqual(await test.noted(), ["end of third"]);
  });

  it("says in its place why an output cannot be drawn", async () => {
    await inPage(() => (globalThis as unknown as InPage).render("a", "wrong"));
    assert.equal(await text(), "This figure cannot be drawn: it is not a figure");
  });

  it("ends a drawing whose output has gone before it was there", async () => {
    await inPage(async () => {
      const { render, dispose, finish } = globalThis as unknown as InPage;
      const drawn = render("a", "slow");
      dispose("a");
      finish();
      await drawn;
    });
    assert.deepEqual(await test.noted(), ["end of slow"]);
  });

  it("ends the earlier of two drawings of an output, also where it is there later", async () => {
    await inPage(async () => {
      const { render, finish } = globalThis as unknown as InPage;
      const slow = render("a", "slow");
      await render("a", "second");
      finish();
      await slow;
    });
    assert.deepEqual(await test.noted(), ["end of slow"]);
    await inPage(() => (globalThis as unknown as InPage).dispose("a"));
    assert.deepEqual(await test.noted(), ["end of second"]);
  });
});

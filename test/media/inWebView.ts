import type { Page } from "playwright-core";

/** Calls a renderer as VS Code does; what it posts is kept in `posted`, but for the language, for which each asks once. */
export async function render(
  page: Page,
  entry: string,
  mime: string,
  payload: unknown,
  id = "one",
): Promise<void> {
  await page.evaluate(
    async ({ entry, mime, payload, id }) => {
      const window = globalThis as unknown as {
        posted: unknown[];
        listeners: ((message: unknown) => void)[];
        renderer?: Record<string, unknown>;
        state?: unknown;
      };
      window.posted ??= [];
      window.listeners ??= [];
      const module = (await import(entry)) as { activate(context: object): Promise<unknown> };
      window.renderer ??= (await module.activate({
        getState: () => window.state,
        setState: (state: unknown) => (window.state = state),
        postMessage(message: { readonly type?: unknown }) {
          if (message.type !== "language") window.posted.push(message);
        },
        onDidReceiveMessage: (listener: (message: unknown) => void) => {
          window.listeners.push(listener);
          return { dispose: () => undefined };
        },
      })) as Record<string, unknown>;
      let element = document.getElementById(id);
      if (!element) {
        element = document.createElement("div");
        element.id = id;
        document.body.append(element);
      }
      const { renderOutputItem } = window.renderer as {
        renderOutputItem(item: object, element: HTMLElement): Promise<void>;
      };
      await renderOutputItem({ id, mime, json: () => payload }, element);
    },
    { entry, mime, payload, id },
  );
}

/** What the views have asked for since the last look. */
export function posted(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (globalThis as unknown as { posted: unknown[] }).posted.splice(0));
}

/** Answers the views as the kernel does. */
export function answer(page: Page, message: unknown): Promise<void> {
  return page.evaluate((given) => {
    for (const listener of (globalThis as unknown as { listeners: ((m: unknown) => void)[] }).listeners)
      listener(given);
  }, message);
}

/** Takes an output away as VS Code does when it is scrolled far off, and its element with it. */
export function scrollAway(page: Page, id = "one"): Promise<void> {
  return page.evaluate((gone) => {
    const { renderer } = globalThis as unknown as { renderer: { disposeOutputItem?(id: string): void } };
    renderer.disposeOutputItem?.(gone);
    document.getElementById(gone)!.remove();
  }, id);
}

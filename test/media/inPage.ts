/** What tests use inside a page of modulePage.ts; it is bundled with the modules under test. */
import type { nothing } from "lit-html";
import { html, render, type TemplateResult } from "lit-html";
import type { ViewReply, ViewRequest } from "../../kernel/contracts/viewMessages.js";
import type { ViewHost } from "../../media/host/viewHost.js";
import { sharedByPage } from "../../media/selection/sharedSelection.js";

export { html };

const notes: unknown[] = [];
let heard = () => {};

/** Writes something down for `noted()` of modulePage.ts, e.g. what a callback was given. */
export function note(what: unknown): void {
  notes.push(what);
  heard();
}

/** The notes since the last look, as soon as there are so many. */
export async function takeNotes(atLeast: number): Promise<unknown[]> {
  while (notes.length < atLeast) await new Promise<void>((resolve) => (heard = resolve));
  return notes.splice(0);
}

/** A new element at the end of the page. */
export function place(): HTMLElement {
  const element = document.createElement("div");
  document.body.append(element);
  return element;
}

/** The only template on the page; a later one takes its place. */
export function show(template: TemplateResult | typeof nothing): void {
  const shown = document.getElementById("shown") ?? Object.assign(place(), { id: "shown" });
  render(template, shown);
}

const listeners = new Set<(reply: ViewReply) => void>();
const states = new Map<string, unknown>();

/** Answers every view as the kernel does. */
export function answer(reply: ViewReply): void {
  for (const listener of [...listeners]) listener(reply);
}

/** Where a view is placed, with a kernel: what the view asks for is noted, what it saves is found again. */
export const host: ViewHost = {
  shared: sharedByPage(),
  postMessage: (request: ViewRequest) => note(request),
  onMessage(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  loadState: (key) => states.get(key),
  saveState: (key, state) => void states.set(key, state),
};

import type { Language } from "./language.js";

/** Texts by their English: a text may hold values, "{0} of {1} clips". */
export type Catalog = Readonly<Record<string, string>>;

/** Texts that are known before the program runs, so that each is found in the catalog. */
type Fixed<Text extends string> = Text & (string extends Text ? never : unknown);

const english: Catalog = {};
const listeners = new Set<() => void>();
let [spoken, catalog]: [Language, Catalog] = ["en", english];

/** The language of {@link worded}: English until a page says otherwise. A kernel always speaks English. */
export function language(): Language {
  return spoken;
}

/** Speaks another language from now on, and tells who listens. */
export function speakWith(next: Language, texts: Catalog = english): void {
  if (spoken === next && catalog === texts) return;
  [spoken, catalog] = [next, texts];
  for (const listener of [...listeners]) listener();
}

/** Speaks another language while a function runs, which must not be asynchronous. */
export function spokenWith<Result>(next: Language, texts: Catalog, run: () => Result): Result {
  const before = [spoken, catalog] as const;
  [spoken, catalog] = [next, texts];
  try {
    return run();
  } finally {
    [spoken, catalog] = before;
  }
}

/** Calls back when another language is spoken; returns a function that stops this. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * A text in the language of the page; without a translation it stays English.
 * @param text in English; only texts that are written out, so call this where the text is shown, not when a module loads
 * @param values take the places of {0}, {1} … as they are
 */
export function worded<Text extends string>(
  text: Fixed<Text>,
  ...values: readonly (string | number)[]
): string {
  return filled(catalog[text] ?? text, values);
}

/**
 * A text that depends on a count: the form for one, or that for several, by the language's rule.
 * @param count takes the place of {0}; the other values follow
 */
export function wordedCount<One extends string, Several extends string>(
  count: number,
  one: Fixed<One>,
  several: Fixed<Several>,
  ...values: readonly (string | number)[]
): string {
  const isOne = new Intl.PluralRules(spoken).select(count) === "one";
  const text = isOne ? one : several;
  return filled(catalog[text] ?? text, [count, ...values]);
}

function filled(text: string, values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

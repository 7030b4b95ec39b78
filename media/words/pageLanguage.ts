import type { Language } from "../../kernel/words/language.js";
import { type Catalog, speakWith } from "../../kernel/words/words.js";

/** The id of the element in which an exported page holds its texts; see kernel/notebook/html/pageTexts.ts. */
const elementId = "aen-words";

let [wanted, arrived]: [Language, Promise<void>] = ["en", Promise.resolve()];

/**
 * Lets the views of the page speak a language as soon as its texts are there; where they cannot be had, it stays as it is.
 * @param load the texts, which English does without
 */
export function speakLoaded(language: Language, load: () => Promise<Catalog>): Promise<void> {
  wanted = language;
  arrived = language === "en" ? Promise.resolve(speakWith("en")) : loaded(language, load);
  return arrived;
}

async function loaded(language: Language, load: () => Promise<Catalog>): Promise<void> {
  try {
    const texts = await load();
    if (wanted === language) speakWith(language, texts);
  } catch (error) {
    console.error(error);
  }
}

/** Resolves when the language that was last asked for is spoken. */
export function spoken(): Promise<void> {
  return arrived;
}

/** Speaks as an exported page does: the language of its `lang`, with the texts that stand in it. */
export function speakAsPage(): void {
  const text = document.getElementById(elementId)?.textContent;
  if (text && document.documentElement.lang === "de") speakWith("de", JSON.parse(text) as Catalog);
}

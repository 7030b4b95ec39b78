import { readFile } from "node:fs/promises";
import type { Language } from "../../words/language.js";
import type { Catalog } from "../../words/words.js";

/** A language that a page speaks, and its texts. */
export interface PageLanguage {
  readonly language: Language;
  readonly texts: Catalog;
}

/** Pages speak English unless another language is asked for. */
export const english: PageLanguage = { language: "en", texts: {} };

/** The texts of a language, as they lie beside the built modules. */
export async function pageTexts(language: Language): Promise<PageLanguage> {
  if (language === "en") return english;
  const texts = await readFile(new URL("../../words/german.json", import.meta.url), "utf8");
  return { language, texts: JSON.parse(texts) as Catalog };
}

/** What the views of a page find their texts in; see media/words/pageLanguage.ts. English ones bring theirs along. */
export function textsElement({ language, texts }: PageLanguage): string {
  if (language === "en") return "";
  const json = JSON.stringify(texts).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="aen-words">${json}</script>\n`;
}

import type { Language } from "../../kernel/words/language.js";
import { speakLoaded } from "./pageLanguage.js";

/** Lets the views of the page speak a language; texts that are not English are loaded when first needed. */
export function speak(language: Language): Promise<void> {
  return speakLoaded(language, german);
}

async function german(): Promise<Readonly<Record<string, string>>> {
  const { default: texts } = await import("../../kernel/words/german.json", { with: { type: "json" } });
  return texts;
}

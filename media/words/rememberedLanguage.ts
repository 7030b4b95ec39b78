import { type Language, languages } from "../../kernel/words/language.js";
import { storedState } from "../host/storedState.js";
import { speak } from "./speak.js";

const key = "language";

/** Speaks the language that the page spoke last, until the front end has said which one it wants. */
export function speakAsLast(): void {
  const last = storedState().load(key);
  void speak(languages.find((language) => language === last) ?? "en");
}

/** Speaks a language that the front end has told, and remembers it for the next page. */
export function speakAndRemember(language: Language): void {
  storedState().save(key, language);
  void speak(language);
}

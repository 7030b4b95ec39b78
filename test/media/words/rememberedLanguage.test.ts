import assert from "node:assert/strict";
import { language } from "../../../kernel/words/words.js";
import { spoken } from "../../../media/words/pageLanguage.js";
import { speakAndRemember, speakAsLast } from "../../../media/words/rememberedLanguage.js";
import { speak } from "../../../media/words/speak.js";

describe("The language that a front end has told", () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  const kept = new Map<string, string>();
  beforeEach(() =>
    Object.defineProperty(globalThis, "localStorage", {
      configurable: true,
      value: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, text: string) => kept.set(key, text),
      },
    }),
  );
  after(async () => {
    if (real) Object.defineProperty(globalThis, "localStorage", real);
    await speak("en");
  });

  it("is spoken by the next page until it is told again", async () => {
    speakAsLast();
    await spoken();
    assert.equal(language(), "en");
    speakAndRemember("de");
    await speak("en");
    speakAsLast();
    await spoken();
    assert.equal(language(), "de");
  });
});

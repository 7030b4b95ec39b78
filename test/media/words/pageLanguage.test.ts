import assert from "node:assert/strict";
import { language, speakWith, worded } from "../../../kernel/words/words.js";
import { speakAsPage, speakLoaded, spoken } from "../../../media/words/pageLanguage.js";

const texts = { Close: "Schließen" };

describe("The language of a page", () => {
  afterEach(() => speakLoaded("en", async () => ({})));

  it("is spoken when its texts have come, and of two wishes the last counts", async () => {
    const come: ((given: typeof texts) => void)[] = [];
    const load = () => new Promise<typeof texts>((resolve) => come.push(resolve));
    void speakLoaded("de", load);
    assert.equal(language(), "en");
    const first = spoken();
    void speakLoaded("en", load);
    come[0](texts);
    await first;
    assert.equal(language(), "en");
    await speakLoaded("de", async () => texts);
    assert.equal(worded("Close"), "Schließen");
  });

  it("stays where texts cannot be had", async () => {
    const { error } = console;
    console.error = () => {};
    await speakLoaded("de", () => Promise.reject(new Error("offline"))).finally(
      () => (console.error = error),
    );
    assert.equal(language(), "en");
  });

  it("of an exported page is that of its lang, with the texts that stand in it", () => {
    const before = globalThis.document;
    const page = (lang: string) =>
      Object.assign(globalThis, {
        document: {
          documentElement: { lang },
          getElementById: () => ({ textContent: JSON.stringify(texts) }),
        },
      });
    page("en");
    speakAsPage();
    assert.equal(language(), "en");
    page("de");
    speakAsPage();
    assert.equal(worded("Close"), "Schließen");
    Object.assign(globalThis, { document: before });
    speakWith("en");
  });
});

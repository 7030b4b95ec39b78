import assert from "node:assert/strict";
import { languageFor, languageOf } from "../../../kernel/words/language.js";

describe("The language of views", () => {
  it("is German for every German of a front end, and English for all others", () => {
    const locales = ["de", "de-CH", "de_AT", "DE", "en", "fr", "den", ""];
    assert.deepEqual(locales.map(languageFor), ["de", "de", "de", "de", "en", "en", "en", "en"]);
  });

  it("is the one that was set; anything else follows the front end", () => {
    assert.deepEqual([languageOf("en", "de"), languageOf("de", "en")], ["en", "de"]);
    for (const setting of ["auto", undefined, "fr", 1]) assert.equal(languageOf(setting, "de"), "de");
  });
});

import assert from "node:assert/strict";
import { frameLanguage } from "../../../../kernel/aen/course/frameLanguage.js";

describe("the language around exercises", () => {
  it("is German where the system is, and English for all others", () => {
    const of = (LANG: string) => frameLanguage({ LANG });
    assert.deepEqual(["de_DE.UTF-8", "de", "de-AT", "fr_FR", "C.UTF-8", "", "den"].map(of), [
      ...["de", "de", "de", "en", "en", "en", "en"],
    ]);
    assert.equal(frameLanguage({}), "en");
  });

  it("is what AEN_LANGUAGE says before all", () => {
    assert.equal(frameLanguage({ AEN_LANGUAGE: "de", LC_ALL: "en_US.UTF-8", LANG: "en_US" }), "de");
    assert.equal(frameLanguage({ LC_ALL: "de_CH", LANG: "en_US" }), "de");
  });
});

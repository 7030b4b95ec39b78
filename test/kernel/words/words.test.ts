import assert from "node:assert/strict";
import {
  language,
  onLanguageChange,
  speakWith,
  spokenWith,
  worded,
  wordedCount,
} from "../../../kernel/words/words.js";

const german = {
  "{0} of {1} runs": "{1} Läufe, davon {0}",
  "{0} clip": "{0} Clip",
  "{0} clips": "{0} Clips",
};

describe("Texts of views", () => {
  afterEach(() => speakWith("en"));

  it("are English until a page says otherwise, and where there is no translation", () => {
    assert.equal(worded("{0} of {1} runs", 2, 3), "2 of 3 runs");
    speakWith("de", german);
    assert.equal(worded("No errors."), "No errors.");
  });

  it("have their values in the places of the language, as they are", () => {
    speakWith("de", german);
    assert.equal(worded("{0} of {1} runs", "{1}", "$&"), "$& Läufe, davon {1}");
  });

  it("have one form for one, another for none and for several", () => {
    const forms = () => [0, 1, 2].map((count) => wordedCount(count, "{0} clip", "{0} clips"));
    assert.deepEqual(forms(), ["0 clips", "1 clip", "2 clips"]);
    speakWith("de", german);
    assert.deepEqual(forms(), ["0 Clips", "1 Clip", "2 Clips"]);
  });

  it("tell who listens that another language is spoken, once", () => {
    const heard: string[] = [];
    const end = onLanguageChange(() => heard.push(language()));
    speakWith("de", german);
    speakWith("de", german);
    end();
    speakWith("en");
    assert.deepEqual(heard, ["de"]);
  });

  it("are in another language for a while, even if that ends in an error", () => {
    const said = spokenWith("de", german, () => wordedCount(2, "{0} clip", "{0} clips"));
    assert.deepEqual([said, language()], ["2 Clips", "en"]);
    assert.throws(() =>
      spokenWith("de", german, () => {
        throw new Error("no");
      }),
    );
    assert.equal(language(), "en");
  });
});

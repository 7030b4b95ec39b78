import assert from "node:assert/strict";
import { worded } from "../../../kernel/words/words.js";
import { speak } from "../../../media/words/speak.js";

describe("The catalog of the views", () => {
  it("is loaded when German is first wanted", async () => {
    await speak("de");
    assert.equal(worded("Close"), "Schließen");
    await speak("en");
    assert.equal(worded("Close"), "Close");
  });
});

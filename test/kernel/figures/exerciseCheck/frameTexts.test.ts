import assert from "node:assert/strict";
import {
  checkState,
  checkText,
  frameTexts,
  stateWords,
} from "../../../../kernel/figures/exerciseCheck/frameTexts.js";
import { partlyRight } from "../../../media/examples/exercise-check.js";

describe("the words around an exercise", () => {
  it("say the state in words beside its sign, in both languages", () => {
    assert.match(
      checkText(partlyRight),
      /^Exercise 6\.4: Semantic transfer\n◐ Partly right, 2 of 4 points\n/,
    );
    const german = { ...partlyRight, language: "de" as const, points: 1.5 };
    assert.match(
      checkText(german),
      /Aufgabe 6\.4: Semantic transfer\n◐ Zum Teil richtig, 1,5 von 4 Punkten\n/,
    );
    assert.match(checkText(german), /✗ the gradients: noch nicht richtig\nHinweis: No gradient/);
  });

  it("call an exercise passed with all its points, failed with none", () => {
    const at = (points: number) => checkState({ ...partlyRight, points });
    assert.deepEqual([at(0), at(0.5), at(4)], ["failed", "partly", "passed"]);
  });

  it("speak of one point in the singular", () => {
    assert.equal(stateWords({ points: 1, maxPoints: 1, language: "en" }), "Passed, 1 of 1 point");
    assert.equal(stateWords({ points: 1, maxPoints: 1, language: "de" }), "Bestanden, 1 von 1 Punkt");
  });

  it("are there in German wherever they are in English, and differ", () => {
    const { en, de } = frameTexts;
    assert.deepEqual(Object.keys(de), Object.keys(en));
    assert.deepEqual(Object.keys(de.parts), Object.keys(en.parts));
    const words = (texts: typeof en) => [
      texts.passed,
      texts.partly,
      texts.failed,
      texts.hint,
      texts.showHint,
    ];
    assert.ok(words(en).every((word, at) => word !== words(de)[at]));
  });
});

import assert from "node:assert/strict";
import {
  exerciseName,
  exerciseTexts,
  languageFor,
  standing,
} from "../../../kernel/exercises/exerciseTexts.js";

describe("the words around an exercise", () => {
  const exercise = { number: "6.2", points: 2, isReadByHand: false, answers: ["a"], check: "c" };
  const free = { points: 3, isReadByHand: true, answers: ["closing"] };

  it("name it and say how it stands, in English and German", () => {
    const said = (language: "en" | "de") => [
      exerciseName(exercise, language),
      standing(exercise, { state: "open" }, language),
      standing(exercise, { state: "partly", points: 1.5 }, language),
      standing(exercise, { state: "failed", points: 0 }, language),
      exerciseName(free, language),
      standing(free, { state: "open" }, language),
    ];
    assert.deepEqual(said("en"), [
      ...["Exercise 6.2", "Open, 2 points", "Partly right, 1.5 of 2 points", "Not right yet, 0 of 2 points"],
      ...["Free answer", "3 points, read by a person"],
    ]);
    assert.deepEqual(said("de"), [
      ...["Aufgabe 6.2", "Offen, 2 Punkte", "Zum Teil richtig, 1,5 von 2 Punkten"],
      ...[
        "Noch nicht richtig, 0 von 2 Punkten",
        "Freie Antwort",
        "3 Punkte, wird von einem Menschen gelesen",
      ],
    ]);
  });

  it("count what is damaged, and say how", () => {
    const [deleted, changed] = [
      { gradeId: "a", change: "deleted" as const },
      { gradeId: "b", change: "changed" as const },
    ];
    assert.equal(exerciseTexts.en.damaged([deleted]), "1 locked cell of this lesson is deleted.");
    const both = exerciseTexts.en.damaged([changed, deleted, changed]);
    assert.equal(both, "3 locked cells of this lesson are changed or deleted.");
    const auf = exerciseTexts.de.damaged([changed, deleted]);
    assert.equal(auf, "2 gesperrte Zellen dieser Lektion sind geändert oder gelöscht.");
  });

  it("are German for German alone", () => {
    const languages = ["de", "de-CH", "de_AT", "DE", "en", "den", "fr", ""].map(languageFor);
    assert.deepEqual(languages, ["de", "de", "de", "de", "en", "en", "en", "en"]);
  });
});

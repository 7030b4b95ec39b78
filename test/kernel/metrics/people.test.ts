import assert from "node:assert/strict";
import { peopleOf, personNumbers, withPeople } from "../../../kernel/metrics/people.js";

describe("the people shown by clips", () => {
  it("are counted where all clips name theirs", () => {
    const clips = [4, 2, 4].map((person) => ({ person }));
    assert.deepEqual(peopleOf(clips), { people: [0, 1, 0], count: 2, nameless: 0 });
  });

  it("keep their clips where another clip names no one, which shows a person of its own", () => {
    const clips = [{ person: 4 }, {}, { person: 4 }, {}];
    assert.deepEqual(peopleOf(clips), { people: [0, 1, 0, 2], count: 3, nameless: 2 });
  });

  it("are one for each clip where no clip names its person", () => {
    assert.deepEqual(peopleOf([{}, {}]), { people: [0, 1], count: null, nameless: 2 });
  });

  it("get numbers in the order in which they come, so that no name is kept", () => {
    assert.deepEqual(personNumbers(["Mia", "Noah", "Mia", null]), [0, 1, 0, 2]);
  });

  it("come with predictions as numbers, but for those that name no one", () => {
    const predictions = [{ label: 0 }, { label: 1 }, { label: null }];
    const shown = (...persons: (string | null)[]) =>
      withPeople(predictions, persons).map(({ person }) => person);
    assert.deepEqual(shown("Mia", "Mia", null), [0, 0, undefined]);
    assert.deepEqual(shown("Mia", "Noah", "Mia"), [0, 1, 0]);
    assert.deepEqual(shown("Mia", null, "Mia"), [0, undefined, 0]);
  });
});

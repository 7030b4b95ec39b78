import assert from "node:assert/strict";
import { peopleOf, peopleSentence, personNumbers, withPeople } from "../../../kernel/metrics/people.js";

describe("the people shown by clips", () => {
  it("are counted where all clips name theirs", () => {
    const clips = [4, 2, 4].map((person) => ({ person }));
    assert.deepEqual(peopleOf(clips), { people: [0, 1, 0], count: 2 });
  });

  it("are one for each clip where one clip does not name its person", () => {
    assert.deepEqual(peopleOf([{ person: 4 }, {}, { person: 4 }]), { people: [0, 1, 2], count: null });
  });

  it("get numbers in the order in which they come, so that no name is kept", () => {
    assert.deepEqual(personNumbers(["Mia", "Noah", "Mia", null]), [0, 1, 0, 2]);
  });

  it("come with predictions as numbers, or not at all where a labelled clip does not name its person", () => {
    const predictions = [{ label: 0 }, { label: 1 }, { label: null }];
    const shown = (...persons: (string | null)[]) =>
      withPeople(predictions, persons).map(({ person }) => person);
    assert.deepEqual(shown("Mia", "Mia", null), [0, 0, undefined]);
    assert.deepEqual(shown("Mia", "Noah", "Mia"), [0, 1, 0]);
    assert.deepEqual(shown("Mia", null, "Mia"), [undefined, undefined, undefined]);
  });

  it("are told in a sentence that fits under a still picture", () => {
    for (const people of [null, 1, 2, 9, 10, 99_999])
      assert.ok(peopleSentence(people).length <= 80, peopleSentence(people));
  });
});

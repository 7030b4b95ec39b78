import assert from "node:assert/strict";
import type { PersonChoice } from "../../../kernel/contracts/personChoice.js";
import { choosePerson } from "../../../kernel/faces/choosePerson.js";
import type { Track } from "../../../kernel/faces/faceTracker.js";
import { peopleIn } from "../../../kernel/faces/people.js";
import { DataError } from "../../../kernel/files/dataError.js";
import { sizes, trackOf } from "./tracksOfPeople.js";

/** Whose track is chosen, and what is said. */
function choose(tracks: readonly Track[], choice?: PersonChoice): { chosen: number; remarks: number } {
  const { person, remarks } = choosePerson(peopleIn(tracks, sizes), choice, "dyad.mp4");
  return { chosen: tracks.findIndex(({ faces }) => faces[0] === person.faces[0]), remarks: remarks.length };
}

/** Left, in the middle, right; the middle one is the smallest. */
const three = [
  trackOf(0, 0, 10, 100, { x: 50, y: 200 }),
  trackOf(1, 0, 10, 60, { x: 480, y: 200 }),
  trackOf(2, 0, 10, 160, { x: 800, y: 200 }),
];

describe("the person who is chosen", () => {
  it("is the most prominent, the central, the left or right one, or one by number", () => {
    const chosen = ([undefined, "largest", "central", "left", "right", 1, 2, 3] as const).map(
      (choice) => choose(three, choice).chosen,
    );
    assert.deepEqual(chosen, [2, 2, 1, 0, 2, 2, 0, 1]);
  });

  it("is not somebody who only passes by, or is far behind, where the choice is by place", () => {
    const passing = trackOf(3, 0, 2, 100, { x: 0 });
    const far = trackOf(4, 0, 10, 25, { x: 10 });
    assert.equal(choose([...three, passing, far], "left").chosen, 0);
    assert.equal(choose([...three, passing, far], 5).chosen, 3, "by number anybody can be chosen");
  });

  it("is somebody that is there: a number beyond the last and an empty side are refused by name", () => {
    const refused = (tracks: readonly Track[], choice: PersonChoice, message: RegExp) =>
      assert.throws(
        () => choose(tracks, choice),
        (error: Error) => {
          assert.ok(error instanceof DataError);
          assert.match(error.message, message);
          return true;
        },
      );
    refused(three, 4, /dyad\.mp4: it shows 3 people, so there is no person 4/);
    refused([three[2]], 2, /it shows one person/);
    refused([three[2]], "left", /nobody is on the left.*person 1 at 88 % of the width/);
    refused([three[0]], "right", /nobody is on the right/);
  });

  it("comes with a remark where somebody else is about as prominent and nothing was chosen", () => {
    const rivals = [three[0], trackOf(5, 0, 10, 70, { x: 700 })];
    assert.deepEqual(choose(rivals), { chosen: 0, remarks: 1 });
    assert.deepEqual(choose(rivals, "largest"), { chosen: 0, remarks: 0 });
    assert.deepEqual(choose(three), { chosen: 2, remarks: 0 });
  });

  it("comes with a remark where two people are equally far to a side", () => {
    const close = trackOf(5, 0, 10, 100, { x: 120 });
    assert.equal(choose([...three, close], "left").remarks, 1);
    assert.equal(choose(three, "left").remarks, 0);
  });
});

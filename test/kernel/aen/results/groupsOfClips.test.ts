import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { groupsOfClips } from "../../../../kernel/aen/results/groupsOfClips.js";

describe("the groups of clips in a field", () => {
  it("are one for each clip, undefined where it names none", () => {
    const clips: Pick<Clip, "groups">[] = [{ groups: { sex: "woman" } }, {}, { groups: { age: "older" } }];
    assert.deepEqual(groupsOfClips(clips, "sex"), ["woman", undefined, undefined]);
  });

  it("are refused by a message that lists the fields there are, or says how to name groups", () => {
    const clips = [{ groups: { sex: "woman", age: "older" } }];
    const of = (field: string) => () => groupsOfClips(clips, field);
    assert.throws(
      of("skin"),
      new RangeError('No clip names its "skin"; the fields of clip.groups are age, sex.'),
    );
    assert.throws(of("toString"), RangeError);
    assert.throws(() => groupsOfClips([{}], "skin"), /No clip names groups.*groups: \["skin"\]/);
  });

  it("are at most twenty", () => {
    const clips = Array.from({ length: 21 }, (_, age) => ({ groups: { age: String(age) } }));
    assert.throws(() => groupsOfClips(clips, "age"), /names 21 groups; at most 20.*ages into ranges/);
    assert.equal(groupsOfClips(clips.slice(1), "age").length, 20);
  });
});

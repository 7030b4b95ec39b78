import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { namesakesText, rememberMaker } from "../../../../kernel/aen/clips/namesakes.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { notesDuring } from "../notes.js";

let number = 0;
const clip = (identity: string | null, peopleOf?: string): Clip => ({
  ...{ id: String(number++), identity, label: 0, frameCount: 1, frameRate: null, truth: null },
  ...(peopleOf !== undefined && { peopleOf }),
  read: () => Promise.reject(new Error("not read here")),
});
const made = (...people: (string | null)[]) =>
  new ClipSet(
    people.map((person) => clip(person)),
    dfewLabels,
  ).madeBy("fromVideos", [people]);
const together = (...sets: ClipSet[]) =>
  new ClipSet(
    sets.flatMap((set) => set.clips),
    dfewLabels,
  );

describe("people named alike in sets that are put together", () => {
  it("are said to be taken for the same, once for two sets", async () => {
    const [one, other] = [made("S01", "S02", null), made("S02", "S01", "S03", null)];
    const notes = await notesDuring(() => [together(one, other), together(one, other).split({ by: "clip" })]);
    const said = notes.filter((note) => note.includes("named alike"));
    assert.equal(said.length, 1);
    assert.match(said[0], /2 people \(S01, \.\.\.\) are named alike .* taken for the same.*withPeopleOf/);
  });

  it("are not where the sets name others, say whose they are, or are parts of one", async () => {
    const [one, other, third] = [made("S01"), made("S02"), made("S01")];
    const notes = await notesDuring(() => [
      together(one, other),
      together(one, third.withPeopleOf("lab 2")),
      together(one.filter(() => true)),
    ]);
    assert.deepEqual(
      notes.filter((note) => note.includes("named alike")),
      [],
    );
  });

  it("are those of clips whose maker is known", () => {
    const [a, b] = [clip("S01"), clip("S01")];
    assert.equal(namesakesText([a, b]), null);
    rememberMaker([a], {});
    rememberMaker([b], {});
    assert.match(namesakesText([a, b]) ?? "", /^1 person \(S01\) is named alike/);
    const published = [clip("S01", "RAVDESS"), clip("S01", "RAVDESS")];
    published.forEach((each) => rememberMaker([each], {}));
    assert.equal(namesakesText(published), null);
  });
});

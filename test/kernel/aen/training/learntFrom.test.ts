import assert from "node:assert/strict";
import { peopleAmong } from "../../../../kernel/aen/clips/personOf.js";
import { model } from "../../../../kernel/aen/model/model.js";
import { learntFrom } from "../../../../kernel/aen/training/learntFrom.js";
import { trainUnannounced } from "../../../../kernel/aen/training/train.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("clips that figures are computed on", () => {
  const all = patternClips(2); // two people with a clip of each emotion
  const person = (number: number) => all.filter(({ identity }) => identity === `person ${number}`);

  it("are told by number where the network learns from them or from their people", () => {
    assert.equal(learntFrom("validation clips", person(0), person(1)), null);
    assert.equal(
      learntFrom("validation clips", all, person(0)),
      "7 of 14 validation clips are training clips, and 1 of the 2 people of the validation clips are in training clips, " +
        'so figures on them are optimistic. Split by identity: { by: "identity" }.',
    );
  });

  it("are not told of for people of another data set who are named alike", () => {
    const elsewhere = person(1).withPeopleOf("elsewhere");
    assert.equal(peopleAmong(person(1), elsewhere), 0);
    assert.deepEqual([peopleAmong(elsewhere, elsewhere), peopleAmong(person(1), all)], [1, 1]);
  });

  it("are told of in the notes of a run that is validated on them", async () => {
    const network = model(smallestModel);
    const options = { epochs: 0, pretraining: false, record: false, validate: person(0) } as const;
    const run = await trainUnannounced(network, person(0), options);
    assert.match(String(run), /Note: 7 of 7 validation clips are training clips/);
    await run.dispose();
    network.dispose();
  });
});

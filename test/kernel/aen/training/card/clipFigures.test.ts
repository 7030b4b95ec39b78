import assert from "node:assert/strict";
import { clipsLine } from "../../../../../kernel/aen/model/card/runLines.js";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { clipFigures, madeBy, sharedPeople } from "../../../../../kernel/aen/training/card/clipFigures.js";
import { patternClips } from "../patternClips.js";

/** Two clips for each of seven emotions: seven of person 0, seven of person 1. */
const clips = patternClips(2);
const nameless = new ClipSet(
  clips.clips.map((clip, index) => (index === 0 ? { ...clip, identity: null } : clip)),
  clips.labels,
);

describe("the figures of clips on a card", () => {
  it("are the numbers of clips, people and clips of each emotion, and the recipe", () => {
    const figures = clipFigures("Training clips", clips);
    assert.deepEqual([figures.role, figures.clips, figures.people], ["Training clips", 14, 2]);
    assert.deepEqual(Object.entries(figures.perEmotion)[0], ["Happy", 2]);
    assert.equal(figures.recipe, "put together in code");
    assert.equal(figures.peopleInTraining, null);
  });

  it("count the people who are in the training clips too", () => {
    const ofOne = clips.filter(({ identity }) => identity === "person 1");
    const judged = clipFigures("Validation clips", ofOne, clips);
    assert.deepEqual([judged.peopleInTraining, judged.clipsInTraining], [1, 7]);
    assert.match(
      clipsLine(judged),
      /7 clips of 1 person, 1 of them in the training clips too, 7 clips of them training/,
    );
    assert.equal(
      sharedPeople(
        ofOne,
        clips.filter(({ identity }) => identity === "person 0"),
      ),
      0,
    );
  });

  it("do not guess at people where a clip names none", () => {
    assert.equal(clipFigures("Training clips", nameless).people, null);
    assert.equal(sharedPeople(clips, nameless), null);
  });
});

describe("the function that made clips", () => {
  it("is that of the clips whose stills they are", () => {
    assert.equal(madeBy(clips), null);
    const drawn = clips.madeBy("synthetic", [{ seed: 1 }]);
    assert.equal(madeBy(drawn), "synthetic");
    assert.equal(madeBy(clips.madeBy("stills", [drawn, { perClip: 3 }])), "synthetic");
    assert.equal(madeBy(clips.madeBy("stills", [clips])), null);
  });
});

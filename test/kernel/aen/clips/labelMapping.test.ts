import assert from "node:assert/strict";
import fc from "fast-check";
import { type LabelMap, readLabels } from "../../../../kernel/aen/clips/labelMapping.js";
import { dfewLabels, LabelSet } from "../../../../kernel/aen/labels.js";
import { mafwLabels } from "../../../../kernel/aen/sources/datasets/mafwLabels.js";

const setOf = (...emotions: string[]) => new LabelSet(emotions, { all: emotions });
const ones = (labels: LabelSet) => labels.emotions.map(() => 1);
const read = (theirs: LabelSet, map?: LabelMap, counts = ones(theirs)) =>
  readLabels(theirs, dfewLabels, counts, map);

describe("labels of a data set, read as a network's emotions", () => {
  it("follow their names, whatever the order and case of both lists", () => {
    const shuffled = fc.shuffledSubarray([...mafwLabels.emotions], { minLength: 11 });
    const own = fc.shuffledSubarray([...dfewLabels.emotions], { minLength: 7 });
    const map = { Contempt: null, ANXIETY: "fear", Helplessness: "Sad", Disappointment: "Sad" };
    const meant: Readonly<Record<string, string | null>> = {
      ...Object.fromEntries(dfewLabels.emotions.map((name) => [name, name])),
      ...{ Contempt: null, Anxiety: "Fear", Helplessness: "Sad", Disappointment: "Sad" },
    };
    fc.assert(
      fc.property(shuffled, own, fc.boolean(), (theirs, emotions, lower) => {
        const labels = setOf(...theirs.map((name) => (lower ? name.toLowerCase() : name)));
        const indices = readLabels(labels, setOf(...emotions), ones(labels), map);
        assert.deepEqual(
          indices.map((index) => (index === null ? null : emotions[index])),
          theirs.map((name) => meant[name]),
        );
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("are read as the map says where it has an entry, even if the network knows the name", () => {
    assert.deepEqual(read(setOf("Surprise", "Fear"), { Surprise: "Fear", Fear: "Surprise" }), [6, 4]);
  });

  it("need an entry where clips have them and the network does not: all are named, with their clips", () => {
    const theirs = setOf("Contempt", "Happy", "Anxiety", "Pride");
    assert.throws(() => read(theirs, {}, [1, 4, 12, 0]), {
      name: "RangeError",
      message:
        "The network has no emotion called Contempt (1 clip), Anxiety (12 clips). Write what each label stands for, " +
        "one of Happy, Sad, Neutral, Angry, Surprise, Disgust, Fear, or null to leave its clips out: " +
        '{ labelMap: { "Contempt": null, "Anxiety": null } }.',
    });
    assert.deepEqual(read(theirs, { Contempt: null, Anxiety: "Fear" }, [1, 4, 12, 0]), [null, 0, 6, null]);
  });

  it("are refused where the map names an emotion that the network lacks, or a number", () => {
    assert.throws(
      () => read(setOf("Anxiety", "Happy"), { Anxiety: "Feer" }),
      /reads "Anxiety" as "Feer", but the network's emotions are Happy, Sad, .*, Fear\. Name one of them/,
    );
    for (const wrong of [6, undefined] as unknown as string[])
      assert.throws(() => read(setOf("Anxiety", "Happy"), { Anxiety: wrong }), /as (6|undefined), but/);
  });

  it("are refused where the map names a label that there is not, or one twice", () => {
    assert.throws(
      () => read(setOf("Anxiety", "Happy"), { Anxeity: "Fear" }),
      /names "Anxeity", but these clips have the labels Anxiety, Happy/,
    );
    assert.throws(() => read(setOf("Fear", "Happy"), { Fear: "Fear", fear: null }), /names Fear twice/);
  });
});

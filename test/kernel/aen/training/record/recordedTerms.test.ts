import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../../kernel/engine/tensorflow.js";
import type { LossInputs } from "../../../../../kernel/aen/losses/lossInputs.js";
import { lossTerm, type LossTerm } from "../../../../../kernel/aen/losses/lossTerm.js";
import {
  builtInTerm,
  lossTerms,
  publishedLoss,
  recommendedLoss,
} from "../../../../../kernel/aen/losses/lossTerms.js";
import {
  recordTerm,
  resumedTerms,
  type RecordedTerm,
} from "../../../../../kernel/aen/training/record/recordedTerms.js";
import { everyChoice, lossChoices } from "../../losses/lossChoices.js";

const written = (terms: readonly LossTerm[]) =>
  JSON.parse(JSON.stringify(terms.map(recordTerm))) as RecordedTerm[];
/** As versions before this one wrote them. */
const writtenEarlier = (terms: readonly LossTerm[]) =>
  written(terms).map(({ name, weight, code }) => ({ name, weight, code }));
const plain = (terms: readonly LossTerm[]) =>
  terms.map(({ value, ...rest }) => ({ ...rest, made: builtInTerm(value) }));
const scaled =
  (factor: number) =>
  ({ frameLogits }: LossInputs) =>
    tf.mul(tf.mean(frameLogits), factor);

describe("the terms of a recorded run", () => {
  it("are AEN's own with the very choices they had, for every combination of choices", function () {
    this.timeout(120_000);
    const all = everyChoice();
    const combinations = Object.values(lossChoices).reduce((product, values) => product * values.length, 1);
    assert.equal(new Set(all.map((choices) => JSON.stringify(choices))).size, combinations);
    // Each choice is written with each term, so a few terms of every combination say as much as all of them.
    for (const [index, choices] of all.entries()) {
      const terms = lossTerms(choices);
      const some = terms.filter((_, place) => place % 4 === index % 4);
      assert.deepEqual(plain(resumedTerms(written(some))), plain(some));
    }
  });

  it("keep their weights, and may be given again if nothing is changed", () => {
    const terms = lossTerms(recommendedLoss).map((term) => ({ ...term, weight: term.weight / 3 }));
    const own = lossTerm("mine", scaled(2), { weight: 0.1 });
    const recorded = written([...terms, own]);
    const again = [
      ...lossTerms(recommendedLoss).map((term, i) => ({ ...term, weight: terms[i].weight })),
      own,
    ];
    assert.deepEqual(plain(resumedTerms(recorded, again)), plain([...terms, own]));
    assert.deepEqual(plain(resumedTerms(recorded, [own])), plain([...terms, own]));
  });

  it("of the user's own must be given again, and are named with their weight and text", () => {
    const recorded = written([lossTerm("mine", scaled(2), { weight: 0.25 })]);
    assert.throws(
      () => resumedTerms(recorded),
      /had a loss term "mine" of its own: give it again.*aen\.lossTerm\("mine", \.\.\., \{ weight: 0\.25 \}\).*frameLogits/s,
    );
    assert.equal(resumedTerms(recorded, [lossTerm("mine", scaled(2), { weight: 0.25 })])[0].weight, 0.25);
  });

  const own = [lossTerm("mine", scaled(2))];
  const refused: [string, LossTerm[], LossTerm, RegExp][] = [
    [
      "of another text",
      own,
      lossTerm("mine", () => tf.scalar(1)),
      /"mine" is not the one of the run: it was \(/,
    ],
    [
      "that uses another value",
      own,
      lossTerm("mine", scaled(3)),
      /its text is the same, but "factor", which it uses, had another value/,
    ],
    [
      "of another weight",
      own,
      lossTerm("mine", scaled(2), { weight: 2 }),
      /weighs 1 in the run, and 2 as given/,
    ],
    ["that the run does not have", own, lossTerm("yours", scaled(2)), /no loss term "yours", it has "mine"/],
    [
      "of AEN with other choices",
      lossTerms({ energyPooling: "mean" }),
      lossTerms({ energyPooling: "sum", energyActivation: "softmax" })[8],
      /was made with energyPooling "mean", energyActivation "sigmoid"/,
    ],
    [
      "of the user's own in place of AEN's",
      lossTerms(),
      { ...lossTerms()[0], value: scaled(1) },
      /it was AEN's own "sentiment at level 1"/,
    ],
  ];
  for (const [what, had, given, message] of refused) {
    it(`refuse one ${what}`, () => assert.throws(() => resumedTerms(written(had), [given]), message));
  }

  it("say why a function cannot be made again from the record alone", () => {
    const weights = tf.tensor1d([1]);
    const table = new Float32Array(2e6);
    const made = (value: LossTerm["value"]) =>
      recordTerm(lossTerm("mine", value)).made as { missing: string };
    assert.match(
      made(() => weights).missing,
      /"weights", which it uses, is neither plain data nor a function/,
    );
    assert.match(made(() => tf.scalar(table[0])).missing, /too large for a record/);
    const seen = new Proxy({ margin: 2 }, {});
    const value = () => tf.scalar(seen.margin);
    assert.match(made(value).missing, /a value that it uses cannot be written \(.*could not be cloned/);
    const term = lossTerm("mine", value);
    assert.equal(resumedTerms(written([term]), [term])[0].value, value, "compared by its text");
  });

  it("may be those of a version that had fewer choices: what came later is as published", () => {
    const [first] = written(lossTerms(recommendedLoss));
    const { energyPooling: _later, ...choices } = recommendedLoss;
    const [again] = resumedTerms([{ ...first, made: { name: first.name, choices: choices as never } }]);
    assert.deepEqual(builtInTerm(again.value)!.choices, {
      ...recommendedLoss,
      energyPooling: publishedLoss.energyPooling,
    });
  });
});

describe("the terms of a run that an earlier version recorded, without choices", () => {
  const terms = lossTerms(recommendedLoss);

  it("are not guessed: the user gives those of the run", () => {
    assert.throws(
      () => resumedTerms(writtenEarlier(terms)),
      /is of an earlier version and does not say with which choices the loss term "sentiment at level 1" was made \(clipGroupScore\): give the terms of the run again/,
    );
    const found = resumedTerms(writtenEarlier(terms), terms);
    assert.deepEqual(plain(found), plain(terms));
  });

  it("are AEN's own where there is nothing to choose", () => {
    const emotions = terms.filter(({ name }) => name.startsWith("emotion"));
    const found = resumedTerms(writtenEarlier(emotions));
    assert.deepEqual(
      found.map(({ name, weight, description }) => ({ name, weight, description })),
      emotions.map(({ name, weight, description }) => ({ name, weight, description })),
    );
  });

  it("are compared by their text if they are the user's own, also under a name of AEN's", () => {
    const mine = lossTerm("emotion at clip", scaled(2));
    assert.throws(() => resumedTerms(writtenEarlier([mine])), /had a loss term "emotion at clip" of its own/);
    assert.equal(resumedTerms(writtenEarlier([mine]), [mine])[0].value, mine.value);
    const other = lossTerm("emotion at clip", () => tf.scalar(1));
    assert.throws(
      () => resumedTerms(writtenEarlier([mine]), [other]),
      /is not the one of the run: it was \(/,
    );
  });
});

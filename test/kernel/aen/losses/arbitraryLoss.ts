import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import * as aen from "../../../../kernel/aen/index.js";
import { lossChoices } from "./lossChoices.js";

/** A term of the user's own, which closes over a factor. */
export function ownTerm(factor: number): aen.LossTerm {
  const value = ({ frameLogits }: aen.LossInputs) => tf.mul(tf.mean(tf.square(frameLogits)), factor);
  return aen.lossTerm("mine", value, { weight: 0.3 });
}

/** A term of the user's own in place of one of AEN's. */
export function replacedTerm(margin: number): aen.LossTerm {
  return aen.lossTerm("emotion at clip", ({ clipLogits, labels }) =>
    tf.mean(tf.relu(tf.sub(margin, tf.mul(clipLogits, labels)))),
  );
}

const choices = fc.record(
  Object.fromEntries(
    Object.entries(lossChoices).map(([name, values]) => [name, fc.constantFrom(...(values as unknown[]))]),
  ),
) as fc.Arbitrary<Required<aen.LossOptions>>;
const anyFactor = fc.double({ min: 0.1, max: 2, noNaN: true });

/** Any combination of the choices of AEN's terms, with terms of the user's own or without. */
export const arbitraryLoss: fc.Arbitrary<{
  readonly loss: aen.LossTerm[];
  readonly own: readonly aen.LossTerm[];
}> = fc
  .tuple(
    choices,
    fc.oneof(
      fc.constant([]),
      anyFactor.map((each) => [ownTerm(each)]),
      fc.tuple(anyFactor, anyFactor).map(([first, second]) => [ownTerm(first), replacedTerm(second)]),
    ),
  )
  .map(([chosen, own]) => ({ loss: aen.withTerms(aen.lossTerms(chosen), ...own), own }));

import { uarByGroup } from "../../../../../kernel/aen/course/lesson8/recalls.js";
import type { Answers } from "../answers.js";
import type { A, Unit } from "./answers.js";

const pick = <Item>(items: readonly Item[], unit: Unit) => items[Math.floor(unit() * items.length)];
const of = (answers: A, name: string) => answers.filter(({ group }) => group === name);
const people = (answers: A, unit: Unit) => {
  const names = [...new Set(answers.map(({ person }) => person))];
  return names.flatMap(() => {
    const drawn = pick(names, unit);
    return answers.filter(({ person }) => person === drawn);
  });
};
const clips = (answers: A, unit: Unit) => answers.map(() => pick(answers, unit));

function gaps(answers: A, one: string, other: string, unit: Unit, draw = people, draws = 1000): number[] {
  return Array.from({ length: draws }, () => {
    const uars = uarByGroup([...draw(of(answers, one), unit), ...draw(of(answers, other), unit)]);
    return uars[one] - uars[other];
  });
}
const ascending = (values: number[]) => values.sort((a, b) => a - b);
const between = (values: number[], share: number) => {
  const sorted = ascending(values);
  return {
    low: sorted[Math.floor(share * sorted.length)],
    high: sorted[Math.ceil((1 - share) * sorted.length) - 1],
  };
};
type Answer = (answers: A, one: string, other: string, unit: Unit) => unknown;
const answer =
  (made: (values: number[]) => unknown, draw = people, draws = 1000): Answer =>
  (answers, one, other, unit) =>
    made(gaps(answers, one, other, unit, draw, draws));

function spread(values: number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/** Answers to the exercise on the interval of a gap. */
export const gapAnswers: Answers = {
  right: {
    "the middle 95 % of 1000": answer((values) => between(values, 0.025)),
    "of 2000, by place": answer(
      (values) => {
        const sorted = Float64Array.from(values).sort();
        return { low: sorted[49], high: sorted[1949] };
      },
      people,
      2000,
    ),
    "1.96 standard deviations": answer((values) => {
      const { mean, deviation } = spread(values);
      return { high: mean + 1.96 * deviation, low: mean - 1.96 * deviation };
    }),
  },
  wrong: [
    ["clips", answer((values) => between(values, 0.025), clips), /too narrow/],
    ["90 %", answer((values) => between(values, 0.05)), /nine differences in ten/],
    [
      "one standard deviation",
      answer((values) => {
        const { mean, deviation } = spread(values);
        return { low: mean - deviation, high: mean + deviation };
      }),
      /one standard deviation/,
    ],
    [
      "turned round",
      answer((values) => {
        const { low, high } = between(values, 0.025);
        return { low: -high, high: -low };
      }),
      /turned round/,
    ],
    ["smallest to largest", answer((values) => between(values, 0)), /smallest difference to the largest/],
    [
      "percent",
      answer((values) => {
        const { low, high } = between(values, 0.025);
        return { low: 100 * low, high: 100 * high };
      }),
      /in percent/,
    ],
    [
      "low and high swapped",
      answer((values) => ({ low: 1, high: between(values, 0.025).low })),
      /above your high/,
    ],
    [
      "no draw",
      answer(
        (values) => between(values, 0.025),
        (answers) => [...answers],
      ),
      /no width/,
    ],
    [
      "the upper half",
      answer((values) => ({ low: spread(values).mean, high: between(values, 0.025).high })),
      /Take it in steps/,
    ],
    ["nothing yet", () => ({ low: NaN, high: NaN }), /returns nothing yet/],
  ],
};

import type { Answers } from "../answers.js";
import type { A } from "./answers.js";

type Count = Readonly<Record<"hits" | "misses" | "alarms" | "rest", number>>;

/** The four counts of an emotion in a group. */
function count(answers: A, emotion: string, group: string): Count {
  const own = answers.filter((each) => each.group === group);
  const number = (isTruth: boolean, isNamed: boolean) =>
    own.filter(({ truth, named }) => (truth === emotion) === isTruth && (named === emotion) === isNamed)
      .length;
  return {
    hits: number(true, true),
    misses: number(true, false),
    alarms: number(false, true),
    rest: number(false, false),
  };
}

type Odds = (answers: A, emotion: string, one: string, other: string) => unknown;

/** Differences of two rates of the four counts. */
function odds(recall: (count: Count) => number, falseAlarms: (count: Count) => number): Odds {
  return (answers, emotion, one, other) => {
    const [first, second] = [one, other].map((group) => count(answers, emotion, group));
    return {
      recall: recall(first) - recall(second),
      falseAlarms: falseAlarms(first) - falseAlarms(second),
    };
  };
}
const hitRate = ({ hits, misses }: Count) => hits / (hits + misses);
const alarmRate = ({ alarms, rest }: Count) => alarms / (alarms + rest);
const right = odds(hitRate, alarmRate) as (...given: Parameters<Odds>) => Record<string, number>;

/** Answers to the exercise on equalised odds. */
export const oddsAnswers: Answers = {
  right: {
    "four counts": right,
    "one minus the opposite": odds(
      ({ hits, misses }) => 1 - misses / (hits + misses),
      ({ alarms, rest }) => 1 - rest / (alarms + rest),
    ),
    "a loop": (answers: A, emotion: string, one: string, other: string) => {
      const rates = { recall: 0, falseAlarms: 0 };
      for (const [sign, group] of [
        [1, one],
        [-1, other],
      ] as const) {
        const own = answers.filter((each) => each.group === group);
        const positive = own.filter((each) => each.truth === emotion);
        const negative = own.filter((each) => each.truth !== emotion);
        for (const each of positive) if (each.named === emotion) rates.recall += sign / positive.length;
        for (const each of negative) if (each.named === emotion) rates.falseAlarms += sign / negative.length;
      }
      return rates;
    },
  },
  wrong: [
    [
      "a share of all clips",
      odds(hitRate, ({ hits, misses, alarms, rest }) => alarms / (hits + misses + alarms + rest)),
      /share of all clips/,
    ],
    ["a share of what is named so", odds(hitRate, ({ hits, alarms }) => alarms / (hits + alarms)), /trusted/],
    ["precision", odds(({ hits, alarms }) => hits / (hits + alarms), alarmRate), /precision/],
    [
      "turned round",
      (...[answers, emotion, one, other]: Parameters<Odds>) => right(answers, emotion, other, one),
      /turned round/,
    ],
    [
      "no sign",
      (...given: Parameters<Odds>) => {
        const { recall, falseAlarms } = right(...given);
        return { recall: Math.abs(recall), falseAlarms: Math.abs(falseAlarms) };
      },
      /lost their sign/,
    ],
    [
      "counts",
      odds(
        ({ hits }) => hits,
        ({ alarms }) => alarms,
      ),
      /You count clips/,
    ],
    [
      "recall alone",
      (...given: Parameters<Odds>) => ({ recall: right(...given).recall }),
      /lacks falseAlarms/,
    ],
    ["one number", (...given: Parameters<Odds>) => right(...given).recall, /must return an object/],
    ["misses", odds(({ hits, misses }) => misses / (hits + misses), alarmRate), /Two shares in each group/],
    ["nothing yet", () => ({ recall: NaN, falseAlarms: NaN }), /returns nothing yet/],
  ],
};

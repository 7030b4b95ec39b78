import type { Answers } from "../answers.js";
import type { A } from "./answers.js";

const isRight = (each: A[number]) => Number(each.truth === each.named);
const groupsOf = (answers: A) => [...new Set(answers.map(({ group }) => group))];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const perGroup = (answers: A, figure: (own: A) => number) =>
  Object.fromEntries(
    groupsOf(answers).map((group) => [group, figure(answers.filter((each) => each.group === group))]),
  );
const recall = (own: A, emotion: string) => mean(own.filter(({ truth }) => truth === emotion).map(isRight));
const shared = (answers: A) =>
  [...new Set(answers.map(({ truth }) => truth))].filter((emotion) =>
    groupsOf(answers).every((group) =>
      answers.some(({ group: of, truth }) => of === group && truth === emotion),
    ),
  );
const uars = (answers: A) =>
  perGroup(answers, (own) => mean(shared(answers).map((emotion) => recall(own, emotion))));

/** In one pass over the answers, with counts. */
function counted(answers: A): Record<string, number> {
  const counts: Record<string, Record<string, [right: number, all: number]>> = {};
  for (const { group, truth, named } of answers) {
    const count = ((counts[group] ??= {})[truth] ??= [0, 0]);
    count[1]++;
    if (truth === named) count[0]++;
  }
  const result: Record<string, number> = {};
  for (const group in counts) {
    const emotions = Object.keys(counts[group]).filter((emotion) =>
      Object.values(counts).every((each) => emotion in each),
    );
    result[group] = 0;
    for (const emotion of emotions) {
      const [right, all] = counts[group][emotion];
      result[group] += right / all / emotions.length;
    }
  }
  return result;
}

type Uars = Readonly<Record<string, number>>;
const finite = (given: Uars) => Object.entries(given).filter(([, uar]) => !Number.isNaN(uar));

function worst(given: Uars) {
  const sorted = finite(given).sort((a, b) => a[1] - b[1]);
  return { group: sorted[0][0], uar: sorted[0][1], gap: sorted[sorted.length - 1][1] - sorted[0][1] };
}

/** Answers to the exercises on UAR by group. */
export const uarAnswers: Readonly<Record<string, Answers>> = {
  "8.2": {
    right: {
      "mean of recalls": uars,
      "counts in one pass": counted,
      "a map": (answers: A) => new Map(Object.entries(uars(answers))),
      "weights of clips": (answers: A) => {
        const emotions = shared(answers);
        return perGroup(answers, (own) => {
          const of = (emotion: string) => own.filter(({ truth }) => truth === emotion).length;
          const kept = own.filter(({ truth }) => emotions.includes(truth));
          return kept.reduce((sum, each) => sum + isRight(each) / of(each.truth), 0) / emotions.length;
        });
      },
    },
    wrong: [
      ["WAR", (answers: A) => perGroup(answers, (own) => mean(own.map(isRight))), /\(WAR\)/],
      [
        "emotions of its own",
        (answers: A) =>
          perGroup(answers, (own) =>
            mean([...new Set(own.map(({ truth }) => truth))].map((emotion) => recall(own, emotion))),
          ),
        /emotions of its own/,
      ],
      [
        "0 for what is missing",
        (answers: A) =>
          perGroup(answers, (own) =>
            mean([...new Set(answers.map(({ truth }) => truth))].map((emotion) => recall(own, emotion) || 0)),
          ),
        /counts as 0/,
      ],
      [
        "precision",
        (answers: A) => uars(answers.map((each) => ({ ...each, truth: each.named, named: each.truth }))),
        /precision/,
      ],
      [
        "errors",
        (answers: A) => Object.fromEntries(Object.entries(uars(answers)).map(([g, uar]) => [g, 1 - uar])),
        /shares of errors/,
      ],
      [
        "percent",
        (answers: A) => Object.fromEntries(Object.entries(uars(answers)).map(([g, uar]) => [g, 100 * uar])),
        /percentages/,
      ],
      [
        "NaN for what is missing",
        (answers: A) =>
          perGroup(answers, (own) =>
            mean([...new Set(answers.map(({ truth }) => truth))].map((emotion) => recall(own, emotion))),
          ),
        /Not a number \(NaN\): dark/,
      ],
      ["one number", (answers: A) => mean(answers.map(isRight)), /must return an object/],
      ["one group", (answers: A) => ({ light: uars(answers).light }), /lacks dark/],
      ["nothing yet", () => ({}), /returns nothing yet/],
    ],
  },
  "8.3": {
    right: {
      sorted: worst,
      "a loop": (given: Uars) => {
        let [group, uar, best] = ["", Infinity, -Infinity];
        for (const [name, value] of Object.entries(given)) {
          if (value < uar) [group, uar] = [name, value];
          if (value > best) best = value;
        }
        return { group, uar, gap: best - uar };
      },
      "Math.min": (given: Uars) => {
        const values = Object.values(given).filter((value) => value >= 0);
        const uar = Math.min(...values);
        const group = Object.keys(given).find((name) => given[name] === uar);
        return { gap: Math.max(...values) - uar, uar, group };
      },
    },
    wrong: [
      ["the best", (given: Uars) => ({ ...worst(given), ...best(given) }), /reads best/],
      [
        "a gap to the mean",
        (given: Uars) => ({
          ...worst(given),
          gap: mean(finite(given).map(([, uar]) => uar)) - worst(given).uar,
        }),
        /mean of the groups/,
      ],
      ["a negative gap", (given: Uars) => ({ ...worst(given), gap: -worst(given).gap }), /negative/],
      ["a gap to 1", (given: Uars) => ({ ...worst(given), gap: 1 - worst(given).uar }), /perfect/],
      [
        "the mean as UAR",
        (given: Uars) => ({ ...worst(given), uar: mean(finite(given).map(([, uar]) => uar)) }),
        /Whom does a mean hide/,
      ],
      [
        "NaN not left out",
        (given: Uars) => ({
          ...worst(given),
          gap: Math.max(...Object.values(given)) - Math.min(...Object.values(given)),
        }),
        /Not a number \(NaN\): gap/,
      ],
      ["the name alone", (given: Uars) => worst(given).group, /must return an object/],
      ["nothing yet", () => ({ group: "", uar: NaN, gap: NaN }), /returns nothing yet/],
    ],
  },
};

function best(given: Uars) {
  const [group, uar] = finite(given).sort((a, b) => b[1] - a[1])[0];
  return { group, uar };
}

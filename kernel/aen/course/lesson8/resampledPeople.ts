import { Random } from "../../../random/random.js";
import { type Exercise, type Finding, right, wrong } from "../exercise.js";
import { callFunction, nothingYet } from "./calledFunction.js";
import { type ClipAnswer, drawnAnswers } from "./clipAnswer.js";
import { distinct } from "./recalls.js";

const answers = [1, 2, 4].flatMap((count) =>
  drawnAnswers(`resampled ${count}`, [
    { group: `${count} clips of an emotion`, people: 3, clips: { Happy: count, Sad: count }, skills: [0.6] },
  ]),
);
const people = distinct(answers.map(({ person }) => person));
const clipsOf = new Map(people.map((name) => [name, answers.filter(({ person }) => person === name)]));
const seeds = Array.from({ length: 200 }, (_, at) => 11 + 13 * at);
/** A right answer misses an interval of 5 standard errors once in about two million tries. */
const errors = 5;

/** How often each clip was drawn, by name. */
type Draw = ReadonlyMap<string, number>;

/** Draws people with replacement, each with all of their clips. */
export const resampledPeople: Exercise = {
  ...{ id: "8.5", name: "Resample people" },
  parts: [
    { what: "the source of its draws", points: 1, examine: unitDecides },
    {
      what: `who is drawn, over ${seeds.length} seeds`,
      points: 2,
      needsEarlier: true,
      examine: drawsPeople,
    },
  ],
};

function unitDecides(answer: unknown): Finding {
  const draws = [7, 7, 8].map((seed) => drawn(answer, seed));
  const orders: string[] = [];
  for (const draw of draws) {
    if ("hint" in draw) return wrong(draw.hint);
    orders.push(draw.value.map(({ clip }) => clip).join());
  }
  if (orders[0] !== orders[1])
    return wrong("The same draws of `unit`, and two results: take all that is random from `unit`.");
  return orders[0] === orders[2]
    ? wrong("Whatever `unit` gives, the result is the same: does your function draw at all?")
    : right;
}

function drawsPeople(answer: unknown): Finding {
  const draws: Draw[] = [];
  for (const seed of seeds) {
    const draw = drawn(answer, seed);
    if ("hint" in draw) return wrong(draw.hint);
    draws.push(countsOf(draw.value));
  }
  const hint = misfit(draws);
  return hint === undefined ? right : wrong(hint);
}

function drawn(answer: unknown, seed: number): { value: readonly ClipAnswer[] } | { hint: string } {
  const random = new Random("exercise 8.5", seed);
  const called = callFunction(answer, [answers, () => random.unit()]);
  if ("hint" in called) return called;
  const { value } = called;
  if (!Array.isArray(value))
    return { hint: "Your function must return a list of answers, like the one it is given." };
  if (value.length === 0) return { hint: nothingYet };
  const known = new Set(answers.map(({ clip }) => clip));
  return value.every((each) => known.has((each as ClipAnswer | undefined)?.clip ?? ""))
    ? { value: value as ClipAnswer[] }
    : { hint: "Your list holds something else than answers of its input. Is it people, lists or undefined?" };
}

function countsOf(draw: readonly ClipAnswer[]): Draw {
  const counts = new Map<string, number>();
  for (const { clip } of draw) counts.set(clip, (counts.get(clip) ?? 0) + 1);
  return counts;
}

/** What does not fit a draw with replacement of as many people as there are. */
function misfit(draws: readonly Draw[]): string | undefined {
  if (draws.every((draw) => [...clipsOf.values()].every((clips) => firstOnly(draw, clips))))
    return "Each person that you draw brings one clip. Which clips belong to them?";
  if (!draws.every(clipsStayTogether))
    return "Some clips of a person come in more often than others, so you draw clips. What is to be drawn?";
  const counts = draws.map((draw) => people.map((person) => draw.get(clipsOf.get(person)![0].clip) ?? 0));
  const sizes = counts.map((count) => count.reduce((sum, each) => sum + each, 0));
  if (sizes.some((size) => size !== people.length))
    return `You draw ${sizes.find((size) => size !== people.length)} people where there are ${people.length}. How many are to be drawn?`;
  if (counts.every((count) => count.every((each) => each === 1)))
    return "Everybody comes in exactly once, only in another order. May somebody be drawn twice?";
  return unevenness(counts);
}

function unevenness(counts: readonly (readonly number[])[]): string | undefined {
  const error = Math.sqrt((1 - 1 / people.length) / counts.length);
  const means = people.map((_, at) => counts.reduce((sum, count) => sum + count[at], 0) / counts.length);
  if (means.some((mean) => mean === 0))
    return "Somebody is never drawn: how large can your index become, and how large must it?";
  return means.some((mean) => Math.abs(mean - 1) > errors * error)
    ? "Over many seeds some people are drawn more often than others. How do you make an index of a number from 0 to 1?"
    : undefined;
}

function clipsStayTogether(draw: Draw): boolean {
  return [...clipsOf.values()].every((clips) => {
    const counts = clips.map(({ clip }) => draw.get(clip) ?? 0);
    return counts.every((count) => count === counts[0]);
  });
}

function firstOnly(draw: Draw, clips: readonly ClipAnswer[]): boolean {
  return clips.filter(({ clip }) => draw.has(clip)).length <= 1;
}

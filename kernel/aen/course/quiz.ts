import { type Exercise, type Finding, right, wrong } from "./exercise.js";

interface Question {
  readonly id: string;
  readonly name: string;
  readonly points: number;
}

/** A question with one right choice. @param hints for each wrong choice, by its letter */
export function singleChoice(
  question: Question,
  rightChoice: string,
  hints: Readonly<Record<string, string>>,
): Exercise {
  const known = [rightChoice, ...Object.keys(hints)].sort();
  return quiz(question, (answer) => {
    const letters = lettersOf(answer);
    if (letters.length !== 1 || !known.includes(letters[0]))
      return wrong(`Give one letter: ${known.join(", ")}.`);
    return letters[0] === rightChoice ? right : wrong(hints[letters[0]]);
  });
}

/**
 * A question with several right choices: each right one counts, each wrong one takes as much away.
 *
 * @param choices all letters
 * @param hint where it is not all right; which choice is wrong is not said
 */
export function multipleChoice(
  question: Question,
  rightChoices: readonly string[],
  choices: readonly string[],
  hint: string,
): Exercise {
  return quiz(question, (answer) => {
    const letters = lettersOf(answer);
    if (letters.length === 0 || letters.some((letter) => !choices.includes(letter)))
      return wrong(
        `Give all letters that are right, such as "${choices.slice(0, 2).join(", ")}"; there are ${choices.join(", ")}.`,
      );
    const hits = letters.filter((letter) => rightChoices.includes(letter)).length;
    const share = Math.max(0, 2 * hits - letters.length) / rightChoices.length;
    if (share === 1) return right;
    const told = `${hits} of your ${letters.length} choices ${hits === 1 ? "is" : "are"} right`;
    return { share, hint: `${told}${hits === letters.length ? ", and some are missing" : ""}. ${hint}` };
  });
}

/** A question for a number. @param tolerance how far from it an answer may be */
export function numberQuestion(
  question: Question,
  value: number,
  tolerance: number,
  hint: string,
  mistakes: readonly { readonly value: number; readonly hint: string }[] = [],
): Exercise {
  const isNear = (given: number, to: number) => Math.abs(given - to) <= tolerance;
  return quiz(question, (answer) => {
    const given = typeof answer === "string" ? Number(answer.trim().replace(",", ".") || "none") : answer;
    if (typeof given !== "number" || !Number.isFinite(given)) return wrong("Give one number, such as 0.5.");
    if (isNear(given, value)) return right;
    return wrong(mistakes.find((mistake) => isNear(given, mistake.value))?.hint ?? hint);
  });
}

/**
 * A question that matches things with letters. Each right pair counts.
 *
 * @param pairs the letter that belongs to each thing, by the thing's name
 */
export function matching(
  question: Question,
  pairs: Readonly<Record<string, string>>,
  hint: string,
): Exercise {
  const names = Object.keys(pairs);
  return quiz(question, (answer) => {
    const given = typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
    const letters = names.map((name) => lettersOf(given[name]));
    if (letters.some((each) => each.length !== 1))
      return wrong(`Give one letter for each of ${names.join(", ")}.`);
    const hits = names.filter((name, at) => letters[at][0] === pairs[name]).length;
    const told = `${hits} of ${names.length} pairs ${hits === 1 ? "is" : "are"} right.`;
    return hits === names.length ? right : { share: hits / names.length, hint: `${told} ${hint}` };
  });
}

function quiz({ id, name, points }: Question, examine: (answer: unknown) => Finding): Exercise {
  return { id, name, parts: [{ what: "the answer", points, examine }] };
}

/** "b", "B)", "a, c", ["a", "C"]: the letters, each once. */
function lettersOf(answer: unknown): string[] {
  const texts = (Array.isArray(answer) ? answer : [answer]).filter((each) => typeof each === "string");
  const letters = texts.flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? []);
  return [...new Set(letters)].sort();
}

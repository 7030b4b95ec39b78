import { type LanguageQuestion, languageQuestions, type QuestionOf } from "../contracts/languageQuestions.js";

/**
 * A question about the cells of a notebook, with what it is about after their texts, from a request's content.
 *
 * @throws TypeError for an unknown question, or when the cells are no texts
 */
export function languageQuestion({
  question,
  cells,
  about,
}: Readonly<Record<string, unknown>>): [LanguageQuestion, QuestionOf<LanguageQuestion>] {
  if (typeof question !== "string" || !Object.hasOwn(languageQuestions, question))
    throw new TypeError(`There is no question "${String(question)}".`);
  if (!Array.isArray(cells) || cells.some((each) => typeof each !== "string"))
    throw new TypeError(`The request's "cells" must be a list of strings.`);
  const given = [cells, ...(Array.isArray(about) ? (about as unknown[]) : [])];
  return [question as LanguageQuestion, given as unknown as QuestionOf<LanguageQuestion>];
}

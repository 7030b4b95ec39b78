import type { PersonByVideo, PersonChoice } from "../../../contracts/personChoice.js";
import { requirePersonChoice } from "../../../faces/personChoice.js";

/**
 * Choices of a person as they stand on a command line: "left" or "2" for all videos, "a.mp4=2" for one.
 * @returns undefined where nothing is chosen
 * @throws RangeError for anything else, and for two choices for the same videos
 */
export function writtenPersons(texts: readonly string[]): PersonChoice | PersonByVideo | undefined {
  if (texts.length === 0) return undefined;
  const persons: Record<string, PersonChoice> = Object.create(null) as Record<string, PersonChoice>;
  for (const text of texts) {
    const at = text.lastIndexOf("=");
    const name = at < 0 ? "*" : text.slice(0, at);
    if (name in persons)
      throw new RangeError(`person is chosen twice for ${name === "*" ? "all videos" : name}.`);
    persons[name] = choiceOf(text.slice(at + 1));
  }
  const names = Object.keys(persons);
  return names.length === 1 && names[0] === "*" ? persons["*"] : { ...persons };
}

function choiceOf(text: string): PersonChoice {
  const value: unknown = /^\d+$/.test(text) ? Number(text) : text;
  requirePersonChoice(value);
  return value;
}

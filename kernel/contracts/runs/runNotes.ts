import { parseObject } from "./jsonLines.js";

/** What a person has written about a run or study: `notes.json` beside its record, so that no tool overwrites it. */
export interface RunNotes {
  /** A name in place of the start time; "" for none. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly text: string;
}

/** The name of the file in the folder of a run or study. */
export const notesFile = "notes.json";

export const noNotes: RunNotes = { name: "", tags: [], text: "" };

/** @param text `notes.json`; what is missing or damaged is empty */
export function parseNotes(text: string): RunNotes {
  const { name, tags, text: body } = (parseObject(text) ?? {}) as Partial<Record<keyof RunNotes, unknown>>;
  return {
    name: typeof name === "string" ? name : "",
    tags: Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === "string") : [],
    text: typeof body === "string" ? body : "",
  };
}

/** Tags as a person types them, "baseline, seed 7": in order, each once. */
export function tagsOf(typed: string): string[] {
  const tags = typed.split(",").map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ""))];
}

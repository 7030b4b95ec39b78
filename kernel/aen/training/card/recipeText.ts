import path from "node:path";
import { makerName, type ClipOrigin, type ClipStep } from "../../clips/clipOrigin.js";

/** How clips were made, for a card: the call that made them and what was taken from it since, as Markdown. */
export function recipeText(origin: ClipOrigin | null): string {
  if (!origin) return "put together in code";
  const { made, given } = origin.recipe;
  const call = code(`${makerName(made)}(${given.map(plain).join(", ")})`);
  return [call, ...origin.steps.map(stepText)].join(", then ");
}

function stepText(step: ClipStep): string {
  if ("split" in step) return `the ${step.part} part of ${code(`split(${plain(step.split)})`)}`;
  if ("folds" in step)
    return `the ${step.part} part of fold ${step.fold} of ${code(`folds(${plain(step.folds)})`)}`;
  if ("sample" in step) return code(`sample(${step.sample}, ${plain(step.seed)})`);
  if ("withEmotion" in step) return code(`withEmotion(${step.withEmotion.map(plain).join(", ")})`);
  if ("peopleOf" in step) return code(`withPeopleOf(${plain(step.peopleOf)})`);
  return code(`filter(${step.filter})`);
}

/** A card is made to be shown to others: of an absolute path only its last part stays. */
function plain(value: unknown): string {
  const short = (_name: string, each: unknown) =>
    typeof each === "string" && isAbsolute(each) ? path.win32.basename(each) : each;
  return JSON.stringify(value, short) ?? "undefined";
}

function isAbsolute(text: string): boolean {
  return path.posix.isAbsolute(text) || path.win32.isAbsolute(text);
}

const longest = 240;

function code(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > longest ? `${line.slice(0, longest)}...` : line}\``;
}

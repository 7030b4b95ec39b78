import type { FrameLanguage } from "../../contracts/payloads/exerciseCheck.js";

/**
 * The language of the words around an exercise: `AEN_LANGUAGE` if it is set, as VS Code does, or else the system's.
 * German for German, English for all others.
 */
export function frameLanguage(environment: NodeJS.ProcessEnv = process.env): FrameLanguage {
  const names = ["AEN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"];
  const set = names.map((name) => environment[name]).find((value) => value !== undefined && value !== "");
  return /^de\b|^de_/i.test(set ?? "") ? "de" : "en";
}

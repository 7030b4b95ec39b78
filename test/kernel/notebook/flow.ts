import type { DataFlow } from "../../../kernel/contracts/languageQuestions.js";

/** What a cell takes and gives: names separated by spaces. */
export function flow(parts: { [part in keyof DataFlow]?: string }): DataFlow {
  const names = (part: keyof DataFlow) => parts[part]?.split(" ") ?? [];
  return {
    ...{ reads: names("reads"), writes: parts.writes ? names("writes") : names("declares") },
    ...{ declares: names("declares"), types: names("types") },
    ...{ changes: names("changes"), files: names("files") },
  };
}

import type { CellOutput, MimeData } from "../contracts/cellOutput.js";
import type { Inspection } from "../contracts/languageReplies.js";

const name = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*`;
const question = new RegExp(String.raw`^\s*(\?{0,2})\s*(${name}(?:\.${name})*)\s*(\?{0,2})\s*;?\s*$`, "u");

/** The name that a cell asks about, as in IPython: `run.evaluate?` or `?run.evaluate`. Undefined for other cells. */
export function askedName(code: string): string | undefined {
  const [, before, asked, after] = question.exec(code) ?? [];
  return before || after ? asked : undefined;
}

/** The text of a cell as TypeScript: none for a cell that asks about a name. */
export function withoutQuestion(code: string): string {
  return askedName(code) === undefined ? code : "";
}

/** What a cell that asks about a name shows. */
export function answerOutput(asked: string, found: Inspection | undefined): CellOutput {
  if (found) return { output_type: "display_data", data: inspectionData(found), metadata: {} };
  return { output_type: "stream", name: "stderr", text: `Nothing is known about '${asked}'.\n` };
}

/** What is known about a name, as text and as Markdown. */
export function inspectionData({ signature, documentation }: Inspection): MimeData {
  const plain = documentation === "" ? signature : `${signature}\n\n${documentation}`;
  return {
    "text/plain": plain,
    "text/markdown": `\`\`\`typescript\n${signature}\n\`\`\`\n${documentation}`,
  };
}

import assert from "node:assert/strict";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import type {
  ExecuteOptions,
  ExecuteResult,
  NotebookSession,
} from "../../../kernel/session/notebookSession.js";

/** Runs cells and collects what they put out. */
export interface Runner {
  run(
    code: string,
    options?: Partial<ExecuteOptions>,
  ): Promise<{ result: ExecuteResult; outputs: CellOutput[] }>;
  /** The text of the last expression; fails when the cell does. */
  value(code: string): Promise<string>;
  /** What a cell has printed. */
  printed(code: string): Promise<string>;
}

export function runner(session: NotebookSession): Runner {
  const run: Runner["run"] = async (code, options = {}) => {
    const outputs: CellOutput[] = [];
    const result = await session.execute(code, { onOutput: (output) => outputs.push(output), ...options });
    return { result, outputs };
  };
  const succeed = async (code: string) => {
    const { result, outputs } = await run(code);
    assert.equal(result.status, "ok", JSON.stringify(outputs));
    return outputs;
  };
  return {
    run,
    value: async (code) => {
      const last = (await succeed(code)).findLast((output) => output.output_type === "execute_result");
      return last ? String(last.data["text/plain"]) : "";
    },
    printed: async (code) => textOf(await succeed(code)),
  };
}

/** What was written to the streams, joined. */
export function textOf(outputs: readonly CellOutput[]): string {
  return outputs.map((output) => (output.output_type === "stream" ? output.text : "")).join("");
}

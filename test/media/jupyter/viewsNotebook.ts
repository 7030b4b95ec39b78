import { type Notebook } from "../../../kernel/notebook/notebookFile.js";
import { confusionMatrixBundle } from "../../../kernel/figures/bundles/confusionMatrix.js";
import type { MimeBundle } from "../../../kernel/contracts/mimeBundle.js";
import { timelineBundle } from "../../../kernel/figures/bundles/timeline.js";
import { trainingBoardBundle } from "../../../kernel/figures/bundles/trainingBoard.js";
import { confusionOutput, timelineOutput, trainingOutput } from "../examplePayloads.js";

/** A saved notebook with a training board, a confusion matrix and a timeline. */
export async function viewsNotebook(): Promise<Notebook> {
  const bundles: MimeBundle[] = [
    await trainingBoardBundle(trainingOutput().payload as never),
    await confusionMatrixBundle(confusionOutput(60, 4).payload as never),
    await timelineBundle(timelineOutput().payload as never),
  ];
  const cells = bundles.map((data, i) => ({
    cell_type: "code" as const,
    id: `view-${i}`,
    source: `const view${i}: number = ${i};`,
    metadata: {},
    execution_count: i + 1,
    outputs: [
      { output_type: "execute_result" as const, execution_count: i + 1, metadata: {}, data: { ...data } },
    ],
  }));
  const kernelspec = { name: "aen", display_name: "AEN (TypeScript)", language: "typescript" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

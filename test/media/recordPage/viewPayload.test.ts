import assert from "node:assert/strict";
import type { AblationBoardPayload } from "../../../kernel/contracts/payloads/ablationBoard.js";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import { differencePayload, viewPayload } from "../../../media/recordPage/viewPayload.js";
import { predictions, runPageExample } from "./examplePages.js";

const sources = runPageExample.sections.flatMap(({ parts }) =>
  parts.flatMap((part) => (part.part === "view" ? [part.source] : [])),
);

describe("what the views of a page are drawn from", () => {
  const payloadOf = <Payload>(source: unknown) => viewPayload(source as never).payload as Payload;

  it("is the training board that the notebook has shown", () => {
    const { mimeType, payload } = viewPayload(sources[0] as never);
    assert.equal(mimeType, viewMimeTypes["training-board"]);
    const { validation, steps, bestEpoch } = payload as {
      validation: { uar: number }[];
      steps: object[];
      bestEpoch: number;
    };
    assert.deepEqual(
      validation.map(({ uar }) => uar),
      [0.4, 0.5, 0.6],
    );
    assert.deepEqual([steps.length, bestEpoch], [3, 2]);
  });

  it("is a confusion matrix, or the difference of two, of the recorded predictions", () => {
    const { clips } = payloadOf<{ clips: { id: string; label: number }[] }>(sources[1]);
    assert.deepEqual(
      clips.map(({ label }) => label),
      [0, 1, 2, 0, 1, 2, 0, 1, 2],
    );
    const { labels } = sources[1] as never as { labels: never };
    const named = (name: string, wrong: number) => ({ name, predictions: predictions(wrong) });
    const { payload } = differencePayload(labels, named("base", 0), named("other", 3));
    const { base, run } = payload as { base: { name: string }; run: { name: string } };
    assert.deepEqual([base.name, run.name], ["base", "other"]);
  });

  it("is a study's board with the clips of each arm", () => {
    const payload = { arms: [{ name: "base" }, { name: "other" }] } as never as AblationBoardPayload;
    const { arms } = payloadOf<AblationBoardPayload>({
      draws: "ablation-board",
      payload,
      predictions: [predictions(0)],
    });
    assert.deepEqual(
      arms.map(({ clips }) => clips!.length),
      [9, 0],
    );
  });
});

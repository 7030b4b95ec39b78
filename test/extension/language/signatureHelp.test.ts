import "../standIn/register.js";
import assert from "node:assert/strict";
import { documentOf, going, kernelsWith } from "./cell.js";

const { CellSignatureHelp } = await import("../../../extension/language/signatureHelp.js");

describe("the parameters of the call being written", () => {
  const document = documentOf("aen.train(") as never;
  const answer = {
    ...{ activeSignature: 1, activeParameter: 0 },
    signatures: [
      { label: "train(model)", documentation: "Trains.", parameters: [] },
      {
        label: "atan(a, at)",
        documentation: "",
        parameters: [
          { label: "a", documentation: "Which." },
          { label: "at", documentation: "" },
        ],
      },
    ],
  };
  const help = (process: object | undefined) =>
    new CellSignatureHelp(kernelsWith(process)).provideSignatureHelp(document, 10 as never, going);

  it("are the session's, with the active one marked", async () => {
    const shown = (await help({ signatureHelp: async () => answer }))!;
    assert.deepEqual([shown.activeSignature, shown.activeParameter], [1, 0]);
    assert.deepEqual(
      shown.signatures.map(({ label }) => label),
      ["train(model)", "atan(a, at)"],
    );
    const [parameter, second] = shown.signatures[1].parameters;
    assert.deepEqual(
      [parameter.label, (parameter.documentation as { value: string }).value],
      [[5, 6], "Which."],
    );
    assert.deepEqual(second.label, [8, 10]);
  });

  it("are absent outside a call, or without a kernel", async () => {
    assert.equal(await help({ signatureHelp: async () => undefined }), undefined);
    assert.equal(await help(undefined), undefined);
  });
});

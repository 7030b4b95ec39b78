import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { variableDetails } from "../../../kernel/session/variableDetails.js";

describe("the details of a variable", () => {
  it("are numbers for tensors, typed arrays and arrays of numbers", async () => {
    const tensor = await variableDetails(
      tf.tensor2d([
        [1, 2],
        [3, 6],
      ]),
    );
    assert.ok(tensor.kind === "numbers");
    assert.deepEqual([tensor.type, tensor.shape, tensor.figures!.mean], ["Tensor float32", [2, 2], 3]);
    for (const value of [new Float64Array([1, 2]), [1, 2]]) {
      const details = await variableDetails(value);
      assert.ok(details.kind === "numbers" && details.figures!.mean === 1.5);
    }
  });

  it("are text for anything else, a disposed tensor too, and not without end", async () => {
    const tensor = tf.tensor1d([1]);
    tensor.dispose();
    assert.match(JSON.stringify(await variableDetails(tensor)), /disposed/);
    const long = await variableDetails("a".repeat(50_000));
    assert.ok(long.kind === "text" && long.text.length <= 20_001);
    assert.deepEqual(await variableDetails({ seed: 7 }), { kind: "text", text: "{ seed: 7 }" });
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { channelBlock } from "../../../../kernel/engine/run/channelBlock.js";
import { targetOf } from "../../../../kernel/engine/run/onnxStep.js";
import { skipBecause } from "../../../skipBecause.js";

/** What the processor can do, as Linux says. */
function processorFlags(): Set<string> {
  try {
    return new Set(/^flags\s*:(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1].split(" "));
  } catch {
    return new Set();
  }
}

describe("the block of channels in ONNX Runtime's layout of images", () => {
  it("is 16 on a processor with AVX-512 and 8 on one with AVX, also after an update of ONNX Runtime", async function () {
    const flags = processorFlags();
    if (!flags.has("avx")) return skipBecause(this, "the processor has no AVX, or Linux is not what runs");
    assert.equal(await channelBlock({}), flags.has("avx512f") ? 16 : 8);
  });

  it("is learned once", () => assert.equal(channelBlock({}), channelBlock({})));

  it("is unknown where the environment says so", async () =>
    assert.equal(await channelBlock({ AEN_CHANNEL_BLOCK: "off" }), undefined));

  it("is for the processor alone", async () => {
    assert.deepEqual(await targetOf("cpu"), { provider: "cpu", channelBlock: await channelBlock() });
    assert.deepEqual(await targetOf("webgpu"), { provider: "webgpu" });
  });
});

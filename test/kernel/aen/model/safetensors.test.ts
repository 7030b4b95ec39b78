import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { model } from "../../../../kernel/aen/model/model.js";
import {
  brainToNumber,
  decodeSafetensors,
  encodeSafetensors,
  halfToNumber,
} from "../../../../kernel/aen/model/safetensors.js";
import { fromPython, needsPython } from "../ablation/statistics/peer.js";
import { smallestModel } from "../training/patternClips.js";

/** A safetensors file by its documentation, of one tensor. */
function file(dtype: string, shape: readonly number[], bytes: Uint8Array, metadata: object = {}): Buffer {
  const header = JSON.stringify({
    __metadata__: metadata,
    x: { dtype, shape, data_offsets: [0, bytes.length] },
  });
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(header)));
  return Buffer.concat([length, Buffer.from(header), bytes]);
}

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const read = (...given: Parameters<typeof file>) => [
  ...decodeSafetensors(file(...given)).weights.get("x")!.data,
];

describe("a safetensors file", () => {
  it("gives back the same weights and metadata", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.float32Array({ maxLength: 20 }), {
          maxKeys: 5,
          noNullPrototype: true,
        }),
        fc.string(),
        (arrays, note) => {
          delete arrays["__metadata__"];
          delete arrays["__proto__"];
          const weights = new Map(
            Object.entries(arrays).map(([name, data]) => [name, { shape: [data.length], data }]),
          );
          const decoded = decodeSafetensors(encodeSafetensors(weights, { note }));
          assert.deepEqual(new Map([...decoded.weights].sort()), new Map([...weights].sort()));
          assert.equal(decoded.metadata.note, note);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is one as the format's documentation has it: Python's struct and json read it", function () {
    needsPython(this as unknown as Mocha.Context, "json", "struct");
    const weights = new Map([
      ["größe", { shape: [2, 1], data: Float32Array.of(1.5, -2) }],
      ["b", { shape: [1], data: Float32Array.of(3) }],
    ]);
    const base64 = encodeSafetensors(weights).toString("base64");
    const program = `
import sys, json, base64, struct
b = base64.b64decode(json.load(sys.stdin)); n = struct.unpack("<Q", b[:8])[0]
h = json.loads(b[8:8+n]); v = b[8+n:]
print(json.dumps([n % 8, [[k, t["dtype"], t["shape"], struct.unpack("<%df" % ((t["data_offsets"][1]-t["data_offsets"][0])//4), v[slice(*t["data_offsets"])])] for k, t in h.items() if k != "__metadata__"]]))`;
    assert.deepEqual(fromPython(program, base64), [
      0,
      [
        ["größe", "F32", [2, 1], [1.5, -2]],
        ["b", "F32", [1], [3]],
      ],
    ]);
  });

  it("may hold other types, which become float32", () => {
    assert.deepEqual(read("F64", [2], bytesOf(Float64Array.of(0.1, -3))), [Math.fround(0.1), -3]);
    assert.deepEqual(read("I64", [2], bytesOf(BigInt64Array.of(-7n, 9n))), [-7, 9]);
    assert.deepEqual(read("I32", [1], bytesOf(Int32Array.of(-5))), [-5]);
    assert.deepEqual(read("F16", [2], bytesOf(Uint16Array.of(0x3c00, 0xc000))), [1, -2]);
    assert.deepEqual(read("BF16", [2], bytesOf(Uint16Array.of(0x3f80, 0xc040))), [1, -3]);
  });

  it("of a type or a size that cannot be is refused with the weight's name", () => {
    assert.throws(() => read("F8_E4M3", [1], Uint8Array.of(0)), /"x" has type F8_E4M3/);
    assert.throws(
      () => read("F32", [2], new Uint8Array(4)),
      /"x" has 4 bytes, which does not fit its shape \[2\]/,
    );
    assert.throws(
      () => read("F32", "2" as unknown as number[], new Uint8Array(8)),
      /entry "x" cannot be read/,
    );
  });

  it("that is truncated or damaged is told from a good one, wherever it was cut", () => {
    const own = model(smallestModel);
    const good = encodeSafetensors(own.weights());
    own.dispose();
    for (const length of [0, 7, 8, 100, good.length - 1]) {
      assert.throws(() => decodeSafetensors(good.subarray(0, length)), /safetensors/, `cut at ${length}`);
    }
    const damaged = Buffer.from(good);
    damaged[damaged.length - 5] ^= 1;
    assert.throws(() => decodeSafetensors(damaged), /damaged: its checksum/);
    const noJson = Buffer.from(good);
    noJson[8] = 0x23;
    assert.throws(() => decodeSafetensors(noJson), /its header is not JSON/);
  });

  it("without our checksum is read all the same", () => {
    assert.deepEqual(read("F32", [1], bytesOf(Float32Array.of(4)), { format: "pt" }), [4]);
  });
});

describe("a safetensors file that makes no sense", () => {
  const fileOf = (header: unknown, bytes = 8) => {
    const text = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(text.length));
    return Buffer.concat([length, text, Buffer.alloc(bytes)]);
  };
  const entry = (change: object) => ({ a: { dtype: "F32", shape: [2], data_offsets: [0, 8], ...change } });

  for (const header of [
    ...[[-1, -2], [0.5, 4], [1e300, 1e-300], ["2"], [null], "2", 2, null].map((shape) => entry({ shape })),
    ...[[-8, 0], [0.5, 8.5], [8, 0], ["0", "8"], [0], null, 8, {}].map((data_offsets) =>
      entry({ data_offsets }),
    ),
    ...["constructor", "__proto__", "", null].map((dtype) => entry({ dtype })),
    ...[[], null, 5, "text", { a: null }, { a: [] }, { a: 1 }],
  ])
    it(`is refused: ${JSON.stringify(header)}`, () => {
      assert.throws(() => decodeSafetensors(fileOf(header)), RangeError);
    });
});

describe("numbers of half the size", () => {
  it("are read as Python's struct reads them, all 65 536 of IEEE's halves", function () {
    needsPython(this as unknown as Mocha.Context, "struct");
    const program = `import sys, struct
sys.stdout.buffer.write(b"".join(struct.pack("<d", struct.unpack("<e", struct.pack("<H", i))[0]) for i in range(65536)))`;
    const bytes = execFileSync("/usr/bin/python3", ["-c", program], { maxBuffer: 1 << 20 });
    for (let bits = 0; bits < 65536; bits++)
      assert.ok(Object.is(halfToNumber(bits), bytes.readDoubleLE(bits * 8)), `0x${bits.toString(16)}`);
  });

  it("of bfloat16 are the upper half of a float32", () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => {
        const bits = new Uint32Array(Float32Array.of(value).buffer)[0];
        const truncated = new Float32Array(Uint32Array.of(bits & 0xffff0000).buffer)[0];
        assert.ok(Object.is(brainToNumber(bits >>> 16), truncated));
      }),
    );
  });
});

import { MemoryBudget } from "./memoryBudget.js";
import type { WeightValues } from "./model.js";
import { PickledCall, PickledName, PickledReference, readPickle } from "./pickle.js";
import { brainToNumber, halfToNumber } from "./safetensors.js";
import { zipEntries } from "./zipEntries.js";

/**
 * The tensors of a file that PyTorch saved (1.6 or later: a zip archive with a pickled state dict), under the
 * file's names without the `module.` prefix of data-parallel training. Nothing in the file is executed.
 * If a checkpoint holds a state dict among other things (`state_dict`, `model`), the state dict is read. The tensors of a
 * file take 64 MiB or eight times its size at most.
 * @throws RangeError saying what is wrong with the file
 */
export function readPytorchCheckpoint(file: Buffer): Map<string, WeightValues> {
  const budget = new MemoryBudget(file.length);
  const entries = zipEntries(file, budget);
  const pickle = [...entries.keys()].find((name) => /(^|\/)data\.pkl$/.test(name));
  if (!pickle) {
    throw new RangeError("This is not a PyTorch checkpoint in zip form; save it with PyTorch 1.6 or later.");
  }
  const folder = pickle.slice(0, -"data.pkl".length);
  const tensors = new Map<string, WeightValues>();
  for (const [name, value] of stateDict(readPickle(entries.get(pickle)!))) {
    const values = tensorOf(value, { find: (key) => entries.get(`${folder}data/${key}`), budget });
    if (typeof name === "string" && values) tensors.set(name.replace(/^module\./, ""), values);
  }
  if (tensors.size === 0)
    throw new RangeError(
      "This PyTorch file contains no named tensors. Save model.state_dict() with torch.save.",
    );
  return tensors;
}

function stateDict(root: unknown): Map<unknown, unknown> {
  if (!(root instanceof Map))
    throw new RangeError(
      "This PyTorch file contains no state dict. Save model.state_dict() with torch.save.",
    );
  const inner = ["state_dict", "model_state_dict", "model"].map((key) => root.get(key));
  return inner.find((value): value is Map<unknown, unknown> => value instanceof Map) ?? root;
}

type Storage = { readonly type: string; readonly bytes: Buffer };

/** Where the values of tensors are, and how much memory they may still take. */
interface Contents {
  readonly find: (key: string) => Buffer | undefined;
  readonly budget: MemoryBudget;
}

function tensorOf(value: unknown, contents: Contents): WeightValues | null {
  if (!(value instanceof PickledCall) || !(value.callee instanceof PickledName)) return null;
  if (value.callee.name === "_rebuild_parameter") return tensorOf(value.arguments_[0], contents);
  if (value.callee.name !== "_rebuild_tensor_v2") return null;
  const [reference, offset, shape, strides] = value.arguments_;
  const storage = storageOf(reference, contents.find);
  if (!areCounts([offset]) || !areCounts(shape) || !areCounts(strides) || shape.length !== strides.length)
    throw new RangeError("The shape of a tensor is damaged: its lengths and strides must be counts.");
  return { shape, data: strided(storage, Number(offset), { shape, strides }, contents.budget) };
}

function areCounts(values: unknown): values is number[] {
  return Array.isArray(values) && values.every((value) => Number.isSafeInteger(value) && value >= 0);
}

/** A storage reference is ("storage", type, key, device, size). */
function storageOf(reference: unknown, find: (key: string) => Buffer | undefined): Storage {
  const parts = reference instanceof PickledReference ? (reference.id as unknown[]) : [];
  const [, type, key] = parts;
  const bytes = find(String(key));
  if (!(type instanceof PickledName) || !bytes)
    throw new RangeError(`The values of the storage ${String(key)} are missing.`);
  return { type: type.name, bytes };
}

const readers: Readonly<Record<string, { size: number; read: (bytes: Buffer, at: number) => number }>> = {
  FloatStorage: { size: 4, read: (bytes, at) => bytes.readFloatLE(at) },
  DoubleStorage: { size: 8, read: (bytes, at) => bytes.readDoubleLE(at) },
  HalfStorage: { size: 2, read: (bytes, at) => halfToNumber(bytes.readUInt16LE(at)) },
  BFloat16Storage: { size: 2, read: (bytes, at) => brainToNumber(bytes.readUInt16LE(at)) },
  LongStorage: { size: 8, read: (bytes, at) => Number(bytes.readBigInt64LE(at)) },
  IntStorage: { size: 4, read: (bytes, at) => bytes.readInt32LE(at) },
};

/** @throws RangeError when it has more values than its storage, as with strides of 0, or takes too much memory */
function strided(
  { type, bytes }: Storage,
  offset: number,
  { shape, strides }: { readonly shape: number[]; readonly strides: number[] },
  budget: MemoryBudget,
): Float32Array {
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!reader) throw new RangeError(`Tensors of type ${type} are not supported.`);
  const count = shape.reduce((product, length) => product * length, 1);
  if (count * reader.size > bytes.length)
    throw new RangeError(
      `A tensor of shape [${shape.slice(0, 8).join(", ")}] has more values than its storage. Save it with .contiguous().`,
    );
  budget.take(count * 4, "A tensor");
  const data = new Float32Array(count);
  const index = shape.map(() => 0);
  for (let i = 0; i < data.length; i += 1) {
    const place = index.reduce((sum, value, axis) => sum + value * strides[axis], offset);
    if ((place + 1) * reader.size > bytes.length)
      throw new RangeError("A tensor reaches beyond its storage.");
    data[i] = reader.read(bytes, place * reader.size);
    for (let axis = shape.length - 1; axis >= 0 && ++index[axis] === shape[axis]; axis -= 1) index[axis] = 0;
  }
  return data;
}

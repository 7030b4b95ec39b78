import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "../engine/tensorflow.js";

/** The networks of `@vladmandic/face-api` (MIT) whose weights are used. */
export type FaceNetName =
  "tiny_face_detector" | "ssd_mobilenetv1" | "face_landmark_68" | "face_expression" | "face_recognition";

/** A network's weights by their names in the manifest, e.g. "conv0/filters". */
export class FaceWeights {
  readonly #values: ReadonlyMap<string, Float32Array>;
  readonly #shapes: ReadonlyMap<string, readonly number[]>;

  constructor(entries: readonly { name: string; shape: readonly number[]; values: Float32Array }[]) {
    this.#values = new Map(entries.map(({ name, values }) => [name, values]));
    this.#shapes = new Map(entries.map(({ name, shape }) => [name, shape]));
  }

  /** As a constant of the step that is being traced or run. */
  tensor<T extends tf.Tensor>(name: string): T {
    return tf.tensor(this.values(name), [...this.#shapes.get(name)!], "float32") as T;
  }

  /** @throws Error when there is no such weight */
  values(name: string): Float32Array {
    const values = this.#values.get(name);
    if (!values) throw new Error(`The network has no weight "${name}".`);
    return values;
  }
}

const loading = new Map<FaceNetName, Promise<FaceWeights>>();

/** Reads a network's weights from the installed package, once; they are cached, as networks share them. */
export function loadFaceWeights(net: FaceNetName): Promise<FaceWeights> {
  const begun = loading.get(net) ?? read(net);
  loading.set(net, begun);
  return begun;
}

async function read(net: FaceNetName): Promise<FaceWeights> {
  const main = createRequire(import.meta.url).resolve("@vladmandic/face-api");
  const folder = path.join(path.dirname(main), "..", "model");
  const manifest = JSON.parse(
    await readFile(path.join(folder, `${net}_model-weights_manifest.json`), "utf8"),
  ) as tf.io.WeightsManifestConfig;
  const bytes = await readFile(path.join(folder, `${net}_model.bin`));
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const tensors = Object.entries(tf.io.decodeWeights(buffer, manifest[0].weights));
  return new FaceWeights(
    tensors.map(([name, tensor]) => {
      const entry = { name, shape: tensor.shape, values: Float32Array.from(tensor.dataSync()) };
      tensor.dispose();
      return entry;
    }),
  );
}

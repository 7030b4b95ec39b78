import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../engine/compile.js";
import type { CompiledStep } from "../engine/contract.js";
import { faceFeatureNet, faceNetSize } from "./faceFeatureNet.js";
import { loadFaceWeights, type FaceNetName, type FaceWeights } from "./faceWeights.js";
import { recognitionNet, recognitionSize } from "./recognitionNet.js";
import { ssdNet, ssdSize } from "./ssdNet.js";
import { tinyDetectorNet } from "./tinyDetectorNet.js";

type Net = (pixels: tf.Tensor4D, weights: FaceWeights) => Record<string, tf.Tensor>;

/** The face networks, compiled on first use and shared by all callers. */
export class FaceNets {
  readonly #steps = new Map<FaceNetName, Promise<CompiledStep>>();

  /** Raw outputs of the tiny detector, see {@link tinyDetectorNet}; `pixels` is `[size, size, 3]`. */
  async tinyDetector(pixels: Uint8Array, size: number): Promise<Float32Array> {
    const out = await this.#run("tiny_face_detector", pixels, size, (x, w) => ({
      out: tinyDetectorNet(x, w),
    }));
    return out.out;
  }

  /** Raw outputs of the SSD detector, see {@link ssdNet}; `pixels` is `[512, 512, 3]`. */
  async ssdDetector(pixels: Uint8Array): Promise<{ codes: Float32Array; logits: Float32Array }> {
    const out = await this.#run("ssd_mobilenetv1", pixels, ssdSize, ssdNet);
    return { codes: out.codes, logits: out.logits };
  }

  /** 68 points as x, y in 0..1 relative to the face's square, `[batch, 136]`; `pixels` is `[batch, 112, 112, 3]`. */
  async landmarks(pixels: Uint8Array): Promise<Float32Array> {
    const out = await this.#run("face_landmark_68", pixels, faceNetSize, (x, w) => ({
      out: faceFeatureNet(x, w),
    }));
    return out.out;
  }

  /** Expression probabilities in face-api's order, `[batch, 7]`; `pixels` is `[batch, 112, 112, 3]`. */
  async expressions(pixels: Uint8Array): Promise<Float32Array> {
    const out = await this.#run("face_expression", pixels, faceNetSize, (x, w) => ({
      out: tf.softmax(faceFeatureNet(x, w)),
    }));
    return out.out;
  }

  /** Face descriptors, which distinguish people, `[batch, 128]`; `pixels` is `[batch, 150, 150, 3]`. */
  async descriptors(pixels: Uint8Array): Promise<Float32Array> {
    const out = await this.#run("face_recognition", pixels, recognitionSize, (x, w) => ({
      out: recognitionNet(x, w),
    }));
    return out.out;
  }

  async #run(
    name: FaceNetName,
    pixels: Uint8Array,
    size: number,
    net: Net,
  ): Promise<Record<string, Float32Array>> {
    const step = this.#steps.get(name) ?? prepare(name, net);
    this.#steps.set(name, step);
    const shape = [pixels.length / (size * size * 3), size, size, 3];
    const data = new Float32Array(pixels);
    const outputs = await (await step).run({ pixels: { data, shape, dtype: "float32" } });
    return Object.fromEntries(
      Object.entries(outputs).map(([key, value]) => [key, value.data as Float32Array]),
    );
  }

  async dispose(): Promise<void> {
    const steps = [...this.#steps.values()];
    this.#steps.clear();
    await Promise.all(steps.map(async (step) => (await step).dispose()));
  }
}

async function prepare(name: FaceNetName, net: Net): Promise<CompiledStep> {
  const weights = await loadFaceWeights(name);
  return compile(({ pixels }) => net(pixels as tf.Tensor4D, weights), { device: "cpu", name });
}

let shared: FaceNets | undefined;

/** The shared networks of this process. */
export function faceNets(): FaceNets {
  shared ??= new FaceNets();
  return shared;
}

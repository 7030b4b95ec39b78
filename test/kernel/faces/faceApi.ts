import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { Random } from "../../../kernel/random/random.js";

/** What face-api itself makes of {@link noise}, in its own raw numbers. */
export interface FaceApiOutputs {
  /** `[2, 2, 25]` for 64 x 64 pixels */
  readonly tinyDetector: readonly number[];
  /** `[136]` for 112 x 112 pixels */
  readonly landmarks: readonly number[];
  /** Probabilities, `[7]`, for 112 x 112 pixels */
  readonly expressions: readonly number[];
  /** `[128]` for 150 x 150 pixels */
  readonly descriptor: readonly number[];
  /** Top, left, bottom, right in 0..1, `[5118, 4]`, for 512 x 512 pixels */
  readonly ssdBoxes: readonly number[];
  /** Probabilities, `[5118]` */
  readonly ssdScores: readonly number[];
}

/** An RGB picture, `[size, size, 3]`: coarse blocks of colour with fine noise, so that every layer has work. */
export function noise(size: number): Uint8Array {
  const random = new Random("noise", size);
  const blocks = Array.from({ length: 300 }, () => random.integer(200));
  return Uint8Array.from({ length: size * size * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % size, Math.floor(at / 3 / size)];
    const block = Math.floor((10 * y) / size) * 10 + Math.floor((10 * x) / size);
    return blocks[block * 3 + (at % 3)] + random.integer(56);
  });
}

const require = createRequire(import.meta.url);

const program = `
const require = process.getBuiltinModule("node:module").createRequire(${JSON.stringify(import.meta.url)});
const tf = require("@tensorflow/tfjs");
const faceApi = require("@vladmandic/face-api/dist/face-api.node-wasm.js");
const { text } = require("node:stream/consumers");
text(process.stdin).then(async (given) => {
  await tf.setBackend("wasm");
  const [{ models, pictures }, nets] = [JSON.parse(given), faceApi.nets];
  const { tinyFaceDetector, ssdMobilenetv1, faceLandmark68Net, faceExpressionNet, faceRecognitionNet } = nets;
  for (const net of [tinyFaceDetector, ssdMobilenetv1, faceLandmark68Net, faceExpressionNet, faceRecognitionNet])
    await net.loadFromDisk(models);
  const input = (size) => new faceApi.NetInput([tf.tensor(Buffer.from(pictures[size], "base64"), [size, size, 3], "float32")]);
  const numbers = (tensor) => Array.from(tensor.dataSync());
  const ssd = ssdMobilenetv1.forwardInput(input(512));
  process.stdout.write(JSON.stringify({
    tinyDetector: numbers(await tinyFaceDetector.forwardInput(input(64), 64)),
    landmarks: numbers(faceLandmark68Net.runNet(input(112))),
    expressions: numbers(faceExpressionNet.forwardInput(input(112))),
    descriptor: numbers(faceRecognitionNet.forwardInput(input(150))),
    ssdBoxes: numbers(ssd.boxes[0]),
    ssdScores: numbers(ssd.scores[0]),
  }));
});`;

let outputs: Promise<FaceApiOutputs> | undefined;

/** The peer of our networks: `@vladmandic/face-api` as published, in a process of its own, run once. */
export function faceApi(): Promise<FaceApiOutputs> {
  return (outputs ??= run());
}

async function run(): Promise<FaceApiOutputs> {
  const models = require
    .resolve("@vladmandic/face-api/model/face_expression_model.bin")
    .replace(/[^/\\]+$/, "");
  const pictures = Object.fromEntries(
    [64, 112, 150, 512].map((size) => [size, Buffer.from(noise(size)).toString("base64")]),
  );
  const child = spawn(process.execPath, ["-e", program], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify({ models, pictures }));
  const [answer] = await Promise.all([text(child.stdout), once(child, "close")]);
  return JSON.parse(answer) as FaceApiOutputs;
}

import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import type { ArrayValue } from "../../../../kernel/engine/contract.js";
import { booleans, integers, numbers, type Program } from "../oracle.js";

/** Lengths and a seed that a program is made from. */
export interface Draw {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly seed: number;
  /** Any shape, lengths of zero included. */
  readonly shape: readonly number[];
  readonly positive: number;
}

export const draw: fc.Arbitrary<Draw> = fc.record({
  a: fc.integer({ min: 1, max: 3 }),
  b: fc.integer({ min: 3, max: 6 }),
  c: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 1, max: 99 }),
  shape: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }),
  positive: fc.integer({ min: 1, max: 2 }),
});

/** A program and the values that it is run on. */
export type Make = (draw: Draw) => readonly [Program, readonly ArrayValue[]];

const unary =
  (run: (x: tf.Tensor) => tf.Tensor, low = -2, high = 2): Make =>
  ({ shape, seed }) => [run, [numbers(shape, seed, low, high)]];

const binary =
  (run: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor, low = -2): Make =>
  ({ shape, seed }) => [run, [numbers(shape, seed, low, 2), numbers(shape.slice(1), seed + 1, 0.3, 2)]];

const logical =
  (run: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): Make =>
  ({ shape, seed }) => [run, [booleans(shape, seed), booleans(shape.slice(1), seed + 1)]];

/** `[a, b, b + 1, c]`: a batch of images. */
const image =
  (run: (x: tf.Tensor4D, draw: Draw) => tf.Tensor | tf.Tensor[]): Make =>
  (d) => [(x) => run(x as tf.Tensor4D, d), [numbers([d.a, d.b, d.b + 1, d.c], d.seed)]];

/** Images and a filter `[2, 3, c, a]`. */
const filtered =
  (run: (x: tf.Tensor4D, filter: tf.Tensor4D, draw: Draw) => tf.Tensor): Make =>
  (d) => [
    (x, filter) => run(x as tf.Tensor4D, filter as tf.Tensor4D, d),
    [numbers([d.a, d.b, d.b + 1, d.c], d.seed), numbers([2, 3, d.c, d.a], d.seed + 1)],
  ];

const volume =
  (run: (x: tf.Tensor5D, filter: tf.Tensor5D, draw: Draw) => tf.Tensor): Make =>
  (d) => [
    (x, filter) => run(x as tf.Tensor5D, filter as tf.Tensor5D, d),
    [numbers([d.a, 3, d.b, 3, d.c], d.seed), numbers([2, 2, 2, d.c, d.a], d.seed + 1)],
  ];

/** `[a, b, c]`. */
const block =
  (run: (x: tf.Tensor3D, draw: Draw) => tf.Tensor | tf.Tensor[]): Make =>
  (d) => [(x) => run(x as tf.Tensor3D, d), [numbers([d.a, d.b, d.c], d.seed, 0.3, 2)]];

const onlyLast = (shape: readonly number[]) => (shape.length === 0 ? [3] : shape);

const derivative = (run: (x: tf.Tensor) => tf.Tensor) => (x: tf.Tensor) =>
  tf.grad((value: tf.Tensor) => tf.sum(tf.square(run(value))))(x);

const derivatives =
  (which: 0 | 1, run: (x: tf.Tensor, filter: tf.Tensor) => tf.Tensor) => (x: tf.Tensor, filter: tf.Tensor) =>
    tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.sum(tf.square(run(a, b))))([x, filter])[which];

const conv = (x: tf.Tensor, f: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, f as tf.Tensor4D, 1, "same");
const conv3 = (x: tf.Tensor, f: tf.Tensor) => tf.conv3d(x as tf.Tensor5D, f as tf.Tensor5D, 1, "same");
const depthwise = (x: tf.Tensor, f: tf.Tensor) =>
  tf.depthwiseConv2d(x as tf.Tensor4D, f as tf.Tensor4D, 1, "same");
const dilation = (x: tf.Tensor, f: tf.Tensor) =>
  tf.dilation2d(
    x as tf.Tensor4D,
    tf.reshape(tf.slice(f, [0, 0, 0, 0], [2, 3, -1, 1]), [2, 3, -1]),
    1,
    "same",
  );

/** Calls a kernel that tfjs's own operations do not use; eagerly, where tfjs's cpu backend lacks it, what it stands for. */
function direct(name: string, inputs: object, attributes: object, eagerly: () => tf.Tensor): tf.Tensor {
  if (!tf.getKernel(name, tf.getBackend())) return eagerly();
  return tf.engine().runKernel(name, inputs as tf.NamedTensorMap, attributes as tf.NamedAttrMap);
}

/** For every kernel that compiles a random program that reaches it. */
export const programs: Readonly<Record<string, Make>> = {
  Abs: unary(tf.abs),
  Acos: unary(tf.acos, -0.9, 0.9),
  Acosh: unary(tf.acosh, 1.1, 4),
  Asin: unary(tf.asin, -0.9, 0.9),
  Asinh: unary(tf.asinh),
  Atan: unary(tf.atan),
  Atanh: unary(tf.atanh, -0.9, 0.9),
  Cast: unary((x) => tf.cast(x, "int32")),
  Ceil: unary(tf.ceil),
  ClipByValue: unary((x) => tf.clipByValue(x, -1, 0.5)),
  Cos: unary(tf.cos),
  Cosh: unary(tf.cosh),
  Elu: unary(tf.elu),
  Erf: unary(tf.erf),
  Exp: unary(tf.exp),
  Expm1: unary(tf.expm1),
  Floor: unary(tf.floor),
  Identity: unary(tf.clone),
  IsFinite: unary(tf.isFinite),
  IsInf: unary(tf.isInf),
  IsNan: unary(tf.isNaN),
  LeakyRelu: unary((x) => tf.leakyRelu(x, 0.1)),
  Log: unary(tf.log, 0.1, 4),
  Log1p: unary(tf.log1p, -0.8, 4),
  LogicalNot: ({ shape, seed }) => [(x) => tf.logicalNot(x), [booleans(shape, seed)]],
  Neg: unary(tf.neg),
  OnesLike: unary((x) => tf.add(tf.onesLike(x), x)),
  Reciprocal: unary(tf.reciprocal, 0.3, 3),
  Relu: unary(tf.relu),
  Relu6: unary(tf.relu6, -2, 9),
  Round: unary(tf.round),
  Rsqrt: unary(tf.rsqrt, 0.2, 4),
  Selu: unary(tf.selu),
  Sigmoid: unary(tf.sigmoid),
  Sign: unary(tf.sign),
  Sin: unary(tf.sin),
  Sinh: unary(tf.sinh),
  Softplus: unary(tf.softplus, -9, 9),
  Sqrt: unary(tf.sqrt, 0.2, 4),
  Square: unary(tf.square),
  Step: unary((x) => tf.step(x, 0.3)),
  Tan: unary(tf.tan, -1, 1),
  Tanh: unary(tf.tanh),
  ZerosLike: unary((x) => tf.add(tf.zerosLike(x), x)),
  Add: binary(tf.add),
  Atan2: binary(tf.atan2),
  EluGrad: unary(derivative(tf.elu)),
  Equal: binary(tf.equal),
  FloorDiv: binary(tf.floorDiv),
  Greater: binary(tf.greater),
  GreaterEqual: binary(tf.greaterEqual),
  Less: binary(tf.less),
  LessEqual: binary(tf.lessEqual),
  LogicalAnd: logical(tf.logicalAnd),
  LogicalOr: logical(tf.logicalOr),
  LogicalXor: logical((a, b) => direct("LogicalXor", { a, b }, {}, () => tf.logicalXor(a, b))),
  Maximum: binary(tf.maximum),
  Minimum: binary(tf.minimum),
  Mod: binary(tf.mod),
  Multiply: binary(tf.mul),
  NotEqual: binary(tf.notEqual),
  Pow: binary(tf.pow, 0.2),
  Prelu: binary(tf.prelu),
  RealDiv: binary(tf.div),
  Select: ({ shape, seed }) => [
    (c, a, b) => tf.where(c, a, b),
    [booleans(shape, seed), numbers(shape, seed), numbers(shape, seed + 1)],
  ],
  SquaredDifference: binary(tf.squaredDifference),
  Sub: binary(tf.sub),
  All: ({ a, b, seed }) => [(x) => tf.all(x, -1), [booleans([a, b], seed)]],
  Any: ({ a, b, seed }) => [(x) => tf.any(x, 0, true), [booleans([a, b], seed)]],
  ArgMax: block((x, { a }) => tf.argMax(x, a % 3)),
  ArgMin: block((x, { a }) => tf.argMin(x, -1 - (a % 3))),
  Cumprod: block((x, { a, c }) => tf.cumprod(x, a % 3, c > 2, c % 2 === 0)),
  Cumsum: block((x, { a, c }) => tf.cumsum(x, a % 3, c > 2, c % 2 === 0)),
  LogSoftmax: block((x) => direct("LogSoftmax", { logits: x }, {}, () => tf.logSoftmax(x))),
  Max: block((x, { a, c }) => tf.max(x, [a % 3], c > 2)),
  Mean: block((x, { a, c }) => tf.mean(x, [a % 3], c > 2)),
  Min: block((x, { a, c }) => tf.min(x, [a % 3], c > 2)),
  Prod: block((x, { a, c }) => tf.prod(x, [a % 3], c > 2)),
  Softmax: block((x) => tf.softmax(x)),
  Sum: ({ shape, seed, c }) => [(x) => tf.sum(x, 0, c > 2), [numbers(onlyLast(shape), seed)]],
  BatchMatMul: ({ a, b, c, seed }) => [
    (x, y) => tf.matMul(x, y, false, c > 2),
    [numbers([a, b, 4], seed), numbers(c > 2 ? [a, c, 4] : [a, 4, c], seed + 1)],
  ],
  Einsum: ({ a, b, c, seed }) => [
    (x, y) => tf.einsum("abc,cd->dba", x, y),
    [numbers([a, b, c], seed), numbers([c, a], seed + 1)],
  ],
  _FusedMatMul: ({ a, b, c, seed }) => [
    (x, y, bias) => tf.fused.matMul({ a: x as tf.Tensor2D, b: y as tf.Tensor2D, bias, activation: "relu" }),
    [numbers([a, b], seed), numbers([b, c], seed + 1), numbers([c], seed + 2)],
  ],
  Conv2D: filtered((x, f, { positive }) => tf.conv2d(x, f, positive, "same")),
  Conv2DBackpropFilter: filtered((x, f) => derivatives(1, conv)(x, f)),
  Conv2DBackpropInput: filtered((x, f) => derivatives(0, conv)(x, f)),
  Conv3D: volume((x, f, { positive }) => tf.conv3d(x, f, positive, "same")),
  Conv3DBackpropFilterV2: volume((x, f) => derivatives(1, conv3)(x, f)),
  Conv3DBackpropInputV2: volume((x, f) => derivatives(0, conv3)(x, f)),
  DepthwiseConv2dNative: filtered((x, f, { positive }) => tf.depthwiseConv2d(x, f, positive, "valid")),
  DepthwiseConv2dNativeBackpropFilter: filtered((x, f) => derivatives(1, depthwise)(x, f)),
  DepthwiseConv2dNativeBackpropInput: filtered((x, f) => derivatives(0, depthwise)(x, f)),
  FusedConv2D: filtered((x, filter) =>
    tf.fused.conv2d({ x, filter, strides: 1, pad: "same", activation: "elu" }),
  ),
  FusedDepthwiseConv2D: filtered((x, filter) =>
    tf.fused.depthwiseConv2d({ x, filter, strides: 1, pad: "same", activation: "relu6" }),
  ),
  AvgPool: image((x, { positive }) => tf.avgPool(x, [2, 3], positive, "same")),
  AvgPoolGrad: image((x) => derivative((y) => tf.avgPool(y as tf.Tensor4D, 2, 1, "valid"))(x)),
  AvgPool3D: volume((x) => tf.avgPool3d(x, 2, 1, "same")),
  AvgPool3DGrad: volume((x) => derivative((y) => tf.avgPool3d(y as tf.Tensor5D, 2, 1, "valid"))(x)),
  MaxPool: image((x, { positive }) => tf.maxPool(x, [2, 3], positive, "same")),
  MaxPoolGrad: image((x) => derivative((y) => tf.maxPool(y as tf.Tensor4D, 2, 1, "same"))(x)),
  MaxPool3D: volume((x) => tf.maxPool3d(x, 2, 1, "same")),
  MaxPool3DGrad: volume((x) => derivative((y) => tf.maxPool3d(y as tf.Tensor5D, 2, 1, "valid"))(x)),
  BitwiseAnd: ({ a, b, seed }) => [
    (x, y) => tf.bitwiseAnd(x, y),
    [integers([a, b], seed, 0, 99), integers([a, b], seed + 1, 0, 99)],
  ],
  Diag: ({ b, seed }) => [(x) => tf.diag(x), [numbers([b], seed)]],
  Dilation2D: filtered((x, f) => dilation(x, f)),
  Dilation2DBackpropFilter: filtered((x, f) => derivatives(1, dilation)(x, f)),
  Dilation2DBackpropInput: filtered((x, f) => derivatives(0, dilation)(x, f)),
  FlipLeftRight: image((x) => tf.image.flipLeftRight(x)),
  FusedBatchNorm: image((x) => {
    const { mean, variance } = tf.moments(x, [0, 1, 2]);
    return tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D);
  }),
  ResizeBilinear: image((x, { b, c }) => tf.image.resizeBilinear(x, [b + 2, c], c > 2)),
  // Square images: tfjs cpu takes height for width in that gradient.
  ResizeBilinearGrad: ({ a, b, c, seed }) => [
    derivative((y) => tf.image.resizeBilinear(y as tf.Tensor4D, [4, 5])),
    [numbers([a, b, b, c], seed)],
  ],
  ResizeNearestNeighbor: image((x, { b, c }) => tf.image.resizeNearestNeighbor(x, [b + 2, c + 1])),
  ResizeNearestNeighborGrad: ({ b, c, seed }) => [
    derivative((y) => tf.image.resizeNearestNeighbor(y as tf.Tensor4D, [4, 5])),
    [numbers([1, b, b, c], seed)],
  ],
  AddN: unary((x) => tf.addN([x, x, tf.neg(x)])),
  BatchToSpaceND: ({ a, b, seed }) => [
    (x) =>
      tf.batchToSpaceND(
        x,
        [2, 2],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    [numbers([4 * a, b, b, 2], seed)],
  ],
  BroadcastTo: ({ a, b, c, seed }) => [
    (x) => direct("BroadcastTo", { x }, { shape: [a, b, c] }, () => tf.broadcastTo(x, [a, b, c])),
    [numbers([1, c], seed)],
  ],
  Concat: ({ a, b, c, seed }) => [
    (x, y) => tf.concat([x, y], -1),
    [numbers([a, b], seed), numbers([a, c - 1], seed + 1)],
  ],
  DepthToSpace: ({ a, b, seed }) => [
    (x) => tf.depthToSpace(x as tf.Tensor4D, 2, "NHWC"),
    [numbers([a, b, b, 8], seed)],
  ],
  ExpandDims: ({ shape, seed }) => [(x) => tf.expandDims(x, -1), [numbers(shape, seed)]],
  Fill: unary((x) => tf.mul(tf.fill([2, ...x.shape], 3), x)),
  LinSpace: ({ b, seed }) => [(x) => tf.mul(tf.linspace(0, 1, b), x), [numbers([b], seed)]],
  MatrixBandPart: block((x, { c }) => {
    const [numLower, numUpper] = [tf.scalar(c - 2, "int32"), tf.scalar(1, "int32")];
    return direct("MatrixBandPart", { input: x, numLower, numUpper }, {}, () =>
      tf.linalg.bandPart(x, c - 2, 1),
    );
  }),
  MirrorPad: block((x, { c }) =>
    tf.mirrorPad(
      x,
      [
        [0, 0],
        [1, 2],
        [0, 0],
      ],
      c > 2 ? "reflect" : "symmetric",
    ),
  ),
  OneHot: ({ a, b, seed }) => [(i) => tf.oneHot(i as tf.Tensor1D, 4), [integers([a, b], seed, -1, 5)]],
  Pack: ({ shape, seed }) => [(x) => tf.stack([x, x], 0), [numbers(shape, seed)]],
  PadV2: block((x, { c }) =>
    tf.pad(
      x,
      [
        [c, 0],
        [0, 0],
        [1, c],
      ],
      0.5,
    ),
  ),
  Range: ({ b, seed }) => [(x) => tf.mul(tf.range(0, b), x), [numbers([b], seed)]],
  Reshape: ({ shape, seed }) => [(x) => tf.reshape(x, [1, x.size]), [numbers(shape, seed)]],
  Reverse: block((x, { a }) => tf.reverse(x, a % 3)),
  Slice: block((x, { c }) => tf.slice(x, [0, 1, 0], [-1, 2, c])),
  SpaceToBatchND: ({ a, b, seed }) => [
    (x) =>
      tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [b % 2, 0],
          [0, b % 2],
        ],
      ),
    [numbers([a, b, b, 2], seed)],
  ],
  SplitV: ({ a, b, seed }) => [(x) => tf.split(x, [1, b - 1], 1), [numbers([a, b], seed)]],
  StridedSlice: block((x, { b }) => tf.stridedSlice(x, [0, b - 1, 0], [9, 0, 9], [1, -2, 1])),
  Tile: block((x, { c }) => tf.tile(x, [2, c, 1])),
  Transpose: block((x, { a }) => tf.transpose(x, a > 1 ? [2, 0, 1] : [1, 0, 2])),
  Unpack: block((x, { a }) => tf.unstack(x, a % 3)),
  GatherNd: ({ b, c, seed }) => [
    (x, i) => tf.gatherND(x, i),
    [numbers([3, 3, c], seed), integers([b, 2], seed, 0, 3)],
  ],
  GatherV2: ({ a, b, c, seed }) => [
    (x, i) => tf.gather(x, i as tf.Tensor1D, 1),
    [numbers([a, b, c], seed), integers([5], seed, 0, b)],
  ],
  ScatterNd: ({ b, c, seed }) => [
    (i, u) => tf.scatterND(i, u, [4, c]),
    [integers([b, 1], seed, 0, 4), numbers([b, c], seed)],
  ],
  TensorScatterUpdate: ({ c, seed }) => [
    (x, u) => tf.tensorScatterUpdate(x, tf.tensor2d([[2], [0]], [2, 1], "int32"), u),
    [numbers([4, c], seed), numbers([2, c], seed + 1)],
  ],
  TopK: ({ a, b, seed }) => [
    (x) => {
      const { values, indices } = tf.topk(x, 2);
      return [values, indices];
    },
    [numbers([a, b], seed)],
  ],
  UnsortedSegmentSum: ({ b, c, seed }) => [
    (x, s) => tf.unsortedSegmentSum(x, s as tf.Tensor1D, 3),
    [numbers([b, c], seed), integers([b], seed, -1, 3)],
  ],
};

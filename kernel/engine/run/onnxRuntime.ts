/** ONNX Runtime, loaded so that it keeps what it does to itself. Nothing else may import onnxruntime-node. */
import "./withoutTelemetry.js";
export * from "onnxruntime-node";

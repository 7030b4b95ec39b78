/** ONNX Runtime, loaded with telemetry off. No other module may import onnxruntime-node. */
import "./withoutTelemetry.js";
export * from "onnxruntime-node";

// ONNX Runtime reports to its maker on Linux and macOS, and writes a device id into the user's cache folder, unless
// this is in the environment when it is loaded (its versions do not agree on the name).
for (const name of ["ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED"]) process.env[name] ??= "1";

// On Linux and macOS, ONNX Runtime sends telemetry to its vendor and writes a device id to the user's cache folder,
// unless this variable is set when it is loaded (the name differs between versions).
for (const name of ["ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED"]) process.env[name] ??= "1";

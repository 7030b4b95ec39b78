/** A platform that a VSIX is built for, as vsce names it. */
export interface Target {
  readonly name: string;
  /** `process.platform` there. */
  readonly platform: "linux" | "darwin" | "win32";
  /** `process.arch` there. */
  readonly arch: "x64" | "arm64";
}

/** Every platform for which ONNX Runtime and sharp bring binaries. */
export const targets: readonly Target[] = [
  { name: "linux-x64", platform: "linux", arch: "x64" },
  { name: "linux-arm64", platform: "linux", arch: "arm64" },
  { name: "darwin-arm64", platform: "darwin", arch: "arm64" },
  { name: "win32-x64", platform: "win32", arch: "x64" },
  { name: "win32-arm64", platform: "win32", arch: "arm64" },
];

/** vsce's name for VS Code for the Web, where no kernel runs and no library is needed. */
export const webTarget = "web";

/**
 * The target with a given name, or for this machine.
 * @throws Error listing the known names, when there is no VSIX for it
 */
export function target(name = `${process.platform}-${process.arch}`): Target {
  const found = targets.find((each) => each.name === name);
  if (found) return found;
  const known = [...targets.map((each) => each.name), webTarget];
  throw new Error(`No package for ${name}. Expected one of: ${known.join(", ")}.`);
}

import os from "node:os";
import { type Finding, needed, ready } from "./finding.js";

/** Checks Node.js and the machine that it runs on. */
export function checkMachine(): Finding[] {
  const cores = `${os.availableParallelism()} cores, ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB of memory`;
  return [
    checkNode(process.versions.node),
    ready("Machine", `${os.cpus()[0]?.model ?? os.arch()}, ${cores}, ${os.type()} ${os.arch()}`),
  ];
}

/** Whether a version of Node.js is new enough (the packages need 20.19). */
export function checkNode(version: string): Finding {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return ready("Node.js", version);
  return needed("Node.js", version, "Install Node.js 20.19 or newer (Node 22 or 24 is fine).");
}

/**
 * The program that a ChildProcessKernel starts: a kernel that communicates over file descriptor 3. Its only argument
 * is its options (KernelOptions) as JSON.
 */
import { type KernelOptions, runKernel } from "./kernelMain.js";

await runKernel({ kind: "pipe", fd: 3 }, JSON.parse(process.argv[2]) as KernelOptions);

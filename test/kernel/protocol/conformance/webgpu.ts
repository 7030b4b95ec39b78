import { tmpdir } from "node:os";

/** A GPU in software, which Debian's chromium brings. */
export const webgpuDriver = "/usr/lib/chromium/vk_swiftshader_icd.json";

/** What a process needs to know before it starts to find that GPU. */
export const webgpuEnvironment = {
  XDG_RUNTIME_DIR: tmpdir(),
  VK_DRIVER_FILES: webgpuDriver,
  VK_ICD_FILENAMES: webgpuDriver,
};

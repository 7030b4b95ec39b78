import { protocolVersion } from "../contracts/jupyterMessages.js";
import { productVersion } from "../files/packageRoot.js";

/** What a front end lists in its help menu while the kernel runs; nothing is fetched unless a person opens it. */
const helpLinks = [
  { text: "TypeScript Handbook", url: "https://www.typescriptlang.org/docs/handbook/intro.html" },
  { text: "TensorFlow.js API", url: "https://js.tensorflow.org/api/latest/" },
  { text: "Node.js API", url: "https://nodejs.org/docs/latest/api/" },
];

/** The content of a `kernel_info_reply`: what the kernel is, and how its cells are coloured, saved and exported. */
export function kernelInfo(): Record<string, unknown> {
  return {
    protocol_version: protocolVersion,
    implementation: "aen",
    implementation_version: productVersion,
    language_info: {
      name: "typescript",
      version: "6.0",
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      // The classic notebook loads `mode` and sets `name`; JupyterLab looks for `mime`.
      codemirror_mode: { mode: "javascript", name: "text/typescript", mime: "application/typescript" },
      nbconvert_exporter: "script",
    },
    banner: `AEN Notebook ${productVersion}: TypeScript on Node ${process.versions.node}`,
    help_links: helpLinks,
    debugger: false,
    supported_features: [],
  };
}

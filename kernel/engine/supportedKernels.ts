import { families, lowerings } from "./lowering/table.js";
import { kernelNames } from "./trace/tracingBackend.js";

/** The table of supported tfjs kernels as Markdown, generated from the lowerings; stored in SUPPORTED.md. */
export function supportedKernels(): string {
  const rows = Object.entries(families).map(
    ([family, table]) => `## ${family}\n\n${list(Object.keys(table))}\n`,
  );
  const missing = kernelNames().filter((name) => !(name in lowerings));
  return [
    "# Operations that compile",
    "",
    `${Object.keys(lowerings).length} kernels of tfjs can be part of a compiled step, as can every tf.* operation and gradient made of them.`,
    "A kernel is what tfjs calls the computation behind an operation: `tf.nn` and layers are made of these.",
    "",
    ...rows,
    "## Not compiled",
    "",
    'A step that uses one of these throws an error that names the line; it can run eagerly with `device: "tensorflow"`.',
    "",
    `${list(missing)}.`,
    "",
  ].join("\n");
}

function list(names: readonly string[]): string {
  return [...names]
    .sort()
    .map((name) => `\`${name}\``)
    .join(", ");
}

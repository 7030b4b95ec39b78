/** `npm run graph`: prints the rooms of the project floor by floor and ends with 1 when an import breaks a rule. */
import { fileURLToPath } from "node:url";
import { structureReport } from "./floors.js";
import { graphText, isSound } from "./graphText.js";
import { importGraph } from "./importGraph.js";

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const graph = importGraph(fileURLToPath(new URL("../..", import.meta.url)));
  const report = structureReport(graph);
  console.log(graphText(graph, report));
  process.exitCode = isSound(report) ? 0 : 1;
}

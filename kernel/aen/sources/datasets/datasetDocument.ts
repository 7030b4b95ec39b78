import { dfewLabels } from "../../labels.js";
import type { PublishedDataset } from "./publishedDataset.js";
import { publishedDatasets } from "./publishedDatasets.js";

/** The document on the published data sets, in Markdown: README.md of this folder, which a test holds to the presets. */
export function datasetDocument(): string {
  return [
    "# Published data sets",
    "What `aen.clips.fromDataset(name, folder)` reads, written from `publishedDatasets.ts` by " +
      "`UPDATE_DOCS=1 npx mocha test/kernel/aen/sources/datasets/datasetDocument.test.ts`. A split or fold that a data set " +
      "does not have is refused. Where a data set has no splits, hold clips out by person: " +
      '`clips.split({ by: "identity" })`. `split()` by clip warns where people or recordings are on both sides.',
    ...publishedDatasets.map(section),
    "",
  ].join("\n\n");
}

function section(dataset: PublishedDataset): string {
  const { name, folds, repeats, source, atLeast = 1 } = dataset;
  const rows: [string, string][] = [
    ...splitRows(dataset),
    ["folds", folds > 0 ? `1 to ${folds}` : "none"],
    ["clips are looked for in", placesOf(dataset)],
    ["labels", labelsOf(dataset)],
    ["left out", leftOutOf(dataset, atLeast)],
    ...variantRows(dataset),
    ["people", repeats === null ? "named by every clip, for splits by identity" : `${repeats}`],
    ["groups", groupsOf(dataset)],
    ["sources", source],
  ];
  const lines = rows.map(([what, text]) => `| ${what} | ${text.replaceAll("|", "\\|")} |`);
  return [`## ${name}`, ["| what | how |", "| --- | --- |", ...lines].join("\n")].join("\n\n");
}

function splitRows({ splits }: PublishedDataset): [string, string][] {
  const rows = Object.entries(splits).map(([split, from]): [string, string] => [`split "${split}"`, from]);
  return rows.length > 0 ? rows : [["splits", "none"]];
}

function placesOf({ layout, clipFolders = [] }: PublishedDataset): string {
  if (layout.kind === "names") return `all folders, by name: \`${layout.pattern.source}\``;
  if (layout.kind === "folders") return `all folders, by path: \`${layout.pattern.source}\``;
  return [
    "the data set's folder",
    ...clipFolders.map((folder) => `\`${folder}\``),
    "the folder named in the option `clips`",
  ].join(", ");
}

function labelsOf({ labelMap, labels = dfewLabels }: PublishedDataset): string {
  const mapped = Object.entries(labelMap).filter(([, emotion]) => emotion !== null);
  const named = mapped.map(([code, emotion]) => (code === emotion ? code : `${code} is ${emotion}`));
  return `${named.join(", ")} (${labels.emotions.length} emotions)`;
}

function groupsOf({ groups }: PublishedDataset): string {
  if (!groups) return "none";
  return Object.entries(groups.fields)
    .map(([field, text]) => `\`${field}\`: ${text}`)
    .join("<br>");
}

function leftOutOf({ labelMap }: PublishedDataset, atLeast: number): string {
  const codes = Object.keys(labelMap).filter((code) => labelMap[code] === null);
  const reasons = [
    ...(codes.length > 0 ? [`clips labelled ${codes.join(", ")}`] : []),
    ...(atLeast > 1 ? [`clips of fewer than ${atLeast} frames, as in the published reader`] : []),
    "clips that are missing or cannot be used",
  ];
  return `${reasons.join("; ")}; all are listed in \`leftOut\``;
}

function variantRows({ variants = {} }: PublishedDataset): [string, string][] {
  return Object.entries(variants).map(([option, { codes, usual }]) => [
    `option \`${option}\``,
    `${Object.entries(codes)
      .map(([code, meaning]) => `"${code}" is ${meaning}`)
      .join(", ")}; "${usual}" unless told otherwise`,
  ]);
}

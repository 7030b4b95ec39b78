import { views } from "../../kernel/contracts/views.js";
import { moduleNameOf } from "./viewModules.js";

/** The folder of each registered view, a room of its own. */
export const viewFolders: readonly string[] = Object.values(views).map(
  (view) => `media/${moduleNameOf(view)}`,
);

/** What each view may import. */
const groundOfViews: readonly string[] = [
  "kernel/contracts",
  "kernel/metrics",
  "kernel/figures",
  "kernel/words",
  "media/drawing",
  "media/host",
  "media/selection",
  "media/view",
];

/** Views whose parts other views may show too; among these, only the later ones may import the earlier. */
const sharedViews: readonly string[] = [
  "media/timeline",
  "media/confusionMatrix",
  "media/confusionDifference",
];

/** What the views in these folders may import: the ground of all views, and the shared views. */
export function roomsOfViews(folders: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    folders.map((folder) => {
      const place = sharedViews.indexOf(folder);
      return [folder, [...groundOfViews, ...(place < 0 ? sharedViews : sharedViews.slice(0, place))]];
    }),
  );
}

/**
 * The rooms of the project and what each may import from, for the linter and `npm run graph`. A room is a folder, or a
 * file where one has a place of its own; a module belongs to the room with the longest matching name. Whatever is not
 * listed here may not be imported.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  // The ground: types and validation that all share, and what needs nothing else.
  "kernel/contracts": [],
  "kernel/files": [],
  "kernel/random": [],
  // Texts in the language of the reader: in browsers alone; a kernel speaks English.
  "kernel/words": [],
  // Figures of a clip, and their drawing: safe for the browser.
  "kernel/metrics": ["kernel/contracts", "kernel/random"],
  "kernel/figures": ["kernel/contracts", "kernel/metrics", "kernel/words"],
  // Exercises in notebooks, as front ends show them.
  "kernel/exercises": ["kernel/contracts", "kernel/figures", "kernel/words"],
  "kernel/images": ["kernel/files"],

  // The engine: a step is traced into a graph, which ONNX Runtime runs.
  "kernel/engine/contract.ts": [],
  "kernel/engine/ir": [],
  "kernel/engine/weakVariables.ts": [],
  "kernel/engine/onnx": ["kernel/engine/ir"],
  "kernel/engine/lowering": ["kernel/engine/ir"],
  "kernel/engine/trace": [
    "kernel/contracts",
    "kernel/engine/ir",
    "kernel/engine/weakVariables.ts",
    "kernel/engine/lowering",
  ],
  "kernel/engine/cache": ["kernel/files"],
  "kernel/engine/run": [
    "kernel/contracts",
    "kernel/engine/contract.ts",
    "kernel/engine/ir",
    "kernel/engine/onnx",
    "kernel/engine/trace",
    "kernel/engine/cache",
  ],
  "kernel/engine": [
    "kernel/engine/contract.ts",
    "kernel/files",
    "kernel/engine/ir",
    "kernel/engine/lowering",
    "kernel/engine/trace",
    "kernel/engine/run",
  ],

  "kernel/faces": [
    "kernel/contracts",
    "kernel/files",
    "kernel/images",
    "kernel/engine/contract.ts",
    "kernel/engine",
  ],

  // AEN itself.
  "kernel/aen/labels.ts": ["kernel/contracts"],
  "kernel/aen/givenNames.ts": [],
  "kernel/aen/host": ["kernel/contracts"],
  "kernel/aen/model": [
    "kernel/contracts",
    "kernel/random",
    "kernel/metrics",
    "kernel/engine/contract.ts",
    "kernel/engine/weakVariables.ts",
    "kernel/engine",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/files",
  ],
  "kernel/aen/losses": [
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/model",
    "kernel/aen/givenNames.ts",
  ],
  "kernel/aen/clips": [
    "kernel/contracts",
    "kernel/files",
    "kernel/images",
    "kernel/random",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
  ],
  "kernel/aen/batches": ["kernel/images", "kernel/random", "kernel/aen/host", "kernel/aen/clips"],
  "kernel/aen/synthetic": [
    "kernel/contracts",
    "kernel/images",
    "kernel/random",
    "kernel/aen/labels.ts",
    "kernel/aen/clips",
  ],
  "kernel/aen/sources/gathering": [
    "kernel/files",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/clips",
  ],
  "kernel/aen/sources/labels": ["kernel/files", "kernel/aen/labels.ts", "kernel/aen/clips"],
  "kernel/aen/sources/images": [
    "kernel/contracts",
    "kernel/files",
    "kernel/images",
    "kernel/aen/labels.ts",
    "kernel/aen/clips",
    "kernel/aen/sources/labels",
  ],
  "kernel/aen/sources/video": [
    "kernel/contracts",
    "kernel/files",
    "kernel/images",
    "kernel/faces",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/clips",
    "kernel/aen/sources/gathering",
    "kernel/aen/sources/labels",
    "kernel/aen/sources/images",
  ],
  "kernel/aen/sources/annotations": [
    "kernel/contracts",
    "kernel/files",
    "kernel/images",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/clips",
    "kernel/aen/sources/gathering",
    "kernel/aen/sources/labels",
    "kernel/aen/sources/images",
    "kernel/aen/sources/video",
  ],
  "kernel/aen/sources/stills": [
    "kernel/files",
    "kernel/images",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/clips",
    "kernel/aen/sources/gathering",
    "kernel/aen/sources/labels",
    "kernel/aen/sources/images",
    "kernel/aen/sources/annotations",
  ],
  "kernel/aen/sources/datasets": [
    "kernel/contracts",
    "kernel/files",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/clips",
    "kernel/aen/sources/gathering",
    "kernel/aen/sources/labels",
    "kernel/aen/sources/video",
    "kernel/aen/sources/annotations",
  ],
  "kernel/aen/sources/pseudoLabels": [
    "kernel/files",
    "kernel/images",
    "kernel/faces",
    "kernel/aen/labels.ts",
    "kernel/aen/clips",
  ],
  "kernel/aen/sources": [
    "kernel/aen/host",
    "kernel/aen/clips",
    "kernel/aen/synthetic",
    "kernel/aen/sources/images",
    "kernel/aen/sources/video",
    "kernel/aen/sources/annotations",
    "kernel/aen/sources/stills",
    "kernel/aen/sources/datasets",
    "kernel/aen/sources/pseudoLabels",
  ],
  "kernel/aen/results": [
    "kernel/contracts",
    "kernel/random",
    "kernel/metrics",
    "kernel/figures",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/clips",
  ],
  "kernel/aen/training": [
    "kernel/contracts",
    "kernel/files",
    "kernel/random",
    "kernel/metrics",
    "kernel/figures",
    "kernel/engine/contract.ts",
    "kernel/engine/weakVariables.ts",
    "kernel/engine",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/model",
    "kernel/aen/losses",
    "kernel/aen/clips",
    "kernel/aen/batches",
    "kernel/aen/results",
  ],
  "kernel/aen/ablation": [
    "kernel/contracts",
    "kernel/files",
    "kernel/metrics",
    "kernel/figures",
    "kernel/engine/contract.ts",
    "kernel/engine",
    "kernel/images",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/model",
    "kernel/aen/losses",
    "kernel/aen/clips",
    "kernel/aen/results",
    "kernel/aen/training",
    "kernel/aen/givenNames.ts",
  ],
  "kernel/aen/parity": [
    "kernel/contracts",
    "kernel/random",
    "kernel/metrics",
    "kernel/engine/contract.ts",
    "kernel/engine",
    "kernel/aen/labels.ts",
    "kernel/aen/model",
    "kernel/aen/losses",
    "kernel/aen/training",
  ],
  "kernel/aen/rerun": [
    "kernel/contracts",
    "kernel/engine/contract.ts",
    "kernel/aen/labels.ts",
    "kernel/aen/model",
    "kernel/aen/losses",
    "kernel/aen/clips",
    "kernel/aen/synthetic",
    "kernel/aen/sources",
    "kernel/aen/training",
    "kernel/aen/ablation",
  ],
  "kernel/aen/prediction": [
    "kernel/contracts",
    "kernel/files",
    "kernel/metrics",
    "kernel/figures",
    "kernel/engine/contract.ts",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/model",
    "kernel/aen/clips",
    "kernel/aen/batches",
    "kernel/aen/sources/gathering",
    "kernel/aen/sources/video",
    "kernel/aen/training",
  ],
  "kernel/aen/course": [
    "kernel/contracts",
    "kernel/random",
    "kernel/metrics",
    "kernel/figures",
    "kernel/aen/host",
  ],
  "kernel/aen/faces": [
    "kernel/contracts",
    "kernel/random",
    "kernel/images",
    "kernel/faces",
    "kernel/aen/synthetic",
  ],
  "kernel/aen/index.ts": [
    "kernel/contracts",
    "kernel/images",
    "kernel/files",
    "kernel/engine/contract.ts",
    "kernel/engine",
    "kernel/aen/labels.ts",
    "kernel/aen/host",
    "kernel/aen/model",
    "kernel/aen/losses",
    "kernel/aen/clips",
    "kernel/aen/batches",
    "kernel/aen/synthetic",
    "kernel/aen/sources/labels",
    "kernel/aen/sources/images",
    "kernel/aen/sources/video",
    "kernel/aen/sources/annotations",
    "kernel/aen/sources/stills",
    "kernel/aen/sources/datasets",
    "kernel/aen/sources/pseudoLabels",
    "kernel/aen/sources/gathering",
    "kernel/aen/sources",
    "kernel/aen/results",
    "kernel/aen/training",
    "kernel/aen/ablation",
    "kernel/aen/prediction",
    "kernel/aen/faces",
    "kernel/aen/course",
    "kernel/metrics",
  ],

  // The notebook's session, how it is reached, and the command line.
  "kernel/session": [
    "kernel/contracts",
    "kernel/files",
    "kernel/engine",
    "kernel/aen/index.ts",
    "kernel/aen/host",
  ],
  "kernel/protocol": ["kernel/contracts", "kernel/files", "kernel/session"],
  "kernel/notebook": ["kernel/contracts", "kernel/files", "kernel/words"],
  "kernel/course": [
    "kernel/contracts",
    "kernel/files",
    "kernel/figures",
    "kernel/exercises",
    "kernel/aen/course",
    "kernel/notebook",
  ],
  "kernel/doctor": ["kernel/engine/contract.ts", "kernel/engine", "kernel/engine/run", "kernel/engine/cache"],
  "kernel/commands": [
    "kernel/contracts",
    "kernel/files",
    "kernel/figures",
    "kernel/engine/contract.ts",
    "kernel/engine",
    "kernel/aen/index.ts",
    "kernel/aen/sources/video",
    "kernel/aen/sources/datasets",
    "kernel/aen/training",
    "kernel/aen/ablation",
    "kernel/aen/parity",
    "kernel/aen/rerun",
    "kernel/aen/prediction",
    "kernel/session",
    "kernel/protocol",
    "kernel/notebook",
    "kernel/exercises",
    "kernel/course",
    "kernel/doctor",
    "kernel/words",
  ],
  "kernel/cli.ts": ["kernel/files", "kernel/commands"],

  // VS Code.
  "extension/disposables.ts": [],
  "extension/insertCell.ts": [],
  "extension/kernelMetadata.ts": [],
  "extension/viewLanguage.ts": ["kernel/contracts", "kernel/words", "extension/disposables.ts"],
  "extension/viewsWithoutKernel.ts": ["kernel/contracts", "extension/insertCell.ts"],
  "extension/outputs": ["kernel/contracts"],
  "extension/kernel": ["kernel/contracts", "kernel/protocol", "extension/disposables.ts"],
  "extension/kernelSelection": ["extension/kernelMetadata.ts"],
  "extension/controller": [
    "kernel/contracts",
    "kernel/protocol",
    "extension/disposables.ts",
    "extension/kernelMetadata.ts",
    "extension/kernelSelection",
    "extension/kernel",
    "extension/outputs",
  ],
  "extension/renderers": [
    "kernel/contracts",
    "extension/disposables.ts",
    "extension/viewLanguage.ts",
    "extension/viewsWithoutKernel.ts",
    "extension/kernel",
  ],
  "extension/training": [
    "extension/disposables.ts",
    "extension/kernel",
    "extension/kernelMetadata.ts",
    "extension/controller",
    "extension/renderers",
    "kernel/contracts",
    "kernel/metrics",
  ],
  "extension/language": [
    "kernel/contracts",
    "kernel/protocol",
    "extension/disposables.ts",
    "extension/kernelMetadata.ts",
    "extension/controller",
  ],
  "extension/commands": [
    "kernel/doctor",
    "kernel/engine/contract.ts",
    "kernel/files",
    "extension/disposables.ts",
    "extension/kernelMetadata.ts",
    "extension/viewLanguage.ts",
    "extension/controller",
    "extension/kernelSelection",
    "extension/stale",
    "extension/training",
  ],
  "extension/runs": [
    "kernel/contracts",
    "kernel/files",
    "kernel/metrics",
    "extension/disposables.ts",
    "extension/kernelMetadata.ts",
    "extension/insertCell.ts",
    "extension/viewLanguage.ts",
    "extension/commands",
    "extension/controller",
    "extension/training",
  ],
  "extension/assistant": [
    "kernel/contracts",
    "kernel/metrics",
    "extension/disposables.ts",
    "extension/insertCell.ts",
    "extension/commands",
    "extension/runs",
  ],
  "extension/exercises": ["kernel/exercises", "extension/disposables.ts", "extension/kernelMetadata.ts"],
  "extension/debugger": [
    "kernel/protocol",
    "extension/disposables.ts",
    "extension/kernel",
    "extension/controller",
  ],
  "extension/variables": ["kernel/contracts", "extension/disposables.ts", "extension/controller"],
  "extension/stale": [
    "kernel/protocol",
    "extension/disposables.ts",
    "extension/kernelMetadata.ts",
    "extension/kernel",
    "extension/controller",
  ],
  "extension/packaging": ["extension/language"],
  "extension/extension.ts": [
    "extension/disposables.ts",
    "extension/kernel",
    "extension/controller",
    "extension/kernelSelection",
    "extension/renderers",
    "extension/training",
    "extension/language",
    "extension/stale",
    "extension/commands",
    "extension/exercises",
    "extension/runs",
    "extension/assistant",
    "extension/debugger",
    "extension/variables",
  ],

  // VS Code for the Web: the extension in a browser, without a kernel.
  "extension/web": [
    "extension/disposables.ts",
    "extension/kernelMetadata.ts",
    "extension/viewLanguage.ts",
    "extension/viewsWithoutKernel.ts",
  ],
  "extension/webExtension.ts": ["extension/disposables.ts", "extension/kernelSelection", "extension/web"],

  // Views in a browser, and the scripts that make their schemas and pictures.
  "media/host": ["kernel/contracts", "media/selection"],
  "media/words": ["kernel/words", "media/host"],
  "media/payload": ["kernel/contracts", "kernel/words"],
  "media/selection": ["kernel/contracts"],
  "media/drawing": ["kernel/figures", "kernel/words"],
  "media/plots": ["kernel/contracts", "kernel/figures", "kernel/words", "media/drawing", "media/words"],
  "media/view": [
    ...["kernel/contracts", "kernel/figures", "kernel/words"],
    ...["media/drawing", "media/host", "media/selection"],
  ],
  ...roomsOfViews(viewFolders),
  media: [
    "kernel/contracts",
    "kernel/words",
    "media/words",
    "media/drawing",
    "media/host",
    "media/payload",
    "media/plots",
    "media/selection",
    ...viewFolders,
  ],
  "media/page": [
    ...["kernel/contracts", "kernel/words"],
    ...["media", "media/host", "media/plots", "media/selection", "media/words"],
  ],
  "media/jupyterlab": [
    ...["kernel/contracts", "kernel/exercises", "kernel/figures", "kernel/words"],
    ...["media", "media/host", "media/plots", "media/selection", "media/view", "media/words"],
  ],
  "media/recordPage": [
    ...["kernel/contracts", "kernel/figures", "kernel/words"],
    ...["media", "media/drawing", "media/host", "media/selection", "media/words"],
  ],
  "media/build": ["kernel/contracts"],
  "media/pictures": ["kernel/aen/clips", "kernel/aen/synthetic"],
};

/** Rooms whose modules run in a browser too: they import nothing of Node. */
export const browserSafe: readonly string[] = Object.keys(rooms).filter(
  (room) =>
    [
      "kernel/contracts",
      "kernel/random",
      "kernel/metrics",
      "kernel/figures",
      "kernel/exercises",
      "kernel/words",
    ].includes(room) ||
    ["extension/web", "extension/webExtension.ts", "extension/kernelSelection"].includes(room) ||
    (room.startsWith("extension/") && rooms["extension/web"].includes(room)) ||
    (room.startsWith("media") && !["media/build", "media/pictures"].includes(room)),
);

const longestFirst = Object.keys(rooms).sort((a, b) => b.length - a.length);

/**
 * The room of a module.
 *
 * @param file from the root of the project, with `/`
 * @returns undefined outside of all rooms, as tests are
 */
export function roomOf(file: string): string | undefined {
  return longestFirst.find((room) => file === room || file.startsWith(`${room}/`));
}

/**
 * Why a module may not import another one.
 *
 * @param from the importing module, from the root of the project
 * @param to what it imports: a module from the root of the project, or a package such as "node:fs"
 * @returns null when it may
 */
export function refusal(from: string, to: string): string | null {
  const room = roomOf(from);
  if (room === undefined) return null;
  if (to === "vscode") return from.startsWith("extension/") ? null : "Only extension/ knows VS Code.";
  if (to.startsWith("node:"))
    return browserSafe.includes(room) ? `${room} runs in browsers too, where ${to} is not.` : null;
  if (!/^(kernel|extension|media|test|notebooks)\//.test(to)) return null;
  const target = roomOf(to);
  if (target === undefined) return `${to} belongs to no room.`;
  if (target === room || rooms[room].includes(target)) return null;
  return `${room} does not rest on ${target}: see test/structure/rooms.ts.`;
}

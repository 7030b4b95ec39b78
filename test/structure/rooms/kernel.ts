/** The rooms of the kernel but for AEN. */
export const kernelRooms: Readonly<Record<string, readonly string[]>> = {
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
};

import { views } from "../../../kernel/contracts/views.js";
import { moduleNameOf } from "../viewModules.js";

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

/** The rooms of the views in a browser, and of the scripts that make their schemas and pictures. */
export const mediaRooms: Readonly<Record<string, readonly string[]>> = {
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

/** What AEN Notebook ships that clips rest on, with its licence (NOTICE), by the function of `aen.clips` that made them. */
export function shippedParts(made: readonly (string | null)[]): string[] {
  const drawn = made.includes("synthetic");
  const filmed = made.some((each) => each !== null && videoReaders.includes(each));
  return [
    ...(drawn
      ? [
          "Drawn faces rest on the canonical face mesh of MediaPipe (Apache License 2.0; see NOTICE of AEN Notebook).",
        ]
      : []),
    ...(filmed
      ? [
          "Where clips were cut from videos, their faces were found with networks of @vladmandic/face-api (MIT; see NOTICE of AEN Notebook).",
        ]
      : []),
  ];
}

/** The functions that may find faces in videos. */
const videoReaders: readonly string[] = [
  "from",
  "fromVideo",
  "fromVideos",
  "fromTable",
  "fromDataset",
  "fromDescription",
];

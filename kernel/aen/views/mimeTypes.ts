/** MIME types of the payloads of the views. A v1 payload is never reinterpreted. */
export const viewMimeTypes = {
  "confusion-matrix": "application/vnd.aen.confusion-matrix.v1+json",
  "frame-timeline": "application/vnd.aen.frame-timeline.v1+json",
  "training-board": "application/vnd.aen.training-board.v1+json",
  "confusion-difference": "application/vnd.aen.confusion-difference.v1+json",
  "clip-overview": "application/vnd.aen.clip-overview.v1+json",
  "ablation-board": "application/vnd.aen.ablation-board.v1+json",
  "what-if": "application/vnd.aen.what-if.v1+json",
} as const;

export type ViewName = keyof typeof viewMimeTypes;

/** The Vega-Lite form that JupyterLab, nteract and VS Code's Jupyter extension draw by themselves. */
export const vegaLiteMimeType = "application/vnd.vegalite.v5+json";

/** A rectangle in picture pixels; it may extend beyond the picture's edges. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A face that a detector found. */
export interface Detection {
  readonly box: Box;
  /** The detector's confidence, 0..1. */
  readonly score: number;
}

/** Intersection over union, 0..1. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** Of detections that overlap by more than `most`, keeps the most confident (non-maximum suppression). */
export function withoutRepetitions(detections: readonly Detection[], most: number): Detection[] {
  const kept: Detection[] = [];
  for (const detection of [...detections].sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => overlap(other.box, detection.box) <= most)) kept.push(detection);
  }
  return kept;
}

/** The square centred on a box, with a side of `scale` times the box's longer side. */
export function squareAround(box: Box, scale: number): Box {
  const side = Math.max(box.width, box.height) * scale;
  const x = box.x + (box.width - side) / 2;
  const y = box.y + (box.height - side) / 2;
  return { x, y, width: side, height: side };
}

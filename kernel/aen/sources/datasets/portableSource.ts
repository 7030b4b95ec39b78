import path from "node:path";
import type { DatasetSource } from "../../clips/datasetDescription.js";

/**
 * A source as its description keeps it: all paths are relative to the description's folder, with "/" between folders, so
 * that the folder can move. A path on another drive stays as it is.
 * @param folder the folder of the description, absolute
 */
export function portableSource(source: DatasetSource, folder: string): DatasetSource {
  const to = (place: string) => relativePath(folder, place);
  const moved = withTextPattern(withPlaces(source, to));
  if (moved.format !== "videos") return moved;
  return { ...moved, path: typeof moved.path === "string" ? to(moved.path) : moved.path.map(to) };
}

/**
 * A source with absolute paths, for reading it. Patterns of videos stay as they are: characters of the folder's own name
 * would become part of the pattern.
 * @param folder the folder of the description
 */
export function locatedSource(source: DatasetSource, folder: string): DatasetSource {
  return withPlaces(source, (place) => path.resolve(folder, place));
}

function withTextPattern(source: DatasetSource): DatasetSource {
  if (source.format === "import" || source.pattern === undefined) return source;
  return { ...source, pattern: String(source.pattern) };
}

function relativePath(folder: string, place: string): string {
  const relative = path.isAbsolute(place) ? path.relative(folder, place) : place;
  return relative.replaceAll(path.sep, "/") || ".";
}

function withPlaces(source: DatasetSource, to: (place: string) => string): DatasetSource {
  const { root, remap } = source as { root?: string; remap?: Readonly<Record<string, string>> };
  const mapped = remap && Object.entries(remap).map(([from, place]) => [from, to(place)]);
  const changed = {
    ...(root !== undefined && { root: to(root) }),
    ...(mapped && { remap: Object.fromEntries(mapped) as Record<string, string> }),
  };
  if (source.format !== "videos") return { ...source, ...changed, path: to(source.path) };
  const labels = typeof source.labels === "string" ? to(source.labels) : source.labels;
  return { ...source, ...changed, ...(labels !== undefined && { labels }) };
}

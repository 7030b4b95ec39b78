import type * as TypeScript from "typescript";
import type { BoundFile, CheckedProgram } from "./internals.js";
import type { NotebookPlaces, PlacedCell } from "./notebookPlaces.js";

/** The user's files that a cell imports, itself or through another of them: absolute paths, sorted. */
export function localFiles(places: NotebookPlaces, { source }: PlacedCell): string[] {
  const program = places.program as CheckedProgram;
  const found = new Set<string>();
  const visit = (file: BoundFile): void => {
    for (const literal of file.imports ?? []) {
      const resolved = program.getResolvedModuleFromModuleSpecifier(literal, file)?.resolvedModule;
      const name = resolved?.resolvedFileName;
      if (name === undefined || found.has(name) || !places.isLocal(name)) continue;
      found.add(name);
      const next: TypeScript.SourceFile | undefined = program.getSourceFile(name);
      if (next) visit(next as BoundFile);
    }
  };
  visit(source);
  return [...found].sort();
}

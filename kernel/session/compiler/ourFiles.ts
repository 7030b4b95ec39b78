/**
 * A message or description of TypeScript's without the files that represent cells and preloaded variables to it. It
 * names them to tell types of one name apart: `import("/folder/__cell_3__").Clip`, `typeof import("…/__notebook_aen__")`.
 *
 * @param file of the cell that the text is about; where given, types of other cells are marked as such
 */
export function withoutOurFiles(text: string, file?: string): string {
  return text
    .replace(/typeof import\("[^"]*\/__notebook_(\w+)__"\)/g, "typeof $1")
    .replace(/import\("[^"]*\/__notebook_\w+__"\)\./g, "")
    .replace(
      /import\("([^"]*\/__cell_\w+__)"\)\.([\p{ID_Continue}$.]+)/gu,
      (_, cell: string, name: string) =>
        file === undefined || `${cell}.ts` === file ? name : `${name} (of an earlier cell)`,
    );
}

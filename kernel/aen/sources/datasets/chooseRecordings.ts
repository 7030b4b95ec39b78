import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import type { DatasetClip, DatasetLayout, PublishedDataset, Variant } from "./publishedDataset.js";

/** The chosen codes, by the name of the variant. */
export type ChosenVariants = Readonly<Partial<Record<"modality" | "channel", string>>>;

/** @throws DataError for a choice that the data set does not offer */
export function requireVariants({ name, variants = {} }: PublishedDataset, chosen: ChosenVariants): void {
  for (const option of ["modality", "channel"] as const) {
    const code = chosen[option];
    if (code === undefined) continue;
    const variant = variants[option];
    if (!variant) throw new DataError(`${name} has no ${option}. Leave the option out.`);
    if (code in variant.codes || (option === "channel" && code === "all")) continue;
    const offered = Object.entries(variant.codes).map(([one, meaning]) => `"${one}" (${meaning})`);
    throw new DataError(`${name} has the ${option} ${offered.join(" and ")}; there is no "${code}".`);
  }
}

/**
 * The clips of a data set whose file names say everything. Each performance is taken once: of the variants the chosen
 * one, of files with one name (unpacked twice, or converted) the first by path.
 */
export function chooseRecordings(
  files: readonly string[],
  { name, variants = {}, groups: published }: PublishedDataset,
  layout: Extract<DatasetLayout, { kind: "names" }>,
  chosen: ChosenVariants,
): { readonly clips: readonly DatasetClip[]; readonly remarks: readonly string[] } {
  const found = files.flatMap((file) => {
    const groups = layout.pattern.exec(file)?.groups;
    return groups ? [{ file, groups }] : [];
  });
  const options = Object.entries(variants) as ["modality" | "channel", Variant][];
  const wanted = found.filter(({ groups }) =>
    options.every(([option, { usual }]) => {
      const code = chosen[option] ?? usual;
      return code === "all" || groups[option] === code;
    }),
  );
  const once = new Map<string, (typeof wanted)[number]>();
  for (const one of wanted) {
    const stem = path.posix.parse(one.file).name.toLowerCase();
    if (!once.has(stem)) once.set(stem, one);
  }
  const clips = [...once.values()].map(({ file, groups }) => ({
    path: file,
    code: groups.label,
    identity: groups.identity ?? null,
    ...(published && { groups: published.ofName(groups) }),
  }));
  return {
    clips,
    remarks: remarksOf(name, found.length - wanted.length, wanted.length - once.size, options),
  };
}

function remarksOf(
  name: string,
  others: number,
  copies: number,
  options: readonly (readonly [string, Variant])[],
): string[] {
  const choices = options.map(([option]) => option).join(" or ");
  return [
    ...(others > 0 ? [`${others} videos of ${name} are of another ${choices} than asked for.`] : []),
    ...(copies > 0
      ? [`${copies} videos of ${name} have the name of another one and are not read again.`]
      : []),
  ];
}

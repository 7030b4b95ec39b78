import path from "node:path";
import { parse } from "csv-parse/sync";
import { DataError } from "../../../files/dataError.js";
import { readRegularFile } from "../../../files/readRegularFile.js";
import { requireDistinctColumns } from "../labels/requireDistinctColumns.js";
import type { DatasetContents, PublishedDataset } from "./publishedDataset.js";
import type { Groups, PeopleTable } from "./publishedGroups.js";

/**
 * The clips with what the data set's table of people says of theirs; without the table, as they are and a remark.
 * @param files of the data set's folder, relative to it
 * @throws DataError when the table cannot be read, has a column twice or lacks the one that names its people
 */
export async function withPeople(
  contents: DatasetContents,
  { name, groups }: Pick<PublishedDataset, "name" | "groups">,
  root: string,
  files: readonly string[],
): Promise<DatasetContents> {
  if (!groups?.people) return contents;
  const { people: table, fields } = groups;
  const found = files.find((file) => path.posix.basename(file) === table.file);
  if (found === undefined) {
    const missing = Object.keys(fields).filter((field) => fields[field].includes(table.file));
    const remark = `${table.file} of ${name} is not in the folder: its clips have no groups by ${missing.join(", ")}.`;
    return { clips: contents.clips, remarks: [...contents.remarks, remark] };
  }
  const known = await readPeople(path.join(root, found), table);
  const clips = contents.clips.map((clip) => ({
    ...clip,
    groups: { ...clip.groups, ...(clip.identity !== null && known.get(clip.identity)) },
  }));
  return { clips, remarks: contents.remarks };
}

async function readPeople(file: string, { identity, groups }: PeopleTable): Promise<Map<string, Groups>> {
  const rows = await readRows(file);
  if (rows.length > 0 && rows[0][identity] === undefined) {
    const columns = Object.keys(rows[0]).join(", ");
    throw new DataError(`no column is named "${identity}"; the columns are ${columns}.`, { file, line: 1 });
  }
  return new Map(rows.map((row) => [row[identity], groups(row)]));
}

async function readRows(file: string): Promise<Record<string, string>[]> {
  try {
    const text = await readRegularFile(file);
    return parse<Record<string, string>>(text, {
      bom: true,
      columns: (names: string[]) => {
        requireDistinctColumns(names, file);
        return names;
      },
      skip_empty_lines: true,
      trim: true,
    });
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    const message = `this table of people cannot be read (${(cause as Error).message}). Copy or download it again.`;
    throw new DataError(message, { file, cause });
  }
}

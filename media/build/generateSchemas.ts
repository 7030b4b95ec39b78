/**
 * Writes the JSON Schemas of the views' payloads from their TypeScript types:
 *   npm run schemas
 */
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { createGenerator } from "ts-json-schema-generator";
import { type ViewName, viewMimeTypes } from "../../kernel/aen/views/mimeTypes.js";

const folder = "kernel/aen/views/payload";

/** `ConfusionMatrixPayload` for "confusion-matrix". */
const typeNames: Partial<Record<ViewName, string>> = { "frame-timeline": "TimelinePayload" };

function typeName(view: ViewName): string {
  const words = view.split("-").map((word) => word[0].toUpperCase() + word.slice(1));
  return typeNames[view] ?? `${words.join("")}Payload`;
}

/** The text of the schema of one view's payload, as it should lie in kernel/aen/views/schema. */
export async function schemaText(view: ViewName): Promise<string> {
  const generator = createGenerator({
    path: `${folder}/*.ts`,
    tsconfig: "tsconfig.json",
    type: typeName(view),
    additionalProperties: true,
    skipTypeCheck: true,
    topRef: false,
  });
  const schema = { $id: `${view}.v1`, ...generator.createSchema(typeName(view)) };
  return format(JSON.stringify(schema), { parser: "json", printWidth: 110 });
}

/** Where the schema of a view lies. */
export function schemaFile(view: ViewName): string {
  return `kernel/aen/views/schema/${view}.v1.schema.json`;
}

/** Views whose payload type exists. */
export function viewsWithPayload(): ViewName[] {
  const files = readdirSync(folder).map((file) => file.toLowerCase());
  const fileOf = (view: ViewName) =>
    `${typeName(view)
      .replace(/Payload$/, "")
      .toLowerCase()}.ts`;
  return (Object.keys(viewMimeTypes) as ViewName[]).filter((view) => files.includes(fileOf(view)));
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.resolve("media/build/generateSchemas.ts")) {
  for (const view of viewsWithPayload()) writeFileSync(schemaFile(view), await schemaText(view));
}

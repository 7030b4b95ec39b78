/**
 * Writes the JSON Schemas of the views' payloads from their TypeScript types:
 *   npm run schemas
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { createGenerator } from "ts-json-schema-generator";
import { type ViewContract, type ViewName, viewNames, views } from "../../kernel/contracts/views.js";

/** The schema text of one view's payload, as it should be in kernel/contracts/schemas. */
export async function schemaText(view: ViewName): Promise<string> {
  const { payloadType, version } = views[view];
  const generator = createGenerator({
    path: "kernel/contracts/payloads/*.ts",
    tsconfig: "tsconfig.json",
    type: payloadType,
    additionalProperties: true,
    skipTypeCheck: true,
    topRef: false,
  });
  const schema = { $id: `${view}.v${version}`, ...generator.createSchema(payloadType) };
  return format(JSON.stringify(schema), { parser: "json", printWidth: 110 });
}

/** The path of a view's schema. */
export function schemaFile(view: string, { version }: Pick<ViewContract, "version">): string {
  return `kernel/contracts/schemas/${view}.v${version}.schema.json`;
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.resolve("media/build/generateSchemas.ts")) {
  for (const view of viewNames) writeFileSync(schemaFile(view, views[view]), await schemaText(view));
}

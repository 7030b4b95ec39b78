import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";

/**
 * For esbuild: `import validate from "./x.schema.json?validator"` gives the function that Ajv generates from the
 * schema, as code, because a web view does not allow `eval`.
 */
export const validatorPlugin = {
  name: "validator",
  setup(build) {
    build.onResolve({ filter: /\.schema\.json\?validator$/ }, ({ path: file, resolveDir }) => ({
      path: path.resolve(resolveDir, file.replace(/\?validator$/, "")),
      namespace: "validator",
    }));
    build.onLoad({ filter: /.*/, namespace: "validator" }, async ({ path: file }) => {
      const ajv = new Ajv({ code: { source: true, esm: true }, strict: false, inlineRefs: false });
      const validate = ajv.compile(JSON.parse(await readFile(file, "utf8")));
      const code = standaloneCode.default ?? standaloneCode;
      return {
        contents: code(ajv, validate),
        loader: "js",
        resolveDir: path.dirname(file),
        watchFiles: [file],
      };
    });
  },
};

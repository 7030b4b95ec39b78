import js from "@eslint/js";
import tseslint from "typescript-eslint";
import { tsImport } from "tsx/esm/api";

const { arrowRule } = await tsImport("./test/structure/arrowRule.ts", import.meta.url);
const { writingRule } = await tsImport("./test/structure/writingRule.ts", import.meta.url);

/** A test that sleeps fails where a machine is slow and wastes time where it is fast. */
const sleeping = [
  'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"][arguments.0.type="Identifier"]',
  'NewExpression[callee.name="Promise"] > ArrowFunctionExpression > CallExpression[callee.name="setTimeout"]',
  'ImportDeclaration[source.value=/timers.promises$/] > ImportSpecifier[imported.name="setTimeout"]',
  'MemberExpression[property.name="waitForTimeout"]',
].map((selector) => ({
  selector,
  message: "Wait for what is needed: an event, or `until` of test/until.ts.",
}));

const progressNotification = {
  selector: 'MemberExpression[object.property.name="ProgressLocation"][property.name="Notification"]',
  message: "Use withProgressNotification: a message right after VS Code's own may go to the bell unseen.",
};

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "notebooks/out/**", "**/*.cjs", ".cache/**", ".aen/**"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "off",
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
  {
    files: ["kernel/**/*.ts", "extension/**/*.ts", "media/**/*.ts"],
    plugins: { structure: { rules: { arrow: arrowRule, writing: writingRule } } },
    rules: { "structure/arrow": "error", "structure/writing": "error" },
  },
  {
    files: ["**/*.ts"],
    ignores: ["kernel/engine/run/onnxRuntime.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "onnxruntime-node",
              message: "Import kernel/engine/run/onnxRuntime.ts, which switches its telemetry off first.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    ignores: ["test/until.ts", "test/bench/**"],
    rules: { "no-restricted-syntax": ["error", ...sleeping] },
  },
  {
    files: ["extension/**/*.ts"],
    ignores: ["extension/commands/progressNotification.ts"],
    rules: { "no-restricted-syntax": ["error", progressNotification] },
  },
);

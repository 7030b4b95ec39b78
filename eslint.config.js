import js from "@eslint/js";
import tseslint from "typescript-eslint";

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
  ...[
    ["kernel/engine/**", ["*/aen/*", "*/session/*", "*/protocol/*", "*/commands/*", "vscode"]],
    ["kernel/aen/**", ["*/session/*", "*/protocol/*", "*/commands/*", "vscode"]],
    ["kernel/session/**", ["*/protocol/*", "*/commands/*", "vscode"]],
    ["kernel/protocol/**", ["*/commands/*", "vscode"]],
    ["media/**", ["*/session/*", "*/protocol/*", "*/engine/*", "*/commands/*", "vscode"]],
    ["extension/**", []],
    ["test/**", []],
  ].map(([folder, group]) => ({
    files: [`${folder}/*.ts`],
    ignores: ["kernel/engine/run/onnxRuntime.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["onnxruntime-node"],
              message: "Import kernel/engine/run/onnxRuntime.ts, which switches its telemetry off first.",
            },
            ...(group.length > 0
              ? [{ group, message: "Imports point one way: see CONTRIBUTING.md, 'How the code is cut'." }]
              : []),
          ],
        },
      ],
    },
  })),
);

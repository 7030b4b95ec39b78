import type { Target } from "./targets.js";

/** Files of one package that are shipped in addition to those that the kernel's imports reach. */
export interface NeededFiles {
  /** The package's folder under node_modules. */
  readonly package: string;
  /** Globs inside the package. */
  readonly files: readonly string[];
  /** The package is optional in the repository and may be missing. */
  readonly optional?: boolean;
}

const declarations = ["**/*.d.ts", "**/*.d.mts", "**/*.d.cts"];

/**
 * Files loaded by path at run time: native libraries for one platform, weights, meshes, TypeScript's own declarations
 * and those that cells are checked against.
 */
export function neededFiles({ platform, arch }: Pick<Target, "platform" | "arch">): NeededFiles[] {
  const sharp = `${platform}-${arch}`;
  return [
    {
      package: "onnxruntime-node",
      files: ["dist/*.js", "lib/*.js", `bin/napi-v*/${platform}/${arch}/**`],
    },
    { package: `@img/sharp-${sharp}`, files: ["**/*"] },
    { package: `@img/sharp-libvips-${sharp}`, files: ["**/*"], optional: platform === "win32" },
    // without it, sharp decodes the frames, more slowly
    {
      package: `@napi-rs/image-${sharp}${{ linux: "-gnu", win32: "-msvc" }[platform as string] ?? ""}`,
      files: ["*.node"],
      optional: true,
    },
    { package: "typescript", files: ["lib/typescript.js", "lib/lib.*.d.ts"] },
    { package: "@types/node", files: declarations },
    { package: "undici-types", files: declarations },
    ...["tfjs", "tfjs-core", "tfjs-layers", "tfjs-data", "tfjs-converter"].map((name) => ({
      package: `@tensorflow/${name}`,
      files: ["dist/*.node.js", "dist/**/*.d.ts"],
    })),
    ...["tfjs-backend-cpu", "tfjs-backend-webgl"].map((name) => ({
      package: `@tensorflow/${name}`,
      files: ["dist/*.node.js", "dist/**/*.d.ts"],
    })),
    {
      package: "@tensorflow/tfjs-backend-wasm",
      files: ["dist/*.node.js", "dist/**/*.d.ts", "wasm-out/*.wasm"],
    },
    ...["@types/long", "@types/seedrandom", "@types/offscreencanvas", "@webgpu/types"].map((name) => ({
      package: name,
      files: declarations,
      optional: true,
    })),
    {
      package: "@vladmandic/face-api",
      files: [
        "dist/face-api.node.js",
        "model/{face_expression,face_landmark_68_model,face_recognition,ssd_mobile,tiny_face}*",
      ],
    },
    { package: "@mediapipe/face_mesh", files: ["face_mesh_solution_packed_assets*"] },
  ];
}

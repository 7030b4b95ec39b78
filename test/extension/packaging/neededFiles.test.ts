import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { neededFiles } from "../../../extension/packaging/neededFiles.js";
import { targets } from "../../../extension/packaging/targets.js";

const modules = fileURLToPath(new URL("../../../node_modules/", import.meta.url));

describe("files that are shipped beside what imports reach", () => {
  it("are there in the packages that are installed, each pattern of them", () => {
    const here = targets.find(({ name }) => name === `${process.platform}-${process.arch}`) ?? targets[0];
    for (const needed of neededFiles(here)) {
      const folder = path.join(modules, needed.package);
      if (!existsSync(folder)) {
        assert.ok(needed.optional, `${needed.package} is not installed`);
        continue;
      }
      const found = globSync([...needed.files], { cwd: folder, dot: true });
      assert.ok(found.length > 0, `${needed.package} has none of ${needed.files.join(", ")}`);
    }
  });

  for (const target of targets) {
    it(`for ${target.name} hold the native libraries of that platform, and of no other`, () => {
      const all = neededFiles(target).flatMap(({ package: name, files }) =>
        files.map((file) => `${name}/${file}`),
      );
      const others = targets
        .filter(({ platform }) => platform !== target.platform)
        .map(({ platform }) => platform);
      for (const other of others)
        assert.deepEqual(
          all.filter((file) => file.includes(`/${other}/`) || file.includes(`-${other}-`)),
          [],
        );
      for (const library of ["onnxruntime-node", "@img/sharp", "@napi-rs/image"])
        assert.ok(
          all.some((file) => file.startsWith(library) && file.includes(target.platform)),
          library,
        );
    });
  }
});

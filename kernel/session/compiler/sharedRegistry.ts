import type * as TypeScript from "typescript";
import type { ProgramHost } from "./programHost.js";
import { ts } from "./typescript.js";

/** A document registry over the files that the compiler has parsed already, so that nothing is held twice. */
export function sharedRegistry(host: ProgramHost): TypeScript.DocumentRegistry {
  const acquire = (file: string) => host.getSourceFile(file, ts.ScriptTarget.ES2022)!;
  const key = "cells" as TypeScript.DocumentRegistryBucketKey;
  return {
    acquireDocument: acquire,
    updateDocument: acquire,
    acquireDocumentWithKey: acquire,
    updateDocumentWithKey: acquire,
    getKeyForCompilationSettings: () => key,
    releaseDocument() {},
    releaseDocumentWithKey() {},
    reportStats: () => "",
  };
}

import { FolderInUse, lockFolder } from "../../../kernel/files/writerLock.js";

/** Locks a folder and says what came of it; holds it until it is killed. */
try {
  lockFolder(process.argv[2]);
  console.log("locked");
} catch (error) {
  console.log(error instanceof FolderInUse ? `in use by ${error.writer.pid}` : String(error));
}
setInterval(() => {}, 1000);

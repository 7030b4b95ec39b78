import { type Finding, missing, ready } from "./finding.js";
import { versionOf } from "./versionOf.js";

/** Looks for ffmpeg as video import does: `FFMPEG_PATH`, then the system's, then the optional npm package. */
export async function checkFfmpeg(): Promise<Finding> {
  const candidates = [process.env["FFMPEG_PATH"], "ffmpeg", await bundledFfmpeg()];
  for (const program of candidates) {
    const version = program === undefined ? undefined : await versionOf(program, "-version");
    if (version !== undefined) return ready("ffmpeg", `${version.replace(/ Copyright.*/, "")} (${program})`);
  }
  return missing(
    "ffmpeg",
    "not found",
    "Needed for videos, not for folders of frames. `apt-get install ffmpeg`, `brew install ffmpeg`, `winget install ffmpeg`, " +
      "`npm install @ffmpeg-installer/ffmpeg`, or set FFMPEG_PATH.",
  );
}

async function bundledFfmpeg(): Promise<string | undefined> {
  try {
    const installer = (await import("@ffmpeg-installer/ffmpeg")) as { default: { path: string } };
    return installer.default.path;
  } catch {
    return undefined;
  }
}

/** Looks for Visual Studio Code, its server, or a build of either. */
export async function checkVsCode(): Promise<Finding> {
  for (const program of ["code", "code-insiders", "codium", "code-server"]) {
    const version = await versionOf(program, "--version");
    if (version !== undefined) return ready("VS Code", `${program} ${version}`);
  }
  return missing(
    "VS Code",
    "no `code` on the PATH",
    "For notebooks in VS Code: install it from code.visualstudio.com, then `npm run package` and `code --install-extension` the VSIX. `npm run vscode` starts one in the browser.",
  );
}

import { bench as importing } from "./data-import.js";
import { bench as loading } from "./data-loading.js";
import { bench as synthetic } from "./data-synthetic.js";

/** Everything about data: import against ffmpeg, loading against Pillow, synthetic faces. */
export async function bench(): Promise<void> {
  await importing();
  await loading();
  await synthetic();
}

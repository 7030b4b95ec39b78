const video =
  /\.(mp4|m4v|mov|qt|avi|divx|mkv|webm|flv|f4v|mpe?g|m2v|mpv|m1v|mp2v|vob|wmv|asf|ts|mts|m2ts|3gp|3g2|ogv|ogg|mxf|rm|rmvb|gif|y4m)$/i;

/** Whether a file name looks like a video that ffmpeg decodes, and is not hidden (".DS_Store", "._clip.mp4"). */
export function isVideoName(name: string): boolean {
  return video.test(name) && !name.startsWith(".");
}

/**
 * Demuxers of ffmpeg whose files hold all they show. Left out are those that open further files named in them: playlists
 * (hls, dash, concat, imf), numbered pictures (image2), session descriptions, subtitles, and drawings (svg_pipe). ffmpeg
 * chooses by a file's content, whatever its name.
 */
export const containers: readonly string[] = (
  "mov,mp4,m4a,3gp,3g2,mj2 matroska,webm avi mpegts mpeg mpegvideo flv live_flv kux asf asf_o ogg mxf gxf rm wtv dv nut " +
  "nuv ivf mjpeg mpjpeg h261 h263 h264 hevc vvc m4v av1 obu vc1 cavsvideo dirac dnxhd swf yuv4mpegpipe gif apng " +
  "png_pipe jpeg_pipe bmp_pipe tiff_pipe webp_pipe mp3 wav w64 aac ac3 eac3 flac aiff caf amr"
).split(/[ ,]/);

/** What ffmpeg says of a file in another format. */
export const isForeign = (message: string): boolean => /not on whitelist/i.test(message);

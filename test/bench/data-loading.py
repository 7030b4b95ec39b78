"""Reads JPEG frames, crops, resizes and flips them with Pillow; prints frames per second, once for each line read.

usage: data-loading.py FOLDER FRAMES   then a line on standard input starts each measurement
"""
import glob, random, sys, time
from PIL import Image

files = sorted(glob.glob(f"{sys.argv[1]}/*.jpg"))
frames = int(sys.argv[2])
for line in sys.stdin:
    start = time.perf_counter()
    for i in range(frames):
        image = Image.open(files[i % len(files)]).convert("RGB")
        w, h = image.size
        cw, ch = random.randint(w // 2, w), random.randint(h // 2, h)
        x, y = random.randint(0, w - cw), random.randint(0, h - ch)
        image = image.crop((x, y, x + cw, y + ch)).resize((112, 112), Image.BILINEAR)
        if i % 2:
            image = image.transpose(Image.FLIP_LEFT_RIGHT)
        image.tobytes()
    print(frames / (time.perf_counter() - start), flush=True)

"""Epochs of AEN's training in PyTorch, loading included: the peer of the benchmark of training.

The network and its loss are those of engine/aen_step.py. As in the published script the frozen model looks at
every batch anew. Reads commands from standard input, one a line: "epoch" runs an epoch and prints a JSON line with
its wall-clock and processor seconds; "quit" ends. Arguments: a JSON object with sizes, batch, threads and the
folder of the clips, one folder of JPEG files each.
"""

import json
import pathlib
import resource
import sys
import time

import numpy
import torch
from PIL import Image
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parent / "engine"))
from aen_step import Backbone, Network, total_loss  # noqa: E402

GROUP_OF = torch.tensor([0, 2, 1, 2, 0, 2, 2])


class Clips(torch.utils.data.Dataset):
    def __init__(self, folder, size, frames):
        self.folders = sorted(pathlib.Path(folder).iterdir())
        self.size, self.frames = size, frames

    def __len__(self):
        return len(self.folders)

    def __getitem__(self, index):
        files = sorted(self.folders[index].iterdir())[: self.frames]
        pictures = [Image.open(file).convert("RGB").resize((self.size, self.size), Image.BILINEAR) for file in files]
        frames = numpy.stack([numpy.asarray(picture) for picture in pictures])
        return torch.from_numpy(frames).permute(0, 3, 1, 2).float().div(255), index % 7


class FrameModel(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.backbone = Backbone(sizes["stageWidths"], sizes["blocksPerStage"])
        self.head = nn.Linear(sizes["stageWidths"][3], 7)

    def forward(self, frames):
        return self.head(self.backbone(frames)[0])


def processor_seconds():
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main():
    sizes = json.loads(sys.argv[1])
    torch.manual_seed(1)
    torch.set_num_threads(sizes["threads"])
    clips = Clips(sizes["folder"], sizes["size"], sizes["frames"])
    loader = torch.utils.data.DataLoader(clips, sizes["batch"], shuffle=True, drop_last=True, num_workers=1)
    network, frozen = Network(sizes), FrameModel(sizes).eval()
    optimizer = torch.optim.SGD(network.parameters(), lr=0.001, momentum=0.9, weight_decay=1e-4)

    def epoch():
        for frames, labels in loader:
            with torch.no_grad():
                logits = frozen(frames.flatten(0, 1)).view(*frames.shape[:2], 7)
            optimizer.zero_grad(set_to_none=True)
            loss = total_loss(network(frames), labels, GROUP_OF[labels], logits)
            loss.backward()
            optimizer.step()
            loss.item()

    for line in sys.stdin:
        if line.strip() == "quit":
            break
        wall, processor = time.perf_counter(), processor_seconds()
        epoch()
        seconds = {"wall": time.perf_counter() - wall, "processor": processor_seconds() - processor}
        print(json.dumps(seconds), flush=True)


if __name__ == "__main__":
    main()

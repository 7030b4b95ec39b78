"""Writes gru.json beside this file: a GRU of PyTorch on drawn numbers, which gru.test.ts compares with.

python3 -m pip install torch && python3 test/kernel/aen/model/clipModels/gru.py
"""

import json
from pathlib import Path

import torch

torch.manual_seed(5)
width, frames, clips = 3, 4, 2
reference = torch.nn.GRU(width, width, batch_first=True)
features = torch.randn(clips, frames, width)
features.requires_grad_(True)
_, state = reference(features)
state.square().sum().backward()

rounded = lambda tensor: [round(value, 7) for value in tensor.detach().flatten().tolist()]
names = {
    "gru.input.weight": "weight_ih_l0",
    "gru.input.bias": "bias_ih_l0",
    "gru.state.weight": "weight_hh_l0",
    "gru.state.bias": "bias_hh_l0",
}
fixture = {
    "torch": torch.__version__.split("+")[0],
    "shape": [clips, frames, width],
    "features": rounded(features),
    "weights": {own: rounded(getattr(reference, theirs)) for own, theirs in names.items()},
    "state": rounded(state),
    "gradients": {own: rounded(getattr(reference, theirs).grad) for own, theirs in names.items()},
}
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture) + "\n")

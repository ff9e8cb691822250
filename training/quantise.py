"""Vectors in bytes: of each part of a vector only the nearest of 256 centres is kept."""
import os
import numpy as np
import torch

SUBSPACES = 24


def as_bytes(m):
    """A matrix by rows as signed bytes, and what one is worth in each row."""
    m = np.asarray(m, np.float32)
    worth = (np.maximum(np.abs(m).max(1), 1e-8) / 127).astype(np.float32)
    return np.clip(np.rint(m / worth[:, None]), -127, 127).astype(np.int8), worth


def nearest(parts, centres):
    """For each row its nearest centre in each part."""
    codes = np.zeros(parts.shape[:2], np.uint8)
    for s in range(parts.shape[1]):
        y, c = parts[:, s], centres[s]
        codes[:, s] = ((c * c).sum(1) - 2 * y @ c.t()).argmin(1).numpy()
    return codes


def find_centres(vectors, seed=3, rounds=25):
    g = torch.Generator().manual_seed(seed)
    x = vectors.view(len(vectors), SUBSPACES, -1)
    centres = torch.zeros(SUBSPACES, 256, x.shape[2])
    for s in range(SUBSPACES):
        y = x[:, s].contiguous()
        c = y[torch.randperm(len(y), generator=g)[:256]].clone()
        for _ in range(rounds):
            at = ((c * c).sum(1) - 2 * y @ c.t()).argmin(1)
            total = torch.zeros_like(c).index_add_(0, at, y)
            count = torch.bincount(at, minlength=256).float().unsqueeze(1)
            c = torch.where(count > 0, total / count.clamp(min=1), c)
        centres[s] = c
    stored, worth = as_bytes(centres.view(-1, centres.shape[2]).numpy())
    return torch.from_numpy(stored * worth[:, None]).float().view_as(centres)


def rebuild(codes, centres):
    return torch.stack([centres[s][torch.from_numpy(codes[:, s].astype(np.int64))] for s in range(SUBSPACES)], 1).reshape(len(codes), -1)


def quantised(folder, vectors):
    """The vectors as the reader of the file will have them; words without one stay zero. Kept beside the data."""
    path = os.path.join(folder, 'centres.npy')
    some = vectors.abs().sum(1) > 0
    if os.path.exists(path):
        centres = torch.from_numpy(np.load(path))
    else:
        # Each axis alike important: turn to the principal axes would need a matrix at reading.
        centres = find_centres(vectors[some])
        np.save(path, centres.numpy())
    out = torch.zeros_like(vectors)
    out[some] = rebuild(nearest(vectors[some].view(int(some.sum()), SUBSPACES, -1), centres), centres)
    error = float(((out - vectors) ** 2).sum() / (vectors ** 2).sum())
    return out, error

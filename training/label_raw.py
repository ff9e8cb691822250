#!/usr/bin/python3
"""Labels raw news by trained networks together: labels to learn from, and what each word of the vocabulary mostly is."""
import argparse, glob, os
import numpy as np
import torch
from train import Data, STYLES, TAGS, emissions_of, viterbi
from export import load_net


def main():
    p = argparse.ArgumentParser()
    p.add_argument('data'); p.add_argument('target'); p.add_argument('weights', nargs='+')
    p.add_argument('--half', type=int, default=0)
    args = p.parse_args()
    torch.set_num_threads(1)
    nets = [load_net(args.data, w) for w in args.weights]
    sizes = nets[0][1]
    nets = [n for n, _ in nets]
    os.makedirs(args.target, exist_ok=True)
    trans = sum((n.transition + n.allowed).detach().numpy() for n in nets) / len(nets)
    begin = sum((n.begin + n.start).detach().numpy() for n in nets) / len(nets)
    counts = None
    for path in sorted(glob.glob(os.path.join(args.data, 'raw*.words'))):
        name = os.path.basename(path)[:-6]
        if int(name[3:]) % 2 != args.half:
            continue
        data = Data(args.data, name, sizes)
        tags = np.zeros(len(data.words), np.uint8)
        sums = {}
        for net in nets:
            for a, b, e in emissions_of(net, data):
                sums[(a, b)] = sums.get((a, b), 0) + e / len(nets)
        for (a, b), e in sums.items():
            tags[a:b] = viterbi(e, trans, begin)
        np.save(os.path.join(args.target, f'{name}.npy'), tags)
        if counts is None:
            counts = np.zeros((nets[0].frozen.shape[0], 4), np.int64)
        kind = (tags.astype(np.int64) + 1) // 2
        np.add.at(counts, (data.words.numpy(), kind), 1)
        print(name, np.bincount(tags, minlength=TAGS), flush=True)
    np.save(os.path.join(args.target, f'counts-{args.half}.npy'), counts)


if __name__ == '__main__':
    main()

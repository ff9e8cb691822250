#!/usr/bin/python3
"""A trained network → tagger.bin: vectors product-quantised, matrices as bytes. The layout is in read-weights.ts."""
import argparse, json, os, struct
from types import SimpleNamespace
import numpy as np
import torch
from quantise import SUBSPACES, as_bytes, nearest, rebuild
from train import Data, Net, STYLES, TAGS


class Writer:
    def __init__(self):
        self.parts = []

    def raw(self, array):
        b = np.ascontiguousarray(array).tobytes()
        self.parts.append(b + b'\0' * (-len(b) % 4))

    def matrix(self, m):
        """Bytes by rows, and gives back what a reader will see."""
        stored, worth = as_bytes(m)
        self.raw(worth); self.raw(stored)
        return stored * worth[:, None]

    def dense(self, layer):
        seen = self.matrix(layer.weight.detach().numpy())
        self.raw(layer.bias.detach().numpy().astype(np.float32))
        layer.weight.data = torch.from_numpy(seen.astype(np.float32))

    def spell(self, net):
        """What each letter adds at each of the three places of the filter: the convolution of an embedding is a sum of rows."""
        filters = net.spell.weight.detach()
        letters = net.letter.weight.detach()
        places = [letters @ filters[:, :, k].t() for k in range(filters.shape[2])]
        seen = self.matrix(torch.cat(places).numpy()).astype(np.float32)
        bias = net.spell.bias.detach().clone()
        self.raw(bias.numpy())
        net.letter = torch.nn.Embedding.from_pretrained(torch.eye(256))
        net.spell = torch.nn.Conv1d(256, filters.shape[0], filters.shape[2], padding=1)
        net.spell.weight.data = torch.from_numpy(seen).view(filters.shape[2], 256, -1).permute(2, 1, 0).contiguous()
        net.spell.bias.data = bias

    def norm(self, norm):
        self.raw(norm.weight.detach().numpy()); self.raw(norm.bias.detach().numpy())


def style_tables(net, data):
    """Of each style the log chance of each cluster of words in its texts: tells what kind of text one reads."""
    rows = np.zeros((len(STYLES), net.cluster.num_embeddings), np.float32)
    sizes = json.load(open(os.path.join(data, 'sizes.json')))
    for at, style in enumerate(STYLES):
        if os.path.exists(os.path.join(data, f'{style}.train.words')):
            words = Data(data, f'{style}.train', sizes).words
            counts = torch.bincount(net.clusters[words], minlength=rows.shape[1]).numpy() + 1.0
            rows[at] = np.log(counts / counts.sum())
    return rows


def export(net, data, target):
    """Writes the file; `net` is left with the very numbers a reader of it has."""
    a = net.args
    vocabulary = np.fromfile(os.path.join(data, 'vocabulary'), np.uint32)
    phrases = np.fromfile(os.path.join(data, 'phrases'), np.uint32)
    vectors = (net.frozen + net.learnt(net.learnt_at)).detach()[1:]
    centres = torch.from_numpy(np.load(os.path.join(data, 'centres.npy')))
    codes = nearest(vectors.view(len(vectors), SUBSPACES, -1), centres)
    w = Writer()
    feature = net.feature.weight
    sizes = [0x48544733, a.hidden, len(net.dilations), a.width, len(vocabulary), len(phrases), vectors.shape[1], SUBSPACES,
             net.cluster.num_embeddings, a.cluster, net.gram.num_embeddings, a.gram, a.letters, len(feature), len(STYLES)]
    w.raw(np.array(sizes + net.dilations, np.uint32))
    w.raw(vocabulary)
    w.raw(phrases)
    w.raw(np.fromfile(os.path.join(data, 'phrase-bits'), np.uint8))
    w.raw(codes)
    seen = torch.from_numpy(w.matrix(centres.reshape(-1, centres.shape[2]).numpy())).float().view_as(centres)
    rebuilt = rebuild(codes, seen)
    error = float(((rebuilt - vectors) ** 2).sum() / (vectors ** 2).sum())
    w.raw(net.clusters.numpy().astype(np.uint16))
    w.raw(net.kinds.numpy().astype(np.uint8))
    net.kind.weight.data = torch.from_numpy(w.matrix(net.kind.weight.detach().numpy()).astype(np.float32))
    for table in (net.cluster, net.gram):
        table.weight.data = torch.from_numpy(w.matrix(table.weight.detach().numpy()).astype(np.float32))
    w.spell(net)
    w.dense(net.word)
    for table in (net.feature, net.style):
        table.weight.data = torch.from_numpy(w.matrix(table.weight.detach().numpy()).astype(np.float32))
    w.norm(net.norm_in)
    for depth, bias, norm, point in zip(net.depth, net.depth_bias, net.norms, net.point):
        depth.data = torch.from_numpy(w.matrix(depth.detach().numpy()).astype(np.float32))
        w.raw(bias.detach().numpy())
        w.norm(norm)
        w.dense(point)
    w.norm(net.norm_out)
    w.dense(net.out)
    w.raw((net.transition + net.allowed).detach().numpy().astype(np.float32))
    w.raw((net.begin + net.start).detach().numpy().astype(np.float32))
    w.raw(style_tables(net, data))
    net.frozen = torch.cat([torch.zeros(1, vectors.shape[1]), rebuilt])
    net.learnt.weight.data.zero_()
    body = b''.join(w.parts)
    open(target, 'wb').write(body)
    return len(body), error


def load_net(data, path):
    saved = torch.load(path)
    args = SimpleNamespace(**saved['args'])
    sizes = json.load(open(os.path.join(data, 'sizes.json')))
    state = saved['state']
    net = Net(sizes, state['frozen'], state['clusters'], state['kinds'], args)
    net.load_state_dict(state)
    return net.eval(), sizes


def main():
    from train import emissions_of, predict, score
    p = argparse.ArgumentParser()
    p.add_argument('data'); p.add_argument('weights'); p.add_argument('target'); p.add_argument('--parity', default='')
    args = p.parse_args()
    torch.set_num_threads(1)
    net, sizes = load_net(args.data, args.weights)
    devs = [Data(args.data, f'{n}.dev', sizes) for n in ('anercorp', 'aqmar', 'politics', 'news')]
    before = [score(d, predict([net], d))[0] for d in devs]
    size, error = export(net, args.data, args.target)
    after = [score(d, predict([net], d))[0] for d in devs]
    if args.parity:
        d = Data(args.data, 'parity', sizes)
        rows = emissions_of(net, d, 0, limit=len(d.words))[0][2]
        lines = ['  [' + ', '.join(str(round(float(v), 4)) for v in row) + ']' for row in rows]
        open(args.parity, 'w').write('[\n' + ',\n'.join(lines) + '\n]\n')
    print(f'{size} bytes; vectors off by {100 * error:.1f} %')
    for d, b, f in zip(devs, before, after):
        print(f'{d.name} {b:.2f} -> {f:.2f}')


if __name__ == '__main__':
    main()

"""PyTorch as its tutorials use it: nn.Sequential, autograd, torch.optim. `foreach`: the optimizer works on lists of tensors."""

import numpy
import torch
from torch import nn

from layers import Training


class Dropout(nn.Dropout):
    """PyTorch's own, except where a mask is given for comparing results."""

    mask = None

    def forward(self, x):
        return super().forward(x) if self.mask is None else x * self.mask


def train(file, options):
    torch.set_num_threads(options['threads'])
    return Eager(Training(file), options['foreach'])


class Eager:
    def __init__(self, work, foreach):
        self.work = work
        self.net = build(work)
        self.dropouts = [layer for layer in self.net if isinstance(layer, Dropout)]
        self.linears = [layer for layer in self.net if isinstance(layer, nn.Linear)]
        with torch.no_grad():
            for linear, (weights, biases) in zip(self.linears, work.views(work.parameters)):
                linear.weight.copy_(torch.from_numpy(weights.T.copy()))
                linear.bias.copy_(torch.from_numpy(biases.copy()))
        self.loss = nn.CrossEntropyLoss() if work.loss == 'crossEntropy' else nn.MSELoss()
        self.optimizer = optimizer(work, self.net.parameters(), foreach)
        self.batches = work.batches_of(lambda array: torch.from_numpy(array.copy()))
        self.step = 0

    def run(self, steps):
        net, loss, optimizer, batches = self.net, self.loss, self.optimizer, self.batches
        for _ in range(steps):
            x, y = batches[self.step % len(batches)]
            if self.dropouts and self.step <= self.work.compared_steps:
                self.give_masks()
            optimizer.zero_grad(set_to_none=True)
            loss(net(x), y).backward()
            optimizer.step()
            self.step += 1

    def give_masks(self):
        masks = self.work.masks(self.step) or [None] * len(self.dropouts)
        for dropout, mask in zip(self.dropouts, masks):
            dropout.mask = None if mask is None else torch.from_numpy(mask)

    def numbers(self):
        layers = [array for linear in self.linears for array in (linear.weight.T, linear.bias)]
        return numpy.concatenate([layer.detach().numpy().ravel() for layer in layers])


def build(work):
    activations = {'relu': nn.ReLU, 'tanh': nn.Tanh}
    layers = []
    for index, (inputs, units) in enumerate(work.pairs):
        last = index == len(work.pairs) - 1
        layers.append(nn.Linear(inputs, units))
        activation = work.output if last else work.hidden
        if activation != 'none':
            layers.append(activations[activation]())
        if work.dropout and not last:
            layers.append(Dropout(work.dropout))
    return nn.Sequential(*layers)


def optimizer(work, parameters, foreach):
    if work.optimizer == 'sgd':
        return torch.optim.SGD(parameters, work.rate, momentum=work.momentum, foreach=foreach)
    if work.optimizer == 'adamW':
        return torch.optim.AdamW(parameters, work.rate, weight_decay=work.decay, foreach=foreach)
    return torch.optim.Adam(parameters, work.rate, foreach=foreach)


def multiply(file, options):
    torch.set_num_threads(options['threads'])
    return Product(file)


class Product:
    def __init__(self, file):
        m, k, n = (file.settings[name] for name in 'mkn')
        a = torch.from_numpy(file.arrays['a'].copy())
        b = torch.from_numpy(file.arrays['b'].copy())
        self.a = a.reshape(k, m).T if file.settings['transposeA'] else a.reshape(m, k)
        self.b = b.reshape(n, k).T if file.settings['transposeB'] else b.reshape(k, n)
        self.product = torch.zeros(m, n)

    def run(self, steps):
        for _ in range(steps):
            torch.mm(self.a, self.b, out=self.product)

    def numbers(self):
        return self.product.numpy()

"""What every contestant in Python needs of a training case."""

import numpy


class Training:
    def __init__(self, file):
        settings = file.settings
        self.arrays = file.arrays
        self.sizes = settings['sizes']
        self.rows = settings['rows']
        self.batches = settings['batches']
        self.hidden = settings['hidden']
        self.output = settings['output']
        self.loss = settings['loss']
        self.dropout = settings['dropout']
        self.optimizer = settings['optimizer']
        self.rate = settings['learningRate']
        self.momentum = settings['momentum']
        self.decay = settings['weightDecay'] if self.optimizer == 'adamW' else 0
        self.compared_steps = settings['comparedSteps']
        self.pairs = list(zip(self.sizes, self.sizes[1:]))
        names = [f'{kind}{i}' for i in range(len(self.pairs)) for kind in ('weights', 'biases')]
        self.parameters = numpy.concatenate([file.arrays[name] for name in names])

    def views(self, flat):
        """Weights [inputs, units] and biases of each layer as windows on one flat array or tensor."""
        views, at = [], 0
        for inputs, units in self.pairs:
            weights = flat[at : at + inputs * units].reshape(inputs, units)
            at += inputs * units
            views.append((weights, flat[at : at + units]))
            at += units
        return views

    def features(self):
        return self.arrays['features'].reshape(-1, self.sizes[0])

    def targets(self):
        """Class numbers, or numbers as [rows, 1]."""
        targets = self.arrays['targets']
        return targets.astype('int64') if self.loss == 'crossEntropy' else targets.reshape(-1, 1)

    def batches_of(self, convert):
        features, targets = self.features(), self.targets()
        cuts = [slice(i * self.rows, (i + 1) * self.rows) for i in range(self.batches)]
        return [(convert(features[cut]), convert(targets[cut])) for cut in cuts]

    def masks(self, step):
        """Dropout's masks of a compared step, of 0 and 1 / (1 - rate); None later or without dropout."""
        if not self.dropout or step >= self.compared_steps:
            return None
        shapes = [(self.rows, units) for units in self.sizes[1:-1]]
        at = step * sum(rows * units for rows, units in shapes)
        masks = []
        for rows, units in shapes:
            kept = self.arrays['masks'][at : at + rows * units].reshape(rows, units)
            masks.append(kept.astype('float32') * numpy.float32(1 / (1 - self.dropout)))
            at += rows * units
        return masks

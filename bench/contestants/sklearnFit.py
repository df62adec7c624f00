"""
scikit-learn's MLP through fit(), which is faster than partial_fit() batch by batch. It has no dropout and no AdamW, one output for two
classes, and no activation on a regressor's output: where the work has these, its update differs.
"""

import warnings

import numpy
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

from layers import Training

warnings.filterwarnings('ignore', category=ConvergenceWarning)


def train(file, options):
    return Fit(Training(file))


class Fit:
    def __init__(self, work):
        self.work = work
        self.x = work.features()
        self.y = work.targets().ravel()
        self.weights = [weights.copy() for weights, _ in work.views(work.parameters)]
        self.biases = [biases.copy() for _, biases in work.views(work.parameters)]
        classifies = work.loss == 'crossEntropy'
        if classifies and work.sizes[-1] == 2:
            # One logit in place of two: their difference.
            self.weights[-1] = self.weights[-1][:, 1:] - self.weights[-1][:, :1]
            self.biases[-1] = self.biases[-1][1:] - self.biases[-1][:1]
        self.net = (MLPClassifier if classifies else MLPRegressor)(
            hidden_layer_sizes=tuple(work.sizes[1:-1]),
            activation=work.hidden,
            solver='sgd' if work.optimizer == 'sgd' else 'adam',
            # Its squared error is halved.
            learning_rate_init=work.rate if classifies else 2 * work.rate,
            momentum=work.momentum,
            nesterovs_momentum=False,
            alpha=0,
            batch_size=work.rows,
            shuffle=False,
            tol=0,
            n_iter_no_change=10**9,
            warm_start=True,
            max_iter=1,
        )

    def run(self, steps):
        """Whole epochs, except of fewer steps than an epoch has."""
        batches = min(steps, self.work.batches)
        epochs = max(1, round(steps / batches))
        rows = batches * self.work.rows
        self.net.max_iter = epochs
        self.start()
        self.net.fit(self.x[:rows], self.y[:rows])
        self.net.max_iter = epochs
        return epochs * batches

    def start(self):
        """Puts the weights where a warm start finds them; on the first call from the case, then its own."""
        if hasattr(self.net, 'coefs_'):
            return
        self.net.partial_fit(self.x, self.y, **self.classes())
        self.net.coefs_ = self.weights
        self.net.intercepts_ = self.biases
        self.net.t_ = 0
        self.net.loss_curve_ = []

    def classes(self):
        return {'classes': numpy.unique(self.y)} if isinstance(self.net, MLPClassifier) else {}

    def numbers(self):
        started = hasattr(self.net, 'coefs_')
        weights = self.net.coefs_ if started else self.weights
        biases = self.net.intercepts_ if started else self.biases
        layers = [array for pair in zip(weights, biases) for array in pair]
        return numpy.concatenate([layer.ravel() for layer in layers])

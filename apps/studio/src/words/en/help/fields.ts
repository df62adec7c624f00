import type { FieldHelp } from '../../help.ts';

/** What a field does, and what to expect when it is raised or lowered; keys as in fields.ts. Usual ranges are numbers: controls/scales.ts. */
export const fields = {
  'data.dataset': [
    'Which points the net is to learn: clouds, rings, spirals to tell apart, or a surface to follow.',
  ],
  'data.classes': [
    'How many classes the points come in; a net has one output for each, and softmax shares the probability out.',
    'More borders to find: more neurons are needed.',
    'Two classes are the simplest case.',
  ],
  'data.rows': [
    'How many points there are in all, before they are divided into training, validation and test.',
    'Less overfitting: the cheapest cure there is, where more data can be had.',
    'The net can learn the few points by heart; validation and training curves part.',
  ],
  'data.noise': [
    'How far each point is moved at random after its class or value is set.',
    'Classes overlap: no net can be right everywhere, and a large one begins to learn the noise.',
    'The border is clean; even a large net hardly overfits.',
  ],
  'data.seed': [
    'Which points are drawn: the same seed gives the same points. “New points” takes the next one.',
  ],
  'data.balance': [
    'The share of the points of every class but the first that is left.',
    'All classes are equally frequent.',
    'A rare class: accuracy looks good though the class is hardly ever found; look at balanced accuracy, and try class weights.',
  ],
  'data.mislabelled': [
    'The share of points that carry another class’s label.',
    'The training loss can only fall by learning mistakes: early stopping and regularisation earn their keep.',
    'Labels can be trusted.',
  ],
  'data.stretch.x': [
    'The raw x is multiplied by this: as when one column is in metres and another in millimetres.',
    'The loss becomes a long canyon, and one learning rate no longer suits both weights; standardising mends it.',
    'Changes of x hardly reach the net.',
  ],
  'data.stretch.y': [
    'The raw y is multiplied by this: as when one column is in metres and another in millimetres.',
    'The loss becomes a long canyon, and one learning rate no longer suits both weights; standardising mends it.',
    'Changes of y hardly reach the net.',
  ],
  'data.shift.x': [
    'This is added to the raw x: as temperatures in kelvin lie far from 0.',
    'Far from the origin, the lines of the first neurons miss the data at the start, and tanh or sigmoid saturate.',
  ],
  'data.shift.y': [
    'This is added to the raw y: as temperatures in kelvin lie far from 0.',
    'Far from the origin, the lines of the first neurons miss the data at the start, and tanh or sigmoid saturate.',
  ],
  'data.outlier': [
    'Puts one training point this far away, in both coordinates; 0 puts none.',
    'Min-max squeezes all other points into a corner; robust scaling does not mind.',
    'At 0 there is no outlier.',
  ],
  'data.features': [
    'What the net sees of a point: the coordinates, or functions of them made by hand.',
    'A fitting feature (the squares for a circle) makes even a linear model enough.',
    'From x and y alone the hidden layers have to find the features themselves.',
  ],
  'recipe.seed': [
    'Where the division of the points, the initial weights, the batches and dropout come from: the same seed gives the same run, to the bit.',
  ],
  'recipe.split.kind': [
    'Whether each part gets its share of every class (stratified), or rows are dealt at random.',
  ],
  'recipe.split.train': [
    'The share of points that the weights learn from.',
    'More to learn from, fewer points to judge it by.',
    'Overfitting comes sooner.',
  ],
  'recipe.split.validation': [
    'The share of points that decide when to stop and which settings are good; the weights never see them.',
    'A steadier validation curve, fewer points to learn from.',
    'The curve jumps about, and the best epoch is partly luck.',
  ],
  'recipe.split.test': [
    'The share of points kept for the honest score at the end; nothing is chosen by them.',
    'A surer final score.',
    'The final score is left to luck.',
  ],
  'recipe.preparation.numbers': [
    'How inputs are scaled before the net sees them; fitted on training points alone.',
  ],
  'recipe.preparation.target': [
    'How a numeric target is scaled for learning; predictions come back in its own unit.',
  ],
  'recipe.model': ['The net between inputs and outputs.'],
  'recipe.model.hidden': [
    'Neurons of each hidden layer, from the inputs to the output.',
    'More neurons can draw a finer border, and overfit more easily.',
    'Too few cannot follow the shape at all, however long they train.',
  ],
  'recipe.model.activation': [
    'The bend between layers: without one, any number of layers is one linear map.',
  ],
  'recipe.model.dropout': [
    'The share of hidden neurons switched off at random in each training step; all are on for predictions.',
    'Neurons cannot rely on each other: less overfitting, slower and bumpier learning.',
    'At 0 all neurons always learn together.',
  ],
  'recipe.model.inputDropout': [
    'The share of inputs switched off at random in each training step.',
    'The net learns not to trust a single input; with only two inputs it soon harms.',
    'At 0 all inputs are always seen.',
  ],
  'recipe.model.linearPath': [
    'Weights straight from the inputs to the outputs, beside the hidden layers; fitted ones start as the linear model, and the net learns the rest.',
  ],
  'recipe.model.normalisation': [
    'Brings the numbers before each activation to mean 0 and spread 1, over the batch or over the layer: faster and less touchy training.',
  ],
  'recipe.model.initializer': [
    'What the weights are before the first step. Too small: signals die away; too large: neurons saturate; all equal: neurons stay copies of each other.',
  ],
  'recipe.model.outputActivation': [
    'A bend on the output itself. Usually none: the usual losses take the raw output and see to probabilities themselves.',
  ],
  'recipe.model.layers': ['The layers one by one, where they differ from each other.'],
  'recipe.losses': ['What is made as small as possible: how far the prediction is from the truth.'],
  'recipe.classWeights': [
    'How much each class counts in the loss; balanced makes all classes count alike, however rare they are.',
  ],
  'recipe.penalties': ['What keeps weights small, so that the net cannot follow every single point.'],
  'recipe.clip.norm': [
    'The whole gradient is shortened to this length where it is longer: its direction stays.',
    'Rarely in force.',
    'Acts in every step, and sets the size of the steps itself.',
  ],
  'recipe.clip.value': [
    'Each element of the gradient is cut off at this size: its direction may turn.',
    'Rarely in force.',
    'Only the signs of the gradient are left.',
  ],
  'recipe.optimizer': ['How a gradient becomes a step of the weights.'],
  'recipe.schedule': [
    'How the learning rate changes while training: large steps to get near, small ones to settle.',
  ],
  'recipe.averaging.decay': [
    'What is shown and kept is a running average of the weights, over some 1 / (1 − decay) steps; steadier than the last weights.',
    'Averages longer: smoother, but it lags behind.',
    'Close to the last weights themselves.',
  ],
  'recipe.batches.size': [
    'How many points one step looks at.',
    'Smoother steps, fewer of them in an epoch; a larger learning rate is borne.',
    'Noisy steps that also find their way out of poor places.',
  ],
  'recipe.batches.order': [
    'In which order points are shown. Batches of one class after the other make the net forget the first.',
  ],
  'recipe.batches.dropLast': [
    'Leaves out the short batch at the end of an epoch, whose step would be noisier than the others.',
  ],
  'recipe.stopping.epochs': [
    'How many times all training points are gone through at most.',
    'More time to learn, and to overfit; early stopping looks after that.',
    'Stops before it is done.',
  ],
  'recipe.stopping.patience': [
    'Early stopping: how many epochs without improvement of the watched value are borne before it ends.',
    'Waits through bumps; takes longer.',
    'May stop at the first bump.',
  ],
  'recipe.stopping.minimumDelta': [
    'The least gain that counts as an improvement.',
    'Creeping progress no longer counts: it stops sooner.',
    'Any gain counts.',
  ],
  'recipe.stopping.monitor': [
    'What early stopping watches: the loss or a metric, on the validation or the training set.',
  ],
  'recipe.stopping.restoreBest': [
    'Takes back the weights of the best epoch at the end, instead of the last.',
  ],
  'recipe.stopping.minutes': [
    'Ends the training after so many minutes. The run then depends on the machine’s speed.',
  ],
  'layers.units': [
    'How many neurons the layer has.',
    'Finer shapes, more to overfit with.',
    'Simpler shapes.',
  ],
  'layers.bias': [
    'Whether each neuron has a bias, which moves its line away from the origin; a normalisation right behind makes it useless.',
  ],
  'layers.initializer': ['What the layer’s weights are before the first step.'],
  'layers.biasInitializer': [
    'What the layer’s biases are before the first step; zeros unless chosen otherwise.',
  ],
  'layers.activation': ['Which bend this layer applies.'],
  'layers.rate': [
    'The share of this layer’s neurons switched off in each training step.',
    'Less overfitting, slower learning.',
    'At 0 none is switched off.',
  ],
  'layers.momentum': [
    'How much the newest batch counts in the running mean and variance that predictions use; none takes the plain average of all batches.',
    'Follows the net faster, and is noisier.',
    'Steadier, but lags behind.',
  ],
  'layers.epsilon': ['Added to the variance, so that nothing is divided by 0.'],
  'layers.affine': ['Whether the layer may learn a scale and a shift again after normalising.'],
  'layers.trackStatistics': [
    'Predictions use means and variances gathered while training, instead of those of the points at hand.',
  ],
  'layers.groups': ['Into how many groups the neurons are divided; their number must be a multiple of it.'],
  'layers.layers': ['The layers that are gone around: their output is added to their input.'],
  'layers(residual).initializer': [
    'Initial weights of the projection that is needed where input and output differ in size.',
  ],
  'layers.perChannel': ['Whether each neuron learns a slope of its own, or all share one.'],
  'layers.initial': ['The slope below zero before the first step.'],
  'activations.negativeSlope': [
    'The slope on the negative side.',
    'Closer to a straight line.',
    'Closer to ReLU, whose neurons can die.',
  ],
  'activations.alpha': ['The value it settles at on the negative side is minus this.'],
  'activations.approximate': ['Whether the exact normal distribution is used or its approximation by tanh.'],
  'activations.beta': ['How sharp the bend is.', 'Closer to ReLU.', 'Rounder.'],
  'activations.threshold': ['Where x times the sharpness is above this, it is x itself.'],
  'activations.minimum': ['Where it is cut off below.'],
  'activations.maximum': ['Where it is cut off above.'],
  'activations.formula': ['Any formula of x, such as x / (1 + exp(-x)) or x > 0 ? x : 0.1 * x.'],
  'losses.weight': [
    'The factor of this loss in the sum of all losses.',
    'The net listens to this loss more than to the others.',
    'The others get their way.',
  ],
  'losses.delta': [
    'Errors beyond this count in proportion, not squared.',
    'As the mean squared error; outliers pull hard.',
    'As the absolute error; outliers hardly matter.',
  ],
  'losses.beta': ['Width of the rounded corner at 0.', 'Rounder.', 'Closer to the absolute error.'],
  'losses.logInput': [
    'Whether the output is taken as the logarithm of the expected count, which keeps the count positive.',
  ],
  'losses.full': [
    'Adds a term that moves no gradient, so that the number is the whole negative log-likelihood.',
  ],
  'losses.epsilon': ['Keeps the formula from dividing by 0 or taking its logarithm.'],
  'losses.variance': ['How the second output becomes a variance, which must be positive.'],
  'losses.positiveWeight': [
    'How much more a yes counts than a no.',
    'Misses become dearer than false alarms.',
    'False alarms become dearer.',
  ],
  'losses.labelSmoothing': [
    'The share of each label that is spread evenly over all classes.',
    'Less certain predictions; wrong labels do less harm.',
    'At 0 the net is asked for full certainty.',
  ],
  'losses.margin': [
    'By how much the right answer should lead before there is no more loss.',
    'Goes on pushing points that are right already.',
    'Content sooner.',
  ],
  'losses.power': ['1, or 2 for the squared form.'],
  'losses.input': ['Whether the output is raw, or log-probabilities already.'],
  'losses.logTarget': ['Whether the target is log-probabilities too.'],
  'losses.formula': ['Any formula of prediction and target, such as sqrt(1 + (prediction - target)^2) - 1.'],
  'initializers.mode': ['Whether signals going forward keep their variance, or gradients going backward.'],
  'initializers.nonlinearity': ['The activation behind these weights, which decides on the factor.'],
  'initializers.negativeSlope': ['Its slope below zero, where the activation is leaky ReLU.'],
  'initializers.gain': [
    'The factor for the activation behind: 1 for linear, 5/3 for tanh.',
    'Larger weights: neurons may saturate.',
    'Smaller weights: signals fade.',
  ],
  'initializers.low': ['The lower end of the range.'],
  'initializers.high': ['The upper end of the range.'],
  'initializers.mean': ['The mean of the weights.'],
  'initializers.deviation': [
    'The standard deviation of the weights.',
    'Neurons may saturate at the start.',
    'Signals fade, learning starts slowly.',
  ],
  'initializers.rescale': ['Whether the deviation holds after cutting off the tails.'],
  'initializers.sparsity': ['The share of weights that start as zero.'],
  'initializers.value': [
    'The number that every weight starts as: neurons then stay equal, because they get equal gradients.',
  ],
  'penalties.strength': [
    'How much the penalty weighs beside the loss.',
    'Smaller weights and smoother surfaces; too much, and nothing is learned.',
    'At 0 there is no penalty.',
  ],
  'penalties.mix': [
    'The share of L1 in the mixture: 1 is L1 alone, 0 is L2 alone.',
    'More weights near 0.',
    'All weights a little smaller.',
  ],
  'penalties.limit': [
    'The greatest length of a neuron’s incoming weights.',
    'Hardly in force.',
    'Flat, smooth surfaces.',
  ],
  'penalties.formula': ['Any formula of a weight w, such as log(1 + w^2).'],
  'optimizers.learningRate': [
    'The size of a step along the gradient.',
    'Learns faster, until it overshoots: the loss jumps or runs away.',
    'Safer, but slow, and it may get stuck.',
  ],
  'optimizers.momentum': [
    'The share of the last step that is made again: the ball keeps rolling.',
    'Faster along valleys, but it swings past the bottom.',
    'At 0: plain gradient descent.',
  ],
  'optimizers.dampening': [
    'The share of each new gradient that is kept out of the velocity.',
    'Smaller steps for the same rate.',
    'At 0 each gradient counts in full.',
  ],
  'optimizers.nesterov': [
    'Looks at where the momentum is about to lead before it steps, and so brakes in time.',
  ],
  'optimizers.weightDecay': [
    'How strongly weights shrink in each step.',
    'Smaller weights, smoother surfaces, less overfitting; too much, and it underfits.',
    'At 0 nothing shrinks.',
  ],
  'optimizers.decayBiases': [
    'Whether biases (and the scales of normalisation) shrink too; usually not, for they do not overfit.',
  ],
  'optimizers.shrinkage': [
    'What a weight’s step is multiplied by when its gradient changes sign: it went too far.',
  ],
  'optimizers.growth': ['What a weight’s step is multiplied by while the sign of its gradient stays.'],
  'optimizers.smallestStep': ['Steps never become smaller than this.'],
  'optimizers.largestStep': ['Steps never become larger than this.'],
  'optimizers.learningRateDecay': ['How fast the rate falls with the number of steps.'],
  'optimizers.initialAccumulator': [
    'What the sum of squared gradients starts from; above 0 the first steps are smaller.',
  ],
  'optimizers.epsilon': [
    'Added to the denominator, so that tiny gradients make no giant steps.',
    'Behaves more like plain gradient descent.',
    'Every weight steps alike, however small its gradient.',
  ],
  'optimizers(rmsprop).alpha': [
    'How long squared gradients are remembered.',
    'Steadier steps, slower to adapt.',
    'Adapts fast, steps are noisier.',
  ],
  'optimizers(asgd).alpha': ['The power with which the rate falls.'],
  'optimizers.centred': ['Divides by the spread of the gradients instead of their size.'],
  'optimizers.rho': [
    'How long squared gradients and steps are remembered.',
    'Steadier, slower to adapt.',
    'Adapts faster.',
  ],
  'optimizers.beta1': [
    'How long gradients are remembered: the momentum of the Adam family.',
    'Rolls on further; smoother.',
    'Follows each batch more closely.',
  ],
  'optimizers.beta2': [
    'How long squared gradients are remembered, by which each weight’s step is divided.',
    'Steadier step sizes.',
    'Adapts faster; may jump.',
  ],
  'optimizers.amsgrad': ['Divides by the largest mean square so far, so that steps never grow again.'],
  'optimizers.decayForm': [
    'Whether decay is multiplied by the learning rate (as PyTorch does) or by the schedule alone (as in the paper).',
  ],
  'optimizers.momentumDecay': ['How fast the momentum grows to its full size at the start.'],
  'optimizers.decoupledWeightDecay': [
    'Weights shrink directly, as with AdamW, instead of by way of the gradient.',
  ],
  'optimizers.lambda': ['How fast the rate falls, and how strongly weights shrink.'],
  'optimizers.averageFrom': [
    'The step from which weights are averaged; before it, the last weights are the average.',
  ],
  'optimizers.maximumIterations': ['How many moves one step makes at most.'],
  'optimizers.maximumEvaluations': [
    'After so many evaluations of the loss no further move is begun; none means 5/4 of the moves.',
  ],
  'optimizers.toleranceGradient': ['It stops when no element of the gradient is larger than this.'],
  'optimizers.toleranceChange': ['It stops when neither the loss nor any weight changes by more than this.'],
  'optimizers.historySize': [
    'How many moves are remembered to estimate the curvature.',
    'A better picture of the curvature.',
    'Less memory.',
  ],
  'optimizers.lineSearch': [
    'How the length of a move is found: the learning rate as it is, or a search that makes sure of a good one.',
  ],
  'optimizers.scalars': ['Numbers worked out once in each step, such as a bias correction 1 - 0.9^t.'],
  'optimizers.scalars.name': ['Its name in the formulas.'],
  'optimizers.scalars.formula': ['A formula of rate and t, the number of the step from 1.'],
  'optimizers.states': ['What is remembered for each weight, such as v = 0.9 * v + g.'],
  'optimizers.states.name': ['Its name in the formulas.'],
  'optimizers.states.initial': ['What it is before the first step.'],
  'optimizers.states.formula': [
    'A formula of the gradient g, the weight w, rate, t, the numbers of the step and all that is remembered.',
  ],
  'optimizers.parameter': ['What becomes of each weight w, such as w - rate * v.'],
  'schedules.unit': ['Whether the schedule counts epochs or single steps.'],
  'schedules.warmUp': [
    'Over so many counts the rate first climbs in a straight line.',
    'A gentle start, for large rates and Adam’s first steps.',
    'At 0 it starts at once.',
  ],
  'schedules.warmUpFactor': ['The share of the starting rate that the warm-up begins with.'],
  'schedules.period': ['Counts from the top to the bottom of the wave; none is the whole run.'],
  'schedules.minimumLearningRate': ['The lowest rate it goes down to.'],
  'schedules.firstPeriod': ['Counts of the first wave.'],
  'schedules.periodFactor': ['How many times longer each wave is than the one before.'],
  'schedules.stepSize': ['Counts between two drops of the rate.'],
  'schedules.gamma': [
    'The factor that the rate is multiplied by.',
    'Close to 1: the rate falls slowly.',
    'The rate falls at once; learning may freeze.',
  ],
  'schedules.milestones': ['At which counts the rate drops.'],
  'schedules.startFactor': ['The share of the rate at the start.'],
  'schedules.endFactor': ['The share of the rate at the end.'],
  'schedules.length': ['Counts from start to end; none is the whole run.'],
  'schedules.power': ['The shape of the curve: 1 is a straight line, 2 slows towards the end.'],
  'schedules.maximumLearningRate': ['The highest rate; none takes the learning rate above.'],
  'schedules.riseShare': ['The share of the cycle that is spent climbing.'],
  'schedules.anneal': ['The shape of climb and descent.'],
  'schedules.cycleMomentum': ['Moves the momentum the other way: low where the rate is high.'],
  'schedules.baseMomentum': ['The lowest momentum of the cycle.'],
  'schedules.maximumMomentum': ['The highest momentum of the cycle.'],
  'schedules.startDivisor': ['The cycle starts at the highest rate divided by this.'],
  'schedules.endDivisor': ['It ends at its start divided by this.'],
  'schedules.threePhases': ['Climbs, descends as long, then falls to the end: the form first published.'],
  'schedules.baseLearningRate': ['The lowest rate; none is a tenth of the highest.'],
  'schedules.stepSizeUp': ['Counts from the lowest to the highest rate.'],
  'schedules.stepSizeDown': ['Counts back down; none is as many as up.'],
  'schedules(cyclic).mode': ['Whether all peaks are the same, halved each time, or shrinking by gamma.'],
  'schedules(plateau).mode': ['Whether the watched value is to fall, as a loss, or to rise, as accuracy.'],
  'schedules.factor': ['What the rate is multiplied by when progress stops.'],
  'schedules.patience': ['Epochs without improvement that are borne before the rate drops.'],
  'schedules.threshold': ['What counts as an improvement.'],
  'schedules.thresholdMode': ['Whether the threshold is a share of the best value, or an amount.'],
  'schedules.cooldown': ['Epochs after a drop in which nothing is counted.'],
  'schedules.epsilon': ['A drop smaller than this is not made.'],
  'schedules.formula': [
    'Any formula of base (the learning rate), total (the run’s length) and epoch or step, such as base / sqrt(1 + epoch).',
  ],
  'orders.pressure': [
    'How much likelier the hardest point is to be shown than the easiest, in the first epoch.',
    'Keeps to the points with the largest losses; harmful where those are mislabelled.',
    'At 1 all points alike.',
  ],
  'orders.finalPressure': ['The same in the last epoch; 1 is no preference.'],
  'orders.orders': [
    'For each epoch, the training rows from 0 in the order to visit them; begun again when used up.',
  ],
  'scalers.above': ['From which skewness on a column is brought near a normal shape first.'],
  'scalers.center': ['Whether the middle is subtracted.'],
  'scalers.scale': ['Whether it is divided by the spread.'],
  'scalers(minMax).range': ['Where the smallest and the largest training value go.'],
  'scalers(robust).range': ['The two quantiles between which the spread is measured.'],
  'scalers.clip': ['Whether later values outside the range are cut off at its ends.'],
  'scalers.unitVariance': ['Whether a normal column gets standard deviation 1.'],
  'scalers.quantiles': ['How many quantiles describe the column.'],
  'scalers.output': ['The shape the column has afterwards.'],
  'scalers.method': ['The family of powers; Box–Cox wants positive numbers.'],
  'scalers.standardise': ['Whether mean 0 and deviation 1 are made afterwards.'],
} satisfies Readonly<Record<string, FieldHelp>>;

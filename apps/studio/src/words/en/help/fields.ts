import type { FieldHelp } from '../../help.ts';
import { options } from './options.ts';

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
  ...options,
} satisfies Readonly<Record<string, FieldHelp>>;

import { availableParallelism } from 'node:os';
import type { Contestant } from '../harness/contestant.ts';
import { ours } from './ours.ts';

const cores = availableParallelism();
const all = { threads: cores };
const several = cores > 1;
const train = ['train'] as const;
const trainAndMultiply = ['train', 'multiply'] as const;

const slow = 'a step takes seconds';
const onlyW1 = Object.fromEntries(['W2', 'W3', 'W4', 'W5'].map((name) => [name, 'written for W1 alone']));
const rivalsOfOneCore: readonly Contestant[] = [
  { name: 'jax-js', module: 'jax.ts', kinds: trainAndMultiply, needs: ['@jax-js/jax'] },
  {
    name: 'TensorFlow.js wasm',
    module: 'tensorflow.ts',
    kinds: trainAndMultiply,
    options: { backend: 'wasm' },
    needs: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'],
  },
  {
    name: 'TensorFlow.js cpu',
    module: 'tensorflow.ts',
    kinds: train,
    options: { backend: 'cpu' },
    needs: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'],
  },
  { name: 'brain.js', module: 'brain.ts', kinds: train, needs: ['brain.js'], without: { W4: slow } },
  { name: 'object graph', module: 'objectGraph.ts', kinds: train, without: { W4: slow } },
  { name: 'plain loops', module: 'plainLoops.ts', kinds: train, without: onlyW1 },
  {
    name: 'PyTorch eager',
    module: 'torchEager.py',
    kinds: trainAndMultiply,
    options: { foreach: false, threads: 1 },
    needs: ['torch'],
  },
  {
    name: 'PyTorch eager, foreach',
    module: 'torchEager.py',
    kinds: train,
    options: { foreach: true, threads: 1 },
    needs: ['torch'],
  },
  {
    name: 'PyTorch TorchScript loop',
    module: 'torchScript.py',
    kinds: train,
    options: { threads: 1 },
    needs: ['torch'],
  },
  { name: 'NumPy by hand', module: 'numpyByHand.py', kinds: trainAndMultiply, needs: ['numpy'] },
  { name: 'scikit-learn fit', module: 'sklearnFit.py', kinds: train, needs: ['sklearn'] },
  {
    name: 'four lanes, plain',
    module: 'fourLanes.ts',
    kinds: ['multiply'],
    options: { relaxed: false },
    bound: true,
  },
  {
    name: 'four lanes, relaxed',
    module: 'fourLanes.ts',
    kinds: ['multiply'],
    options: { relaxed: true },
    bound: true,
  },
  {
    name: 'papaparse, words',
    module: 'papaparse.ts',
    kinds: ['read'],
    options: { numbers: false },
    needs: ['papaparse'],
    bound: true,
  },
  {
    name: 'papaparse, numbers',
    module: 'papaparse.ts',
    kinds: ['read'],
    options: { numbers: true },
    needs: ['papaparse'],
    bound: true,
  },
  { name: 'pandas', module: 'pandasFrame.py', kinds: ['read'], needs: ['pandas'] },
  {
    name: 'onnxruntime-web',
    module: 'onnxruntimeWeb.ts',
    kinds: ['predict'],
    options: { threads: 1 },
    needs: ['onnxruntime-web'],
  },
  {
    name: 'onnxruntime (Python)',
    module: 'onnxruntimePython.py',
    kinds: ['predict'],
    options: { threads: 1 },
    needs: ['onnxruntime'],
  },
];

/** OpenBLAS's threads and PyTorch's own get in each other's way: one of the two has them. Only the work that is long enough to share. */
const short = { W1: 'too short to share', W2: 'too short to share', W5: 'too short to share' };
const rivalsOfAllCores: readonly Contestant[] = [
  {
    name: `PyTorch eager, ${cores} threads`,
    module: 'torchEager.py',
    kinds: trainAndMultiply,
    options: { foreach: false, ...all },
    needs: ['torch'],
    ...all,
    environment: { OPENBLAS_NUM_THREADS: '1' },
    without: short,
  },
  {
    name: `PyTorch eager, ${cores} of OpenBLAS`,
    module: 'torchEager.py',
    kinds: trainAndMultiply,
    options: { foreach: false, threads: 1 },
    needs: ['torch'],
    ...all,
    environment: { OMP_NUM_THREADS: '1' },
    without: short,
  },
  {
    name: `PyTorch TorchScript loop, ${cores} threads`,
    module: 'torchScript.py',
    kinds: train,
    options: all,
    needs: ['torch'],
    ...all,
    environment: { OPENBLAS_NUM_THREADS: '1' },
    without: short,
  },
  {
    name: `NumPy by hand, ${cores} threads`,
    module: 'numpyByHand.py',
    kinds: trainAndMultiply,
    needs: ['numpy'],
    ...all,
    without: short,
  },
];

/** Everyone who takes part, one line each; ours first, whose results are what the others' are compared with. */
export const contestants: readonly Contestant[] = [
  ...ours,
  ...rivalsOfOneCore,
  ...(several ? rivalsOfAllCores : []),
];

export {
  observe,
  startStopping,
  type Best,
  type EarlyStoppingSettings,
  type Observation,
  type StoppingState,
} from './earlyStopping.ts';

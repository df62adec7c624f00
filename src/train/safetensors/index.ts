export type { SafetensorsFile, StoredTensor, TensorData } from './format.ts';
export { readSafetensors } from './readSafetensors.ts';
export { sha256 } from './sha256.ts';
export { writeSafetensors } from './writeSafetensors.ts';

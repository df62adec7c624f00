import type { Choice, LayerSpec } from '../../nn/define.ts';
import type { NetworkOperation, NetworkTensor, NetworkValue } from './network.ts';

/** What a layer is lowered with. Names are scoped as they are when the layer is traced, so that weights are found again. */
export interface NetworkBuilder {
  /** Weights or a statistic of this layer. */
  tensor(name: string): NetworkTensor;
  /** Adds an operation that gives so many numbers. */
  add(operation: NetworkOperation, width: number): NetworkValue;
  scope<T>(name: string, body: (builder: NetworkBuilder) => T): T;
  sequence(layers: readonly LayerSpec[], input: NetworkValue): NetworkValue;
  activate(choice: Choice, input: NetworkValue): NetworkValue;
}

import { createReferenceExecutor, type Executor } from '../../tensor/index.ts';

/**
 * The reference with every operation's result rounded to float32: shows what a formula loses to float32, whoever computes it. Called
 * `wasm`, so that checks allow it what they allow float32.
 */
export function roundingExecutor(): Executor {
  const { open } = createReferenceExecutor({
    onNode(node, value) {
      if (node.dtype === 'f32') for (let i = 0; i < value.length; i++) value[i] = Math.fround(value[i]);
    },
  });
  return { name: 'wasm', open };
}

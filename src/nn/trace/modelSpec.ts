import { z } from 'zod';
import type { Choice, LayerSpec } from '../define.ts';

/**
 * A model as plain JSON: what a model file holds, and what a recipe's `model` is resolved to. Every layer's options are
 * checked by its definition when the model is planned.
 *
 * Rows come in as `features`, f32 [n, width], and `codes`, i32 [n, embeddings.length]. Each embedding's vector is put behind
 * the features; the trunk runs over the result; each output runs its own layers over the trunk's, then a dense layer of
 * `units`, to which a linear path adds a weighted sum of the inputs themselves, then its activation.
 */
export interface ModelSpec {
  readonly input: InputSpec;
  readonly trunk: readonly LayerSpec[];
  readonly outputs: readonly OutputSpec[];
}

export interface InputSpec {
  /** Numbers in a row. */
  readonly width: number;
  readonly embeddings: readonly EmbeddingSpec[];
}

export interface EmbeddingSpec {
  /** The column's name; names the table of vectors. */
  readonly name: string;
  /** Number of categories, those for missing and unknown included: codes are 0 to size - 1. */
  readonly size: number;
  /** Length of a vector. */
  readonly dimension: number;
  readonly initializer?: Choice;
}

export interface OutputSpec {
  /** The target's name. */
  readonly name: string;
  readonly units: number;
  /** Layers between the trunk and the output's own dense layer. */
  readonly layers?: readonly LayerSpec[];
  /** Applied to the result of the dense layer; losses from logits want none. */
  readonly activation?: Choice;
  /** Of the output's dense layer. */
  readonly initializer?: Choice;
  /**
   * Whether the inputs also reach the output directly, past the trunk, by weights that start at 0: the linear model is then
   * one of the models the net can be, and the trunk learns what a linear model cannot say ('wide and deep', Cheng et al. 2016).
   */
  readonly linearPath?: boolean;
}

const choiceSchema = z.looseObject({ name: z.string() }).describe('A name with its options beside it.');

const size = z.int().positive();

export const modelSpecSchema: z.ZodType<ModelSpec> = z.strictObject({
  input: z.strictObject({
    width: z.int().nonnegative(),
    embeddings: z.array(
      z.strictObject({ name: z.string(), size, dimension: size, initializer: choiceSchema.optional() }),
    ),
  }),
  trunk: z.array(choiceSchema),
  outputs: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        units: size,
        layers: z.array(choiceSchema).optional(),
        activation: choiceSchema.optional(),
        initializer: choiceSchema.optional(),
        linearPath: z.boolean().optional(),
      }),
    )
    .min(1),
});

/**
 * The version of the numbers: raised when the same recipe, seed and table give other bits than before. Model files carry it.
 */
export const NUMERICS_VERSION = 1;

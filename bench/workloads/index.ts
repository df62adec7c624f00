import { csv } from './csv.ts';
import { gemm } from './gemm.ts';
import { prediction } from './prediction.ts';
import { w1 } from './w1.ts';
import { w2 } from './w2.ts';
import { w3 } from './w3.ts';
import { w4 } from './w4.ts';
import { w5 } from './w5.ts';
import type { Workload } from './workload.ts';

/** All work that is measured, in the order of the report. */
export const workloads: readonly Workload[] = [w1, w2, w3, w4, w5, gemm, csv, prediction];

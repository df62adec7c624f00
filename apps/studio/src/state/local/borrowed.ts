import type { Scenario } from '../scenario.ts';

/** Scenarios that are not one's own work yet: they came by a link, or are what a lesson left, and nobody edited them. */
const borrowed = new WeakSet<Scenario>();

export function borrow(scenario: Scenario): Scenario {
  borrowed.add(scenario);
  return scenario;
}

export const isBorrowed = (scenario: Scenario): boolean => borrowed.has(scenario);

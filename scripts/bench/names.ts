/** Finding names: beside other recognisers, and what it costs in the built extension. */
import { comparePeers } from './names/compare-peers';
import { measureBudgets } from './names/measure-budgets';

export async function bench(): Promise<void> {
  await comparePeers();
  await measureBudgets();
}

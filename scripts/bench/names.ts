/** Finding names: what it costs in the built extension. */
import { measureBudgets } from './names/measure-budgets';

export async function bench(): Promise<void> {
  await measureBudgets();
}

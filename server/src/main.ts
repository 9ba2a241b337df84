import { explainFailure } from './explain-failure.ts';
import { serve } from './serve.ts';

serve().catch((error: unknown) => {
  process.stderr.write(`Ventanilla cannot start: ${explainFailure(error)}\n`);
  process.exit(1);
});

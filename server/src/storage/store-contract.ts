import { appendContract } from './contract/append-contract.ts';
import { authContract } from './contract/auth-contract.ts';
import { filesContract } from './contract/files-contract.ts';
import type { MakePlace } from './contract/harness-for-tests.ts';
import { healthContract } from './contract/health-contract.ts';
import { knowledgeContract } from './contract/knowledge-contract.ts';
import { listsContract } from './contract/lists-contract.ts';
import { mailContract } from './contract/mail-contract.ts';
import { orderContract } from './contract/order-contract.ts';
import { peopleContract } from './contract/people-contract.ts';
import { valuesContract } from './contract/values-contract.ts';

/** What every storage does, in the same way. A storage joins by one call in `store.contract.test.ts`. */
export function storeContract(makePlace: MakePlace): void {
  appendContract(makePlace);
  orderContract(makePlace);
  valuesContract(makePlace);
  peopleContract(makePlace);
  filesContract(makePlace);
  listsContract(makePlace);
  knowledgeContract(makePlace);
  mailContract(makePlace);
  healthContract(makePlace);
  authContract(makePlace);
}

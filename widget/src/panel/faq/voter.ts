import type { ArticleId } from '@ventanilla/shared/ids';
import type { CommandInput, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Ack } from '@ventanilla/shared/wire/errors';

type VoterCommand = 'visitor:create' | 'article:vote';

/** `knownToken`: of a visitor who has written already, else ''. Whoever only votes gets one for as long as the page lives (PR1). */
export function createVoter(base: string, site: string, knownToken: () => Promise<string>) {
  let ownToken = '';

  async function post<N extends VoterCommand>(name: N, input: CommandInput<N>, token: string) {
    const response = await fetch(`${base}api/v1/${name.replace(':', '/')}?site=${site}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(input),
      credentials: 'omit',
    });
    const answer: Ack<CommandOutput<N>> = await response.json();
    return answer.ok ? answer.data : undefined;
  }

  /** Resolves to whether the server has it. */
  return async function castVote(articleId: ArticleId, isHelpful: boolean): Promise<boolean> {
    try {
      const token = (await knownToken()) || ownToken || (await post('visitor:create', {}, ''))?.token;
      if (!token) return false;
      ownToken = token;
      return (await post('article:vote', { articleId, isHelpful }, token)) !== undefined;
    } catch {
      return false;
    }
  };
}

import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { questionGatesQuery, type WorkInitiative } from './my-work.graphql.js';
import { needsText } from './needs.js';

/** What its newest assessment lacks for the next stage. */
export function NextNeeds({ initiative }: { readonly initiative: WorkInitiative }) {
  const framework = useApiQuery(questionGatesQuery, {});
  const questions = framework.kind === 'ready' ? framework.data.framework.questions : [];
  const needs = needsText(initiative.stage?.stage, initiative.currentAssessment, questions);
  return needs && <span>{i18n._('the next stage needs {needs}', { needs })}</span>;
}

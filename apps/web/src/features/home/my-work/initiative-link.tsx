import { AnchorLink } from '../../../shared/ui/links.js';
import type { WorkInitiative } from './my-work.graphql.js';

/** Name and key, leading to the initiative. */
export function InitiativeLink({
  initiative,
}: {
  readonly initiative: Pick<WorkInitiative, 'id' | 'key' | 'name'>;
}) {
  return (
    <AnchorLink
      from="/t/$slug"
      to="/t/$slug/initiatives/$initiativeId"
      params={{ initiativeId: initiative.id }}
      inherit
      fw={600}
    >
      {initiative.name} <span className="pl-muted">{initiative.key}</span>
    </AnchorLink>
  );
}

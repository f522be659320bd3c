import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { i18n } from '../../../shared/i18n.js';
import type { Initiative } from './initiative.graphql.js';
import classes from './initiative-page.module.css';

/** Whose it is and where it belongs. */
export function InitiativeFacts({ initiative }: { readonly initiative: Initiative }) {
  const { owner, sponsor, unit, tags } = initiative;
  return (
    <dl className={classes['facts']}>
      <Fact term={i18n._('Owner')} value={owner?.name} />
      <Fact term={i18n._('Sponsor')} value={sponsor?.name} />
      <Fact term={i18n._('Unit')} value={unit?.path.join(' / ')} none={i18n._('none yet')} />
      {tags.length > 0 && (
        <Fact
          term={i18n._('Tags')}
          value={
            <span className={classes['tags']}>
              {tags.map((tag) => (
                <Badge key={tag} variant="light" color="gray" size="md" radius="sm">
                  {tag}
                </Badge>
              ))}
            </span>
          }
        />
      )}
    </dl>
  );
}

interface FactProps {
  readonly term: string;
  readonly value: ReactNode;
  readonly none?: string;
}

function Fact({ term, value, none = i18n._('nobody named yet') }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value ?? <span className="pl-muted">{none}</span>}</dd>
    </div>
  );
}

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { i18n } from '../../../../shared/i18n.js';
import type { Initiative } from '../initiative.graphql.js';
import classes from './overview-tab.module.css';

/** From here on one looks for a line instead of reading all. */
const MANY = 12;

/** What the imported file says beyond the fields that it was mapped to. */
export function Attributes({ attributes }: Pick<Initiative, 'attributes'>) {
  const [text, setText] = useState('');
  const needle = text.trim().toLowerCase();
  const shown = attributes.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(needle));
  return (
    <section>
      <div className={classes['heading']}>
        <h2 className={classes['title']}>{i18n._('As imported')}</h2>
        {attributes.length >= MANY && (
          <TextInput
            size="xs"
            w={220}
            aria-label={i18n._('Find in what was imported')}
            placeholder={i18n._('Find')}
            leftSection={<IconSearch size={14} stroke={1.7} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </div>
      <dl className={classes['list']}>
        {shown.map(({ name, value }, index) => (
          // Headers repeat in real files, so the name alone is no key.
          <div key={`${index} ${name}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {shown.length === 0 && <p className="pl-muted">{i18n._('Nothing found')}</p>}
    </section>
  );
}

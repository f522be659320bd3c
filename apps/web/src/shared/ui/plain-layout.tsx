import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTitle } from '../routing/title.js';
import { Brand } from './brand.js';
import classes from './plain-layout.module.css';

interface PlainLayoutProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Below the card: the way to something else. */
  readonly foot?: ReactNode;
}

/** One card in the middle of the screen: sign-in, invitations, the choice of an organisation. */
export function PlainLayout({ title, description, children, foot }: PlainLayoutProps) {
  useTitle(title);
  return (
    <main id="main" tabIndex={-1} className={classes['page']}>
      <div className={classes['column']}>
        <div className={classes['brand']}>
          <Brand />
        </div>
        <Paper withBorder radius="lg" className={classes['card']}>
          <Title order={1} className={classes['title']}>
            {title}
          </Title>
          {description && <Text className={classes['description']}>{description}</Text>}
          {children}
        </Paper>
        {foot && <div className={classes['foot']}>{foot}</div>}
      </div>
    </main>
  );
}

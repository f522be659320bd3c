import { Badge, Text, Title } from '@mantine/core';
import { Children, type ReactNode } from 'react';
import { i18n } from '../../../shared/i18n.js';
import classes from './work-section.module.css';

interface WorkSectionProps {
  readonly title: string;
  /** Of all; there may be fewer rows. */
  readonly count: number;
  readonly children: ReactNode;
}

/** A kind of work with its rows; nothing at all when there are none. */
export function WorkSection({ title, count, children }: WorkSectionProps) {
  if (count === 0) return null;
  const hidden = count - Children.count(children);
  return (
    <section className={classes['section']}>
      <Title order={2} className={classes['title']}>
        {title}
        <Badge variant="light" color="gray" size="lg" radius="xl">
          {count}
        </Badge>
      </Title>
      <ul className={classes['list']}>
        {Children.map(children, (row) => (
          <li>{row}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {i18n._('{hidden, plural, one {One more comes} other {# more come}} up when these are done.', {
            hidden,
          })}
        </Text>
      )}
    </section>
  );
}

interface WorkRowProps {
  readonly title: ReactNode;
  readonly detail: ReactNode;
  readonly children: ReactNode;
}

/** What it is about at the left, what to do at the right. */
export function WorkRow({ title, detail, children }: WorkRowProps) {
  return (
    <div className={classes['row']}>
      <div className={classes['words']}>
        <div className={classes['name']}>{title}</div>
        <div className={classes['detail']}>{detail}</div>
      </div>
      <div className={classes['actions']}>{children}</div>
    </div>
  );
}

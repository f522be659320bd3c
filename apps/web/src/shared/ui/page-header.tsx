import { Box, Breadcrumbs, Group, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTitle } from '../routing/title.js';
import classes from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** One sentence: what the page is for. */
  readonly description?: ReactNode;
  /** As of which day, as known when: "Q3 FY26 (Jul to Sep) · as known on 10 Oct". */
  readonly asOf?: ReactNode;
  /** Links to the pages above, outermost first. */
  readonly breadcrumbs?: readonly ReactNode[];
  /** Buttons; the main one last. */
  readonly actions?: ReactNode;
}

/** The top of every page. Sets the document's title and takes the focus after a navigation. */
export function PageHeader({ title, description, asOf, breadcrumbs, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);

  useEffect(() => {
    // The first page of a visit leaves the focus where the browser put it.
    if (document.documentElement.dataset['navigated']) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <header className={classes['header']}>
      {breadcrumbs && (
        <Box component="nav" aria-label="Breadcrumb" mb={6} className={classes['crumbs']}>
          <Breadcrumbs separatorMargin={6}>{breadcrumbs}</Breadcrumbs>
        </Box>
      )}
      <Group justify="space-between" align="flex-start" gap="md" wrap="wrap">
        <div className={classes['words']}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes['title']}>
            {title}
          </Title>
          {asOf && <Text className={classes['asOf']}>{asOf}</Text>}
          {description && <Text className={classes['description']}>{description}</Text>}
        </div>
        {actions && (
          <Group gap="xs" className={classes['actions']}>
            {actions}
          </Group>
        )}
      </Group>
    </header>
  );
}

import { EmptyState } from '@pilotage/web-ui';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { i18n } from '../shared/i18n.js';
import { useTitle } from '../shared/routing/title.js';
import { ButtonLink } from '../shared/ui/links.js';

export function NotFoundPage() {
  useTitle(i18n._('Page not found'));
  return (
    <EmptyState
      title={i18n._('There is no such page')}
      icon={<IconMapPinQuestion size={22} stroke={1.6} aria-hidden />}
      action={<ButtonLink to="/">{i18n._('Go to the start page')}</ButtonLink>}
    >
      {i18n._('The address may be mistyped, or what it led to was moved.')}
    </EmptyState>
  );
}

import { IconMapPinQuestion } from '@tabler/icons-react';
import { i18n } from '../shared/i18n.js';
import { ButtonLink } from '../shared/ui/links.js';
import { MessagePage } from './message-page.js';

export function NotFoundPage() {
  return (
    <MessagePage
      title={i18n._('There is no such page')}
      text={i18n._('The address may be mistyped, or what it led to was moved.')}
      icon={<IconMapPinQuestion size={22} stroke={1.6} aria-hidden />}
      action={<ButtonLink to="/">{i18n._('Go to the start page')}</ButtonLink>}
    />
  );
}

import { Button } from '@mantine/core';
import { IconMoodPuzzled } from '@tabler/icons-react';
import { i18n } from '../shared/i18n.js';
import { MessagePage } from './message-page.js';

/** A mistake of ours, or a part of a newer release that an old page cannot load: loading the page again helps both. */
export function ErrorPage() {
  return (
    <MessagePage
      title={i18n._('This page stopped working')}
      text={i18n._('What was saved is safe. If it happens again, tell your administrator what you did last.')}
      icon={<IconMoodPuzzled size={22} stroke={1.6} aria-hidden />}
      action={<Button onClick={() => window.location.reload()}>{i18n._('Load the page again')}</Button>}
    />
  );
}

import { i18n } from '../../shared/i18n.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';

export function AcceptLinkPage() {
  return <PlainLayout title={i18n._('Accept')}>{null}</PlainLayout>;
}

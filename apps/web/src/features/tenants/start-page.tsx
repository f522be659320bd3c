import { i18n } from '../../shared/i18n.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';

export function StartPage() {
  return <PlainLayout title={i18n._('Start')}>{null}</PlainLayout>;
}

import { i18n } from '../../shared/i18n.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';

export function OperatorPage() {
  return <PlainLayout title={i18n._('Operator')}>{null}</PlainLayout>;
}

import { i18n } from '../../shared/i18n.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';

export function ResetPasswordPage() {
  return <PlainLayout title={i18n._('Set a new password')}>{null}</PlainLayout>;
}

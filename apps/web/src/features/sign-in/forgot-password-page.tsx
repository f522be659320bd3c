import { i18n } from '../../shared/i18n.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';

export function ForgotPasswordPage() {
  return <PlainLayout title={i18n._('Reset your password')}>{null}</PlainLayout>;
}

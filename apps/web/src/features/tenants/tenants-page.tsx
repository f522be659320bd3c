import { SignedIn } from '../../shared/session/signed-in.js';
import { TenantChoice } from './tenant-choice.js';

export function TenantsPage() {
  return <SignedIn>{(viewer) => <TenantChoice viewer={viewer} />}</SignedIn>;
}

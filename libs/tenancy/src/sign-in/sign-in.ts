import type { Id } from '@pilotage/platform';

/** Made by the sign-in component; an opaque text, not a UUID. */
export type UserId = Id<'User'>;

export interface SignedInUser {
  readonly userId: UserId;
  readonly email: string;
  readonly name: string;
}

export interface Session {
  readonly user: SignedInUser;
  /** Cookies that keep the session alive; go into the response as `set-cookie`. */
  readonly cookies: readonly string[];
}

/** All that can be asked under `/auth`. */
export const AUTH_PATHS = [
  '/sign-in/email',
  '/sign-out',
  '/request-password-reset',
  '/reset-password',
  '/change-password',
] as const;

/** A request to the sign-in component's own routes, free of any web framework. */
export interface AuthRequest {
  /** Below `/auth`, for example `/sign-in/email`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly clientAddress: string;
}

export interface AuthResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/**
 * The port to whatever proves who somebody is. It knows users, passwords and sessions, and nothing of tenants; no
 * other part of the service reads its tables. Another provider is another class behind this port.
 */
export abstract class SignIn {
  /** Who sends this cookie; null without a live session. One statement. */
  abstract authenticate(cookie: string | undefined): Promise<Session | null>;

  /**
   * @throws BadInputError (path `password`) when the password may not be used
   * @throws ConflictError (path `email`) when the address has an account
   */
  abstract createUser(user: { email: string; name: string; password: string }): Promise<UserId>;

  abstract findUser(email: string): Promise<SignedInUser | null>;
  abstract getUser(userId: UserId): Promise<SignedInUser | null>;

  /** Deletes the account with its sessions; who has no seat left needs none. */
  abstract deleteUser(userId: UserId): Promise<void>;

  /** The token of a reset link, good for an hour and one use. */
  abstract createPasswordResetToken(userId: UserId): Promise<string>;

  /** Answers `POST /auth/...`; unknown paths are 404. */
  abstract handle(request: AuthRequest): Promise<AuthResponse>;

  abstract close(): Promise<void>;
}

/** Told when somebody asks for a new password; whether the account exists was decided before. */
export abstract class PasswordResetOutlet {
  abstract requested(user: SignedInUser): Promise<void>;
}

import type { Id } from '@pilotage/platform';

export type InitiativeId = Id<'Initiative'>;

export const AI_KINDS = [
  'PREDICTIVE',
  'GENERATIVE',
  'VISION',
  'LANGUAGE',
  'AGENT',
  'OPTIMISATION',
  'OTHER',
  'UNKNOWN',
] as const;
export type AiKind = (typeof AI_KINDS)[number];

export const RISK_TIERS = ['MINIMAL', 'LIMITED', 'HIGH', 'PROHIBITED', 'UNKNOWN'] as const;
export type RiskTier = (typeof RISK_TIERS)[number];

export const DELIVERY_MODELS = ['BUILT', 'BOUGHT', 'HYBRID', 'UNKNOWN'] as const;
export type DeliveryModel = (typeof DELIVERY_MODELS)[number];

/** In characters; `tags` is how many. */
export const INITIATIVE_LIMITS = {
  name: 500,
  summary: 20_000,
  externalId: 200,
  tag: 100,
  tags: 30,
  unitName: 200,
} as const;

/** Shown as AI-042: at least three digits, so that short lists line up. */
export const initiativeKey = (keyNumber: number): string => `AI-${String(keyNumber).padStart(3, '0')}`;

/** The number in a key as people write it ("AI-042", "ai-42", "42"), or null. */
export function keyNumberOf(text: string): number | null {
  const match = /^(?:ai-)?0*([1-9]\d{0,8})$/i.exec(text.trim());
  return match ? Number(match[1]) : null;
}

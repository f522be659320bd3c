import {
  Anchor,
  Button,
  UnstyledButton,
  type AnchorProps,
  type ButtonProps,
  type UnstyledButtonProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

/** The props of an anchor in the looks of another component. */
export type AnchorWith<Looks> = Omit<ComponentPropsWithRef<'a'>, keyof Looks> & Looks;

/** A link in a text. `to` is checked against the routes: `<AnchorLink from="/t/$slug" to="/t/$slug/trend">`. */
export const AnchorLink = createLink((props: AnchorWith<AnchorProps>) => <Anchor {...props} />);

/** A link that looks like a button, for the one next step of a page. */
export const ButtonLink = createLink((props: AnchorWith<ButtonProps>) => <Button component="a" {...props} />);

/** A link without looks of its own: a card or a row that leads somewhere. */
export const BlockLink = createLink((props: AnchorWith<UnstyledButtonProps>) => (
  <UnstyledButton component="a" {...props} />
));
